RAISERROR ('x' + 'y', 16, 1)
