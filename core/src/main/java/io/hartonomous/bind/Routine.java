package io.hartonomous.bind;

import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.List;

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

  public enum Kind {
    SCALAR_FUNCTION,
    INLINE_TABLE_FUNCTION,
    TABLE_FUNCTION,
    PROCEDURE,
    SYSTEM_PROCEDURE
  }
}
