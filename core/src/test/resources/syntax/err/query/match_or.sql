SELECT 1 FROM a WHERE MATCH(a-(b)->c OR a-(b)->c);
