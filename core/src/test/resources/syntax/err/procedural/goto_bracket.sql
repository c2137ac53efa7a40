GOTO [x]
