package io.hartonomous.dbtest;

import com.microsoft.sqlserver.jdbc.ISQLServerMessageHandler;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import io.hartonomous.dbtest.TestOutcome.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs tests on one connection, one after the other, each in a transaction that is rolled back.
///
/// The assertions are installed before the first test and dropped after the last, also when the run
/// fails.
public final class TestRunner {
  /// A savepoint at the beginning of every test: it is gone if the test ended its transaction, even
  /// if it began a new one.
  private static final String MARK = "hart_test_begin";

  private static final int ASSERTION_FAILED = 50200;

  private final Connection connection;
  private final List<String> messages = new ArrayList<>();

  /// The connection is the runner's own from here on: it hears the server's messages. Errors:
  /// [SQLException] where it is no connection of mssql-jdbc.
  public TestRunner(Connection connection) throws SQLException {
    this.connection = connection;
    ISQLServerMessageHandler handler =
        message -> {
          if (message.isErrorMessage()) {
            return message;
          }
          messages.add(message.getErrorMessage());
          return null;
        };
    connection.unwrap(SQLServerConnection.class).setServerMessageHandler(handler);
  }

  /// Errors: [SQLException] where the assertions cannot be installed or the connection is lost;
  /// what a test does wrong is in its outcome.
  public List<TestOutcome> run(List<TestCase> tests, Consumer<TestOutcome> finished)
      throws SQLException {
    List<TestOutcome> outcomes = new ArrayList<>();
    removeAssertions();
    installAssertions();
    try {
      for (TestCase test : tests) {
        TestOutcome outcome = run(test);
        outcomes.add(outcome);
        finished.accept(outcome);
      }
    } finally {
      removeAssertions();
    }
    return outcomes;
  }

  private TestOutcome run(TestCase test) throws SQLException {
    long start = System.nanoTime();
    execute("BEGIN TRANSACTION; SAVE TRANSACTION " + MARK + ";");
    messages.clear();
    Optional<SQLException> error = Optional.empty();
    try (Statement statement = connection.createStatement()) {
      try {
        drain(statement, statement.execute(test.sql()));
      } catch (SQLException e) {
        error = Optional.of(e);
      }
    }
    List<String> said = List.copyOf(messages);
    boolean kept = endTransaction(error.isPresent());
    long millis = (System.nanoTime() - start) / 1_000_000;
    return outcome(test, said, error, kept, millis);
  }

  private static TestOutcome outcome(
      TestCase test,
      List<String> messages,
      Optional<SQLException> error,
      boolean kept,
      long millis) {
    Optional<ExpectedError> expected =
        messages.stream()
            .flatMap(message -> ExpectedError.read(message).stream())
            .reduce((_, last) -> last);
    List<String> shown =
        messages.stream().filter(message -> ExpectedError.read(message).isEmpty()).toList();
    int number = error.map(SQLException::getErrorCode).orElse(0);
    int line = error.map(TestRunner::line).orElse(0);
    String text = error.map(SQLException::getMessage).orElse("");
    if (!kept) {
      return new TestOutcome(
          test,
          Verdict.ENDED_TRANSACTION,
          "The test committed or rolled back the transaction it runs in. What it changed may still"
              + " be there.",
          number,
          line,
          millis,
          shown);
    }
    if (error.isPresent() && number == ASSERTION_FAILED) {
      return new TestOutcome(test, Verdict.FAILED, text, number, line, millis, shown);
    }
    if (expected.isPresent()) {
      if (error.isEmpty()) {
        return new TestOutcome(
            test,
            Verdict.FAILED,
            "Expected " + expected.get() + ", but the test ended without an error.",
            0,
            0,
            millis,
            shown);
      }
      return expected.get().matches(number, text)
          ? new TestOutcome(test, Verdict.PASSED, "", 0, 0, millis, shown)
          : new TestOutcome(
              test,
              Verdict.FAILED,
              "Expected " + expected.get() + ", found error " + number + ": " + text,
              number,
              line,
              millis,
              shown);
    }
    return error.isPresent()
        ? new TestOutcome(
            test, Verdict.FAILED, "Error " + number + ": " + text, number, line, millis, shown)
        : new TestOutcome(test, Verdict.PASSED, "", 0, 0, millis, shown);
  }

  private static int line(SQLException error) {
    return error instanceof SQLServerException server && server.getSQLServerError() != null
        ? (int) server.getSQLServerError().getLineNumber()
        : 0;
  }

  /// Reads every result to its end: an error may hide behind the last row.
  private static void drain(Statement statement, boolean hasRows) throws SQLException {
    boolean rows = hasRows;
    while (true) {
      if (rows) {
        try (ResultSet result = statement.getResultSet()) {
          while (result.next()) {
            // The rows are the test's own business.
          }
        }
      } else if (statement.getUpdateCount() < 0) {
        return;
      }
      rows = statement.getMoreResults();
    }
  }

  /// Rolls back. False if the transaction of the test was no longer there although no error ended
  /// it.
  private boolean endTransaction(boolean failed) throws SQLException {
    int open = number("SELECT @@TRANCOUNT");
    if (open == 0) {
      return failed;
    }
    boolean kept = true;
    if (number("SELECT XACT_STATE()") == 1) {
      try {
        execute("ROLLBACK TRANSACTION " + MARK + ";");
      } catch (SQLException _) {
        // Error 6401: the savepoint is gone, so this is another transaction than the one we began.
        kept = failed;
      }
    }
    execute("IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;");
    return kept;
  }

  private int number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  private void installAssertions() throws SQLException {
    for (String batch : batches(script("assertions.sql"))) {
      execute(batch);
    }
  }

  private void removeAssertions() throws SQLException {
    execute(
        """
        IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;
        DROP PROCEDURE IF EXISTS hart_test.assert_empty;
        DROP PROCEDURE IF EXISTS hart_test.assert_equals;
        DROP PROCEDURE IF EXISTS hart_test.assert_row_count;
        DROP PROCEDURE IF EXISTS hart_test.assert_tables_equal;
        DROP PROCEDURE IF EXISTS hart_test.assert_true;
        DROP PROCEDURE IF EXISTS hart_test.expect_error;
        DROP PROCEDURE IF EXISTS hart_test.fail;
        DROP SCHEMA IF EXISTS hart_test;
        """);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      drain(statement, statement.execute(sql));
    }
  }

  private static List<String> batches(String script) {
    return List.of(script.split("(?m)^GO\\s*$")).stream()
        .map(String::strip)
        .filter(batch -> !batch.isEmpty())
        .toList();
  }

  private static String script(String name) {
    try (InputStream in = TestRunner.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
