package io.hartonomous.engine.catalog;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import java.time.LocalDateTime;
import java.util.List;

/// One object of a database as the engine keeps it. `result` are the columns that a view or table
/// function gives, as they were when it was made: SQL Server freezes them too. `uses` are the
/// objects of the database that a module names.
public record CatalogEntry(
    int id,
    SchemaObject object,
    ObjectIds ids,
    List<Relation.Column> result,
    List<ObjectName> uses,
    LocalDateTime created,
    LocalDateTime modified) {
  public CatalogEntry {
    result = List.copyOf(result);
    uses = List.copyOf(uses);
  }

  public ObjectKey key() {
    return object.key();
  }

  public ObjectKind kind() {
    return object.kind();
  }

  public ObjectName name() {
    return object.name();
  }

  public CatalogEntry with(SchemaObject changed, ObjectIds changedIds, LocalDateTime now) {
    return new CatalogEntry(id, changed, changedIds, result, uses, created, now);
  }

  public CatalogEntry with(SchemaObject changed, LocalDateTime now) {
    return with(changed, ids, now);
  }

  /// Whether names of this kind share the one name space of a schema: nothing but one of them may
  /// bear a name.
  public static boolean sharesNameSpace(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, SCALAR_FUNCTION, TABLE_FUNCTION, PROCEDURE, TRIGGER, SYNONYM, SEQUENCE ->
          true;
      default -> false;
    };
  }
}
