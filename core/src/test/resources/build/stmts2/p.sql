create type nope3.ty from int
