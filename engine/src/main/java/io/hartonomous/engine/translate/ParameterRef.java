package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import java.util.Collections;
import java.util.List;

/// What a `?` of a [PgStatement] stands for.
public sealed interface ParameterRef {
  SqlType type();

  /// A T-SQL variable, its name with `@`, as written.
  record Variable(String name, SqlType type) implements ParameterRef {}

  /// A value that the session knows: `@@ROWCOUNT`, `SCOPE_IDENTITY`, `ERROR_MESSAGE`, in upper
  /// case, with constant arguments.
  record Session(String function, List<Object> arguments, SqlType type) implements ParameterRef {
    public Session {
      arguments = Collections.unmodifiableList(arguments);
    }
  }

  record Constant(Object value, SqlType type) implements ParameterRef {}

  /// The value at that place (0-based) of a row that the caller has.
  record Ordinal(int index, SqlType type) implements ParameterRef {}
}
