package io.hartonomous.engine.interpret;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A session's connection to one PostgreSQL database, with statement atomicity: inside a
/// transaction each statement stands between SAVEPOINT and RELEASE, sent in one round trip, so that
/// an error undoes the statement alone.
public final class PgConnection implements AutoCloseable {
  private static final String BEFORE = "SAVEPOINT hn_s; ";
  private static final String AFTER = "; RELEASE SAVEPOINT hn_s";

  /// Puts the values into a statement.
  public interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /// Takes rows out of a result.
  public interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private final Connection connection;
  private boolean inTransaction;
  private volatile Statement running;
  private volatile boolean cancelRequested;

  PgConnection(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  /// Runs plain statements of the engine's own.
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      running = statement;
      statement.execute(sql);
    } finally {
      running = null;
    }
  }

  void begin(String isolation) throws SQLException {
    execute(isolation.isEmpty() ? "BEGIN" : "BEGIN ISOLATION LEVEL " + isolation);
    inTransaction = true;
  }

  void commit() throws SQLException {
    inTransaction = false;
    execute("COMMIT");
  }

  void rollback() throws SQLException {
    inTransaction = false;
    execute("ROLLBACK");
  }

  /// Runs a statement that gives rows.
  public <T> T query(String sql, Binder binder, Reader<T> reader) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(inTransaction ? BEFORE + sql + AFTER : sql)) {
      boolean hasRows = start(statement, binder);
      if (inTransaction) {
        hasRows = statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT);
      }
      if (!hasRows) {
        throw new IllegalStateException("a query without rows: " + sql);
      }
      try (ResultSet rows = statement.getResultSet()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw undone(e);
    } finally {
      running = null;
    }
  }

  /// Runs a statement that changes rows and gives their number.
  public long update(String sql, Binder binder) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(inTransaction ? BEFORE + sql + AFTER : sql)) {
      start(statement, binder);
      if (inTransaction) {
        statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT);
      }
      return Math.max(statement.getLargeUpdateCount(), 0);
    } catch (SQLException e) {
      throw undone(e);
    } finally {
      running = null;
    }
  }

  private boolean start(PreparedStatement statement, Binder binder) throws SQLException {
    binder.bind(statement);
    if (cancelRequested) {
      throw new Cancelled();
    }
    running = statement;
    return statement.execute();
  }

  private SQLException undone(SQLException e) {
    if (inTransaction) {
      try {
        running = null;
        execute("ROLLBACK TO SAVEPOINT hn_s; RELEASE SAVEPOINT hn_s");
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
    }
    return e;
  }

  /// Stops the running statement; may be called by another thread. What starts later in the same
  /// call is refused.
  void cancel() throws SQLException {
    cancelRequested = true;
    Statement statement = running;
    if (statement != null) {
      statement.cancel();
    }
  }

  boolean isCancelRequested() {
    return cancelRequested;
  }

  void clearCancel() {
    cancelRequested = false;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
