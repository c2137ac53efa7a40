package io.hartonomous.engine.translate;

import io.hartonomous.model.Column;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.List;

/// The history of a system-versioned table.
final class HistorySql {
  private final Emission emission;

  HistorySql(Emission emission) {
    this.emission = emission;
  }

  /// The rows that were, with their period closed at the time of the transaction.
  String part(DmlTarget target, List<String> returning) {
    Table.SystemVersioning versioning = target.versioning().orElseThrow();
    List<String> names = new ArrayList<>();
    List<String> held = new ArrayList<>();
    for (Column column : target.table.columns()) {
      if (column.computed().isPresent() && !column.computed().get().persisted()) {
        continue;
      }
      String name = emission.names.column(column.name());
      names.add(name);
      if (emission.collation.same(column.name(), versioning.periodEnd())) {
        held.add("hn.transaction_time()");
      } else {
        String part = "h" + held.size();
        returning.add("old." + name + " AS " + part);
        held.add(part);
      }
    }
    String history =
        emission.names.object(
            versioning
                .history()
                .orElseThrow(() -> SqlError.unsupported("a history table without a name")));
    return "history AS (INSERT INTO "
        + history
        + " ("
        + String.join(", ", names)
        + ") SELECT "
        + String.join(", ", held)
        + " FROM d WHERE action <> 'INSERT')";
  }
}
