SELECT a FROM $(Table
