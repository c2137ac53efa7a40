package io.hartonomous.dbtest;

import java.util.List;

/// What became of a test. `millis` is wall time. `messages` are what PRINT and informational errors
/// said.
public record TestOutcome(
    TestCase test,
    Verdict verdict,
    String detail,
    int errorNumber,
    int errorLine,
    long millis,
    List<String> messages) {
  public TestOutcome {
    messages = List.copyOf(messages);
  }

  public enum Verdict {
    PASSED,
    /// An assertion did not hold, an error came that was not expected, or an expected one did not
    /// come.
    FAILED,
    /// The test ended the transaction it ran in: what it did may stay in the database.
    ENDED_TRANSACTION
  }

  /// The line of the test's file at which it failed, or on which it begins.
  public int fileLine() {
    return test.line() + Math.max(0, errorLine - 1);
  }

  public boolean passed() {
    return verdict == Verdict.PASSED;
  }
}
