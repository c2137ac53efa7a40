SELECT * FROM a, b, c WHERE MATCH(a-(b)->c);
