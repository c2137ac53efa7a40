package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// History tables of system-versioned tables. The server makes them and keeps their columns in
/// step, so a source need not name them.
final class Histories {
  private Histories() {}

  static Set<ObjectName> names(DatabaseModel model, Collation collation) {
    Set<ObjectName> names = new HashSet<>();
    model
        .all(Table.class)
        .flatMap(table -> table.options().systemVersioning().stream())
        .filter(Table.SystemVersioning::on)
        .flatMap(versioning -> versioning.history().stream())
        .forEach(name -> names.add(collation.key(name)));
    return names;
  }

  /// `model` without the history tables that `source` does not name.
  static DatabaseModel without(DatabaseModel model, DatabaseModel source) {
    Collation collation = source.collation();
    Set<ObjectName> names = names(model, collation);
    source.all(Table.class).forEach(table -> names.remove(collation.key(table.name())));
    if (names.isEmpty()) {
      return model;
    }
    List<SchemaObject> left =
        model.objects().stream()
            .filter(object ->
                !(object instanceof Table table && names.contains(collation.key(table.name()))))
            .toList();
    return model.withObjects(left);
  }

  /// A history table without what the server keeps in step.
  static Table withoutColumns(Table table) {
    return table.withColumns(List.of());
  }
}
