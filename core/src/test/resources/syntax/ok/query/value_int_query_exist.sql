SELECT @x.value('(/a/b)[1]', 'int'), t.c.query('x'), c.exist('x'), x.y.value('a', 'b').z FROM @x.nodes('/a') AS n(c) CROSS APPLY n.c.nodes('b') AS m(d)
