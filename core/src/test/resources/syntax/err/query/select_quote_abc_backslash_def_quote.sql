SELECT 'abc\
def' x y