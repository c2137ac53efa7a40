DELETE t WHERE MATCH(a-(t)->b);
