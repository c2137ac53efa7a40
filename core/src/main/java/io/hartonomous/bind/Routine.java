package io.hartonomous.bind;

import io.hartonomous.model.Module;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.List;
import java.util.Optional;

/// What can be called by name. `returns` is UNKNOWN for a table function and INT for a procedure;
/// `result` are the columns of a table function.
public record Routine(
    ObjectName name,
    Kind kind,
    List<Parameter> parameters,
    SqlType returns,
    List<Relation.Column> result) {
  public Routine {
    parameters = List.copyOf(parameters);
    result = List.copyOf(result);
  }

  /// What a module is to its callers; empty for a view or a trigger. `result`: the columns of a
  /// table function, left aside for the others.
  public static Optional<Routine> of(Module module, List<Relation.Column> result) {
    return switch (module) {
      case Module.Procedure p ->
          Optional.of(
              new Routine(p.name(), Kind.PROCEDURE, p.parameters(), SqlType.INT, List.of()));
      case Module.ScalarFunction f ->
          Optional.of(
              new Routine(f.name(), Kind.SCALAR_FUNCTION, f.parameters(), f.returns(), List.of()));
      case Module.TableFunction f ->
          Optional.of(
              new Routine(
                  f.name(),
                  f.inline() ? Kind.INLINE_TABLE_FUNCTION : Kind.TABLE_FUNCTION,
                  f.parameters(),
                  SqlType.UNKNOWN,
                  result));
      case Module.View _, Module.Trigger _, Module.DatabaseTrigger _ -> Optional.empty();
    };
  }

  public enum Kind {
    SCALAR_FUNCTION,
    INLINE_TABLE_FUNCTION,
    TABLE_FUNCTION,
    PROCEDURE,
    SYSTEM_PROCEDURE
  }
}
