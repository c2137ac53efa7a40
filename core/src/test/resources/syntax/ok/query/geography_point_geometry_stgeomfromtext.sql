SELECT geography::Point(1, 2, 4326), geometry::STGeomFromText('x', 0).STArea(), p.Lat, sys.geography::Parse('x'), @g.STX, @g.STBuffer(1).STArea()
