package io.hartonomous.engine.translate;

/// An error of the user's T-SQL with SQL Server's number. It ends a statement; what else it ends is
/// the interpreter's affair.
public final class SqlError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What the engine cannot do, by the feature's name.
  public static final int UNSUPPORTED = 49900;

  private final int number;
  private final int severity;
  private final int state;

  public SqlError(int number, int severity, int state, String text) {
    super(text, null, false, false);
    this.number = number;
    this.severity = severity;
    this.state = state;
  }

  /// The error of that number with its text from [ErrorText].
  public static SqlError of(int number, Object... arguments) {
    return new SqlError(number, ErrorText.severity(number), 1, ErrorText.text(number, arguments));
  }

  public static SqlError unsupported(String feature) {
    return of(UNSUPPORTED, feature);
  }

  public int number() {
    return number;
  }

  public int severity() {
    return severity;
  }

  public int state() {
    return state;
  }

  public String text() {
    return getMessage();
  }
}
