package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import java.util.List;

/// A column that a query gives, with what its expression uses. `computed` is false for a column
/// that was declared with a type; `identity` is what its declaration says.
public record OutputColumn(
    String name,
    SqlType type,
    boolean nullable,
    boolean computed,
    boolean identity,
    List<Dependency> dependencies) {
  public OutputColumn {
    dependencies = List.copyOf(dependencies);
  }

  public OutputColumn(
      String name,
      SqlType type,
      boolean nullable,
      boolean computed,
      List<Dependency> dependencies) {
    this(name, type, nullable, computed, false, dependencies);
  }
}
