SELECT * FROM a, b, c, d, e WHERE x = 1 AND MATCH(a-(b)->c<-(d)-e AND c-(d)->a);
