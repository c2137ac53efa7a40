package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.PgNaming;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.model.ObjectName;

/// Names in PostgreSQL, as the catalog's rows carry them.
public record Names(PgNames pg) implements PgNaming {

  @Override
  public String table(ObjectName name) {
    return pg.object(name);
  }

  @Override
  public String sequence(ObjectName name) {
    return pg.sequence(name);
  }

  /// Identity sequences are made by name, because those that PostgreSQL names by itself change with
  /// the column.
  @Override
  public String identity(ObjectName table, String column) {
    return pg.schema(table.schema()) + "." + pg.index(table, column + ".identity");
  }
}
