package io.hartonomous.engine.interpret;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Runs a script batch by batch through the driver and writes down all that comes back, in its
/// order: rows, counts, messages, errors.
final class ScriptRunner {
  private final StringBuilder out = new StringBuilder();

  static List<String> batches(String script) {
    List<String> batches = new ArrayList<>();
    StringBuilder batch = new StringBuilder();
    for (String line : script.split("\n", -1)) {
      if (line.strip().equalsIgnoreCase("GO")) {
        batches.add(batch.toString());
        batch.setLength(0);
      } else {
        batch.append(line).append('\n');
      }
    }
    if (!batch.toString().isBlank()) {
      batches.add(batch.toString());
    }
    return batches;
  }

  static String run(Connection connection, String script) throws IOException {
    ScriptRunner runner = new ScriptRunner();
    for (String batch : batches(script)) {
      if (!batch.isBlank()) {
        runner.batch(connection, batch);
      }
    }
    return runner.out.toString();
  }

  private void batch(Connection connection, String batch) {
    out.append("--- batch\n");
    try (Statement statement = connection.createStatement()) {
      boolean rows = false;
      boolean started = false;
      while (true) {
        try {
          rows = started ? statement.getMoreResults() : statement.execute(batch);
          started = true;
          warnings(statement);
          if (rows) {
            try (ResultSet set = statement.getResultSet()) {
              print(set);
            }
          } else if (statement.getUpdateCount() >= 0) {
            out.append('(').append(statement.getUpdateCount()).append(" rows)\n");
          } else {
            break;
          }
        } catch (SQLServerException e) {
          started = true;
          warnings(statement);
          error(e);
          if (e.getSQLServerError() == null) {
            break;
          }
        }
      }
    } catch (SQLException e) {
      out.append("driver: ").append(e.getMessage()).append('\n');
    }
  }

  private void error(SQLServerException e) {
    if (e.getSQLServerError() == null) {
      out.append("driver: ").append(e.getMessage()).append('\n');
      return;
    }
    out.append("error ")
        .append(e.getSQLServerError().getErrorNumber())
        .append(", severity ")
        .append(e.getSQLServerError().getErrorSeverity());
    out.append(", state ").append(e.getSQLServerError().getErrorState());
    String procedure = e.getSQLServerError().getProcedureName();
    out.append(procedure == null || procedure.isEmpty() ? "" : ", " + procedure)
        .append(", line ")
        .append(e.getSQLServerError().getLineNumber());
    out.append(": ").append(e.getSQLServerError().getErrorMessage()).append('\n');
  }

  private void warnings(Statement statement) throws SQLException {
    for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
      if (w.getErrorCode() != 5701 && w.getErrorCode() != 5703) {
        out.append("message")
            .append(w.getErrorCode() == 0 ? "" : " " + w.getErrorCode())
            .append(": ")
            .append(w.getMessage())
            .append('\n');
      }
    }
    statement.clearWarnings();
  }

  private void print(ResultSet set) throws SQLException {
    ResultSetMetaData meta = set.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnName(i) + " " + meta.getColumnTypeName(i));
    }
    out.append(String.join(" | ", names)).append('\n');
    int count = 0;
    while (set.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        values.add(String.valueOf(set.getString(i)));
      }
      out.append("  ").append(String.join(" | ", values)).append('\n');
      count++;
    }
    out.append('(').append(count).append(" rows)\n");
  }
}
