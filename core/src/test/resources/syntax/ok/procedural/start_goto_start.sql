start: GOTO start
