SELECT 1 FROM dbo.f() AS x (a), dbo.g() y, OPENJSON(@j) z, (VALUES (1)) v (a), (SELECT 1 b) d, @t.nodes('/a') n (c)
