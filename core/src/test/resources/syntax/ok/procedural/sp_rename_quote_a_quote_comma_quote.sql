sp_rename 'a', 'b'
