package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import java.util.List;

/// What binding and translating a node gave, and under which catalog and which temporary tables
/// that holds.
record Plan<T>(long version, long settings, List<Temporary> temporaries, T value) {
  /// A temporary table or table variable that the plan names: its columns and where it stood in
  /// PostgreSQL.
  record Temporary(String name, Relation relation, String pgName) {}
}
