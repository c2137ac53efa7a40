EXEC p {fn f(1)}
