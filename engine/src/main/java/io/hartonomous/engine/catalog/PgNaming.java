package io.hartonomous.engine.catalog;

import io.hartonomous.model.ObjectName;

/// The PostgreSQL names that rows of the catalog carry, quoted: for counting rows and reading
/// sequences.
public interface PgNaming {
  String table(ObjectName name);

  String sequence(ObjectName name);

  /// The sequence behind an identity column.
  String identity(ObjectName table, String column);
}
