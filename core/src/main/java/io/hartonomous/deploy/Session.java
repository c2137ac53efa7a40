package io.hartonomous.deploy;

import com.microsoft.sqlserver.jdbc.ISQLServerMessageHandler;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One connection to a target, with the few ways in which a deployment talks to it. Every result of
/// a batch is read to its end: an error may stand behind the last row.
final class Session implements AutoCloseable {
  /// Hears messages while a batch runs.
  interface Messages {
    void message(int number, int severity, String text);
  }

  private final SQLServerConnection connection;
  private Messages messages = (_, _, _) -> {};

  Session(Connection connection) throws SQLException {
    this.connection = connection.unwrap(SQLServerConnection.class);
    ISQLServerMessageHandler handler =
        message -> {
          if (message.isErrorMessage()) {
            return message;
          }
          messages.message(
              message.getErrorNumber(), message.getErrorSeverity(), message.getErrorMessage());
          // Null: the driver need not keep it as a warning.
          return null;
        };
    this.connection.setServerMessageHandler(handler);
  }

  Connection connection() {
    return connection;
  }

  void hear(Messages listener) {
    messages = listener;
  }

  /// Runs a batch; the counts of its statements that changed rows.
  List<Long> run(String sql, int timeoutSeconds) throws SQLException {
    List<Long> counts = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(timeoutSeconds);
      statement.setEscapeProcessing(false);
      boolean rows = statement.execute(sql);
      while (true) {
        if (rows) {
          try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
              // Rows are not for us.
            }
          }
        } else {
          long count = statement.getLargeUpdateCount();
          if (count < 0) {
            return counts;
          }
          counts.add(count);
        }
        rows = statement.getMoreResults();
      }
    }
  }

  void run(String sql) throws SQLException {
    run(sql, 0);
  }

  /// Runs one statement with parameters.
  void update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      statement.execute();
    }
  }

  /// The first column of the first row; empty for no row or NULL.
  Optional<String> text(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
      }
    }
  }

  long number(String sql, Object... parameters) throws SQLException {
    return text(sql, parameters).map(Long::parseLong).orElse(0L);
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /// Whether the connection itself is gone, rather than a batch refused.
  static boolean isConnectionLoss(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.startsWith("08")
        || e instanceof SQLServerException server
            && server.getSQLServerError() == null
            && e.getErrorCode() == 0;
  }
}
