select: GOTO a
print: SELECT "" AS ""
GOTO b
