package io.hartonomous.engine.translate;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import java.util.Optional;

/// What the translator must know beside the tree and its binding.
public interface TranslationContext {
  Collation collation();

  /// The name of the database, for messages.
  String database();

  PgNames names();

  /// The whole description of a base table, a temporary table, or of the table type behind a table
  /// variable.
  Optional<Table> table(Relation relation);

  /// The quoted name of a relation in PostgreSQL. Only temporary tables, table variables,
  /// `inserted` and `deleted` of a trigger are asked for.
  String temporary(Relation relation);

  /// What a computed column is when it is read: for one that has no value of its own in PostgreSQL,
  /// its expression over the row that `alias` names.
  default Optional<String> computed(
      Relation relation, Optional<Table> table, String column, String alias) {
    return Optional.empty();
  }

  /// The schema of names without one.
  default String defaultSchema() {
    return "dbo";
  }

  /// Where a table named `name` stands when it is a synonym, else the name itself.
  default ObjectName resolve(ObjectName name) {
    return name;
  }

  /// Whether triggers or row images make the engine look at changed rows of the table; then OUTPUT
  /// without INTO is error 334.
  default Optional<Table> history(Table table) {
    return Optional.empty();
  }
}
