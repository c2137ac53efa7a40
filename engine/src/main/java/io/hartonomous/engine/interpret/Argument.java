package io.hartonomous.engine.interpret;

import io.hartonomous.model.SqlType;

/// One argument of a call. `name` with its `@`, empty for a positional one. `target` takes the
/// value of an OUTPUT argument. `table` is a table-valued argument. `defaulted` asks for the
/// parameter's default.
record Argument(
    String name,
    Object value,
    SqlType type,
    boolean output,
    boolean defaulted,
    Variable target,
    TemporaryTable table) {
  static Argument of(String name, Object value, SqlType type) {
    return new Argument(name, value, type, false, false, null, null);
  }
}
