package io.hartonomous.engine.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Collection;

/// Collects changes of the tables in `hncat` and sends them in one round trip.
final class RowWriter {
  private final StringBuilder sql = new StringBuilder();

  void delete(String table, String column, int value) {
    sql.append("DELETE FROM hncat.").append(table).append(" WHERE ").append(column);
    sql.append(" = ").append(value).append(";\n");
  }

  /// Ids of different kinds may be equal, so that an entry is told by both.
  void deleteEntry(String kind, int id) {
    sql.append("DELETE FROM hncat.entry WHERE kind = '").append(kind);
    sql.append("' AND object_id = ").append(id).append(";\n");
  }

  /// Adds a row; a value is null, a string, a number, a boolean (0 or 1), a moment or a list of one
  /// of them (an array).
  void insert(String table, Object... values) {
    sql.append("INSERT INTO hncat.").append(table).append(" VALUES (");
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        sql.append(", ");
      }
      literal(values[i]);
    }
    sql.append(");\n");
  }

  private void literal(Object value) {
    switch (value) {
      case null -> sql.append("NULL");
      case Boolean b -> sql.append(b ? 1 : 0);
      case Number n -> sql.append(n);
      case LocalDateTime t -> sql.append('\'').append(t).append('\'');
      case Collection<?> items -> {
        sql.append("ARRAY[");
        String separator = "";
        for (Object item : items) {
          sql.append(separator);
          literal(item);
          separator = ", ";
        }
        sql.append(
            items.isEmpty() || items.iterator().next() instanceof Number
                ? "]::int[]"
                : "]::text[]");
      }
      default -> quote(value.toString());
    }
  }

  private void quote(String text) {
    if (text.indexOf('\\') >= 0) {
      sql.append('E');
    }
    sql.append('\'').append(text.replace("\\", "\\\\").replace("'", "''")).append('\'');
  }

  void send(Connection connection) throws SQLException {
    if (sql.isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      // Escape processing would look for `{` in definitions; it is off so that text arrives byte
      // for byte.
      statement.setEscapeProcessing(false);
      statement.execute(sql.toString());
    }
    sql.setLength(0);
  }
}
