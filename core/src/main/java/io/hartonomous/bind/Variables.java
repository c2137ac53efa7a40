package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The variables that stand outside the statement at hand. Names have their `@`.
public interface Variables {
  Variables NONE = _ -> Optional.empty();

  /// A scalar variable, a parameter or a cursor variable.
  Optional<SqlType> variable(String name);

  /// A table variable or a table-valued parameter.
  default Optional<Relation> table(String name) {
    return Optional.empty();
  }

  /// Inside a trigger: the table (or view) whose columns `inserted` and `deleted` have.
  default Optional<Relation> triggerTable() {
    return Optional.empty();
  }

  static Variables of(
      Collation collation, Map<String, SqlType> scalars, Map<String, Relation> tables) {
    Map<String, SqlType> types = new HashMap<>();
    scalars.forEach((name, type) -> types.put(collation.key(name), type));
    Map<String, Relation> relations = new HashMap<>();
    tables.forEach((name, relation) -> relations.put(collation.key(name), relation));
    return new Variables() {
      @Override
      public Optional<SqlType> variable(String name) {
        return Optional.ofNullable(types.get(collation.key(name)));
      }

      @Override
      public Optional<Relation> table(String name) {
        return Optional.ofNullable(relations.get(collation.key(name)));
      }
    };
  }
}
