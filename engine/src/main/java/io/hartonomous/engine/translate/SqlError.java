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

  /// The error of that number with its class, state and text from the table.
  public static SqlError of(int number, Object... arguments) {
    ErrorText entry = ErrorText.of(number);
    return new SqlError(number, entry.severity(), entry.state(), entry.text(arguments));
  }

  /// An error of syntax that the parser has told already.
  public static SqlError syntax(String text) {
    return new SqlError(102, 15, 1, text);
  }

  public SqlError withState(int newState) {
    return new SqlError(number, severity, newState, getMessage());
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
