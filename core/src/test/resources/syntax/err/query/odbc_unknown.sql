SELECT {x 'a'}
