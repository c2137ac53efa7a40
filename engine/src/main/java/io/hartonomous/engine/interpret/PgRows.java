package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The rows of a result that PostgreSQL hands over in portions, so that only one of them is in
/// memory.
final class PgRows {
  private static final int PORTION_BYTES = 1 << 20;
  private static final int LARGE_VALUE = 32 << 10;
  private static final int SMALL_VALUE = 16;
  private static final int FEWEST = 16;
  private static final int MOST = 2048;

  private final PgConnection connection;
  private final ResultSet rows;
  private final int portion;
  private final boolean afterRelease;
  private long count;
  private boolean guarded;

  /// `afterRelease`: the savepoint around the statement is gone by now.
  PgRows(PgConnection connection, ResultSet rows, int portion, boolean afterRelease) {
    this.connection = connection;
    this.rows = rows;
    this.portion = portion;
    this.afterRelease = afterRelease;
  }

  /// How many rows make a portion of about a megabyte, where values with a declared length have it
  /// and those without are long texts.
  static int portion(List<ResultColumn> columns) {
    long width = 0;
    for (ResultColumn column : columns) {
      SqlType type = column.type();
      width +=
          switch (type.base()) {
            case CHAR, VARCHAR, BINARY, VARBINARY, NCHAR, NVARCHAR ->
                type.length() <= 0 ? LARGE_VALUE : type.length() + SMALL_VALUE;
            case TEXT, NTEXT, IMAGE, XML, JSON, GEOMETRY, GEOGRAPHY, CLR, UNKNOWN -> LARGE_VALUE;
            case VECTOR -> 16L * type.length();
            case SQL_VARIANT -> 8000;
            default -> SMALL_VALUE;
          };
    }
    return Math.clamp(PORTION_BYTES / Math.max(width, 1), FEWEST, MOST);
  }

  boolean next() throws SQLException {
    // The next portion may fail, and must not take the transaction with it.
    if (afterRelease && !guarded && count == portion) {
      connection.savepoint();
      guarded = true;
    }
    if (!rows.next()) {
      return false;
    }
    count++;
    return true;
  }

  /// The row at hand.
  ResultSet row() {
    return rows;
  }

  boolean isGuarded() {
    return guarded;
  }
}
