package io.hartonomous.engine.tds;

import com.microsoft.sqlserver.jdbc.ISQLServerBulkData;
import com.microsoft.sqlserver.jdbc.SQLServerDataTable;
import java.sql.Types;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rows of a table of (Id int, Name nvarchar, Price decimal, Data varbinary), as a bulk copy
/// wants them.
final class BulkRows implements ISQLServerBulkData {
  private static final long serialVersionUID = 1L;
  private static final List<String> NAMES = List.of("Id", "Name", "Price", "Data");
  private static final List<Integer> TYPES =
      List.of(Types.INTEGER, Types.NVARCHAR, Types.DECIMAL, Types.VARBINARY);

  private final transient Iterator<Map.Entry<Integer, Object[]>> rows;
  private transient Object[] current;

  BulkRows(SQLServerDataTable table) {
    rows = table.getIterator();
  }

  @Override
  public Set<Integer> getColumnOrdinals() {
    return Set.of(1, 2, 3, 4);
  }

  @Override
  public String getColumnName(int column) {
    return NAMES.get(column - 1);
  }

  @Override
  public int getColumnType(int column) {
    return TYPES.get(column - 1);
  }

  @Override
  public int getPrecision(int column) {
    return column == 3 ? 18 : 100;
  }

  @Override
  public int getScale(int column) {
    return column == 3 ? 2 : 0;
  }

  @Override
  public Object[] getRowData() {
    return current;
  }

  @Override
  public boolean next() {
    if (rows.hasNext()) {
      current = rows.next().getValue();
      return true;
    }
    return false;
  }
}
