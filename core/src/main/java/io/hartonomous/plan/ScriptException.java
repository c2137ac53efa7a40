package io.hartonomous.plan;

/// A deployment script that cannot be cut into batches: an unknown sqlcmd command, a variable
/// without a value. Names file and line.
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScriptException(String file, int line, String what) {
    super(file + "(" + line + "): " + what);
  }
}
