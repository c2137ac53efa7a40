package io.hartonomous.diff;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.List;

/// One place for the compression of a table's rows: the rows of a table are those of its clustered
/// index, and DATA_COMPRESSION may be written with either.
public final class Compression {
  private Compression() {}

  /// The model with the compression of clustered indexes at their tables.
  public static DatabaseModel ofTables(DatabaseModel model) {
    List<SchemaObject> objects =
        model.objects().stream()
            .<SchemaObject>map(o -> o instanceof Table table ? ofTable(table) : o)
            .toList();
    return model.withObjects(objects);
  }

  private static Table ofTable(Table table) {
    String rows = table.options().compression();
    for (TableConstraint constraint : table.constraints()) {
      if (constraint instanceof TableConstraint.Key key
          && key.clustered()
          && isSet(key.options())) {
        rows = key.options().compression();
      }
    }
    for (Index index : table.indexes()) {
      if (index.clustered() && isSet(index.options())) {
        rows = index.options().compression();
      }
    }
    if (rows.equals("NONE")) {
      return table;
    }
    List<TableConstraint> constraints =
        table.constraints().stream()
            .<TableConstraint>map(c ->
                c instanceof TableConstraint.Key k && k.clustered()
                    ? new TableConstraint.Key(
                        k.name(),
                        k.primary(),
                        true,
                        k.columns(),
                        without(k.options()),
                        k.placement())
                    : c)
            .toList();
    List<Index> indexes =
        table.indexes().stream()
            .map(i ->
                i.clustered()
                    ? new Index(
                        i.name(),
                        i.kind(),
                        i.unique(),
                        true,
                        i.columns(),
                        i.include(),
                        i.filter(),
                        without(i.options()),
                        i.placement())
                    : i)
            .toList();
    Table.TableOptions o = table.options();
    Table.TableOptions options = o.withCompression(rows);
    return new Table(table.name(), table.columns(), constraints, indexes, options);
  }

  private static boolean isSet(IndexOptions options) {
    return !options.compression().equals("NONE");
  }

  private static IndexOptions without(IndexOptions o) {
    return new IndexOptions(
        o.fillFactor(),
        o.padIndex(),
        o.ignoreDupKey(),
        o.statisticsNoRecompute(),
        o.allowRowLocks(),
        o.allowPageLocks(),
        o.optimizeForSequentialKey(),
        "NONE",
        o.disabled());
  }
}
