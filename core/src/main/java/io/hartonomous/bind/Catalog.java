package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.Optional;

/// What names stand for, outside the statement at hand. A project's build answers from its model,
/// the engine from its database (temporary tables of the session included).
///
/// Names come in as written, completed with [#defaultSchema] where no schema was written; system
/// objects are asked for with schema `sys` or `INFORMATION_SCHEMA`.
public interface Catalog {
  Collation collation();

  String defaultSchema();

  boolean schemaExists(String schema);

  /// A table, a view, a temporary table (`#t`, schema ignored) or a system view.
  Optional<Relation> relation(ObjectName name);

  /// A relation whose name names its database too. A project knows of other databases that they
  /// have the same system views.
  default Optional<Relation> relation(String database, ObjectName name) {
    return name.schema().equalsIgnoreCase("sys")
            || name.schema().equalsIgnoreCase("INFORMATION_SCHEMA")
        ? relation(name)
        : Optional.empty();
  }

  /// A function or a procedure, also one of the system's.
  Optional<Routine> routine(ObjectName name);

  /// Where a synonym points to, within this database.
  Optional<ObjectName> synonym(ObjectName name);

  /// An alias or table type of the user; a table type has base TABLE.
  Optional<SqlType> type(ObjectName name);

  /// The columns of a table type.
  Optional<Relation> tableType(ObjectName name);

  /// The type of a sequence.
  Optional<SqlType> sequence(ObjectName name);

  /// Whether several definitions share this name, so that nobody can say which one is meant.
  default boolean ambiguous(ObjectName name) {
    return false;
  }

  /// Whether a column or parameter of this object is defined more than once.
  default boolean ambiguous(ObjectName name, String member) {
    return false;
  }
}
