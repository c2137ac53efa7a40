package io.hartonomous.engine.interpret;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// A session's connection to one PostgreSQL database, with statement atomicity: inside a
/// transaction each statement stands between SAVEPOINT and RELEASE, sent in one round trip, so that
/// an error undoes the statement alone.
///
/// The driver hands rows over in portions only while its auto-commit is off. So it is off inside a
/// transaction and while a result is streamed, and on where every statement is its own transaction.
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

  /// Takes rows out of a result that comes in portions.
  interface StreamReader<T> {
    T read(PgRows rows) throws SQLException;
  }

  private final BaseConnection connection;
  private final Cancellation cancellation;
  private boolean inTransaction;
  private boolean streaming;

  PgConnection(Connection connection, Cancellation cancellation) throws SQLException {
    this.connection = connection.unwrap(BaseConnection.class);
    this.cancellation = cancellation;
  }

  Connection connection() {
    return connection;
  }

  boolean inTransaction() {
    return inTransaction;
  }

  /// Whether an error has left the transaction in a state from which only a rollback leads out.
  boolean isFailed() {
    return connection.getTransactionState() == TransactionState.FAILED;
  }

  /// Runs plain statements of the engine's own.
  public void execute(String sql) throws SQLException {
    BaseConnection before = cancellation.enter(connection);
    try {
      run(sql);
    } finally {
      cancellation.leave(before);
    }
  }

  /// Runs a statement that must not be stopped half-way: about transactions, or cleaning up.
  void control(String sql) throws SQLException {
    BaseConnection before = cancellation.suspend();
    try {
      run(sql);
    } finally {
      cancellation.leave(before);
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  void begin(String isolation) throws SQLException {
    control(isolation.isEmpty() ? "BEGIN" : "BEGIN ISOLATION LEVEL " + isolation);
    inTransaction = true;
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    end("COMMIT");
  }

  void rollback() throws SQLException {
    end("ROLLBACK");
  }

  private void end(String command) throws SQLException {
    inTransaction = false;
    try {
      control(command);
    } finally {
      // No transaction is open any more, so this sends nothing.
      if (connection.getTransactionState() == TransactionState.IDLE) {
        connection.setAutoCommit(true);
      }
    }
  }

  /// Makes the savepoint of a statement by itself.
  void savepoint() throws SQLException {
    control("SAVEPOINT hn_s");
  }

  /// Runs a statement that gives few rows; all are read before the first is taken.
  public <T> T query(String sql, Binder binder, Reader<T> reader) throws SQLException {
    BaseConnection before = cancellation.enter(connection);
    try (PreparedStatement statement =
        connection.prepareStatement(inTransaction ? BEFORE + sql + AFTER : sql)) {
      binder.bind(statement);
      try (ResultSet rows = resultSet(statement, sql, inTransaction)) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw undone(e);
    } finally {
      cancellation.leave(before);
    }
  }

  /// Runs a query outside a transaction that may give few rows; empty where there are more than
  /// `most`: then none was taken.
  OptionalLong few(String sql, int most, Binder binder, Reader<Long> reader) throws SQLException {
    BaseConnection before = cancellation.enter(connection);
    try (PreparedStatement statement =
        connection.prepareStatement(
            sql, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
      statement.setMaxRows(most + 1);
      binder.bind(statement);
      try (ResultSet rows = resultSet(statement, sql, false)) {
        if (rows.absolute(most + 1)) {
          return OptionalLong.empty();
        }
        rows.beforeFirst();
        return OptionalLong.of(reader.read(rows));
      }
    } finally {
      cancellation.leave(before);
    }
  }

  private static ResultSet resultSet(PreparedStatement statement, String sql, boolean second)
      throws SQLException {
    boolean hasRows = statement.execute();
    if (second) {
      hasRows = statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT);
    }
    if (!hasRows) {
      throw new IllegalStateException("a query without rows: " + sql);
    }
    return statement.getResultSet();
  }

  /// Runs a statement that may give any number of rows; they are handed over in portions of
  /// `portion`.
  <T> T stream(String sql, int portion, Binder binder, StreamReader<T> reader) throws SQLException {
    if (streaming) {
      throw new IllegalStateException("a result inside another one");
    }
    boolean inOwn = !inTransaction;
    boolean done = false;
    BaseConnection before = cancellation.enter(connection);
    streaming = true;
    try {
      if (inOwn) {
        // The driver sends BEGIN together with the statement.
        connection.setAutoCommit(false);
      }
      T result = rows(sql, portion, binder, reader, inOwn);
      done = true;
      return result;
    } finally {
      streaming = false;
      cancellation.leave(before);
      if (inOwn) {
        endOwn(done);
      }
    }
  }

  private <T> T rows(String sql, int portion, Binder binder, StreamReader<T> reader, boolean inOwn)
      throws SQLException {
    PgRows portions = null;
    try (PreparedStatement statement =
        connection.prepareStatement(inOwn ? sql : BEFORE + sql + AFTER)) {
      statement.setFetchSize(portion);
      binder.bind(statement);
      try (ResultSet rows = resultSet(statement, sql, !inOwn)) {
        portions = new PgRows(this, rows, portion, !inOwn);
        return reader.read(portions);
      }
    } catch (SQLException e) {
      if (inTransaction && isFailed()) {
        portions = null;
      }
      throw undone(e);
    } finally {
      if (portions != null && portions.isGuarded() && inTransaction && !isFailed()) {
        control("RELEASE SAVEPOINT hn_s");
      }
    }
  }

  private void endOwn(boolean done) throws SQLException {
    try {
      if (done) {
        control("COMMIT");
      }
    } finally {
      if (connection.getTransactionState() != TransactionState.IDLE) {
        control("ROLLBACK");
      }
      connection.setAutoCommit(true);
    }
  }

  /// Runs a statement that changes rows and gives their number.
  public long update(String sql, Binder binder) throws SQLException {
    BaseConnection before = cancellation.enter(connection);
    try (PreparedStatement statement =
        connection.prepareStatement(inTransaction ? BEFORE + sql + AFTER : sql)) {
      binder.bind(statement);
      statement.execute();
      if (inTransaction) {
        statement.getMoreResults(Statement.CLOSE_CURRENT_RESULT);
      }
      return Math.max(statement.getLargeUpdateCount(), 0);
    } catch (SQLException e) {
      throw undone(e);
    } finally {
      cancellation.leave(before);
    }
  }

  /// Runs work that prepares statements by itself, so that it can be stopped.
  <T> T working(Transactions.Work<T> work) throws SQLException {
    BaseConnection before = cancellation.enter(connection);
    try {
      return work.run();
    } finally {
      cancellation.leave(before);
    }
  }

  // What did not fail in PostgreSQL itself has its savepoint released by now, or never made it.
  private SQLException undone(SQLException e) {
    if (inTransaction && isFailed()) {
      try {
        control("ROLLBACK TO SAVEPOINT hn_s; RELEASE SAVEPOINT hn_s");
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
    }
    return e;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
