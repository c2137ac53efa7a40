package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.TypeChange;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Moves the rows of a table into a new one that takes its name, where no ALTER leads from one
/// shape to the other.
///
/// The new table begins without constraints and indexes: their names are still taken, and the
/// planner makes them afterwards anyway.
final class RebuildSql {
  private static final String PREFIX = "hart_rebuild_";

  private final Table before;
  private final Table after;
  private final Collation collation;
  private final boolean smartDefaults;
  private final Function<ObjectName, Optional<List<Index>>> historyIndexes;
  private final List<Batch> batches = new ArrayList<>();

  private RebuildSql(
      Change.RebuildTable rebuild,
      Collation collation,
      boolean smartDefaults,
      Function<ObjectName, Optional<List<Index>>> historyIndexes) {
    this.historyIndexes = historyIndexes;
    before = rebuild.before();
    after = rebuild.after();
    this.collation = collation;
    this.smartDefaults = smartDefaults;
  }

  /// `historyIndexes` gives the indexes of a history table that the source names; empty for one
  /// that only the server knows.
  static List<Batch> of(
      Change.RebuildTable rebuild,
      Collation collation,
      boolean smartDefaults,
      Function<ObjectName, Optional<List<Index>>> historyIndexes) {
    RebuildSql sql = new RebuildSql(rebuild, collation, smartDefaults, historyIndexes);
    sql.build();
    return sql.batches;
  }

  private void build() {
    Optional<Table.SystemVersioning> old = before.options().systemVersioning();
    Optional<Table.SystemVersioning> now = after.options().systemVersioning();
    boolean wasVersioned = old.filter(Table.SystemVersioning::on).isPresent();
    boolean isVersioned = now.filter(Table.SystemVersioning::on).isPresent();
    if (wasVersioned && isVersioned && old.get().history().isEmpty()) {
      throw new UnsupportedChangeException(
          after.key(),
          "this system-versioned table has to be rebuilt, and its history table has a name of the"
              + " server's; name it with HISTORY_TABLE first");
    }
    if (wasVersioned) {
      add("ALTER TABLE " + before.name().quoted() + " SET (SYSTEM_VERSIONING = OFF);");
    }
    move(before, after.name(), plain(after.columns()), after.options());
    now.ifPresent(versioning -> {
      add("ALTER TABLE " + after.name().quoted() + " ADD " + TableSql.period(versioning) + ";");
      for (Column column : after.columns()) {
        if (column.hidden()) {
          add(
              "ALTER TABLE "
                  + after.name().quoted()
                  + " ALTER COLUMN "
                  + Sql.name(column.name())
                  + " ADD HIDDEN;");
        }
      }
    });
    if (wasVersioned && isVersioned) {
      ObjectName history = old.get().history().get();
      Table historyTable =
          new Table(history, before.columns(), List.of(), List.of(), Table.TableOptions.DEFAULT);
      move(historyTable, history, historyColumns(after.columns()), Table.TableOptions.DEFAULT);
      Index period =
          new Index(
              "ix_" + history.name(),
              Index.IndexKind.ROWSTORE,
              false,
              true,
              List.of(
                  new IndexColumn(now.get().periodEnd(), false),
                  new IndexColumn(now.get().periodStart(), false)),
              List.of(),
              Optional.empty(),
              IndexOptions.DEFAULT,
              Optional.empty());
      historyIndexes
          .apply(history)
          .orElse(List.of(period))
          .forEach(index -> add(TableSql.createIndex(history, index)));
    }
    // Versioning comes on in a step of its own: it needs the primary key.
  }

  /// The columns as the new table begins: nothing that forbids to write them, no default, whose
  /// name may still be taken.
  private static List<Column> plain(List<Column> columns) {
    return columns.stream()
        .map(c ->
            c.withDefaultConstraint(Optional.empty())
                .withGeneratedAlways(Optional.empty())
                .withHidden(false))
        .toList();
  }

  private static List<Column> historyColumns(List<Column> columns) {
    return columns.stream()
        .filter(c -> c.computed().isEmpty())
        .map(c -> Column.of(c.name(), c.type(), c.nullable()))
        .toList();
  }

  private void move(Table from, ObjectName name, List<Column> columns, Table.TableOptions options) {
    ObjectName temporary = new ObjectName(name.schema(), PREFIX + name.name());
    Table.TableOptions bare = options.withSystemVersioning(Optional.empty());
    if (options.memoryOptimized() || options.graph() != Table.Graph.NONE) {
      throw new UnsupportedChangeException(
          after.key(), "rebuilding a memory-optimized or graph table is not supported");
    }
    batches.add(
        new Batch(
            TableSql.create(
                new Table(temporary, columns, List.of(), List.of(), bare), columns, List.of()),
            options.ansiNulls(),
            true));
    copy(from, temporary, columns);
    add("DROP TABLE " + from.name().quoted() + ";");
    add(
        "EXECUTE sys.sp_rename @objname = "
            + Sql.string(temporary.quoted())
            + ", @newname = "
            + Sql.string(name.name())
            + ", @objtype = N'OBJECT';");
  }

  private void copy(Table from, ObjectName temporary, List<Column> columns) {
    List<String> targets = new ArrayList<>();
    List<String> values = new ArrayList<>();
    boolean identity = false;
    for (Column column : columns) {
      if (column.computed().isPresent() || column.type().base() == SqlType.Base.ROWVERSION) {
        continue;
      }
      Optional<String> value = value(from, column);
      if (value.isPresent()) {
        targets.add(Sql.name(column.name()));
        values.add(value.get());
        identity |= column.identity().isPresent();
      }
    }
    if (targets.isEmpty()) {
      throw new UnsupportedChangeException(
          after.key(), "the table has to be rebuilt and shares no column with its new form");
    }
    String insert =
        "INSERT INTO "
            + temporary.quoted()
            + " ("
            + String.join(", ", targets)
            + ")\nSELECT "
            + String.join(",\n       ", values)
            + "\nFROM "
            + from.name().quoted()
            + ";";
    if (identity) {
      insert =
          "SET IDENTITY_INSERT "
              + temporary.quoted()
              + " ON;\n"
              + insert
              + "\nSET IDENTITY_INSERT "
              + temporary.quoted()
              + " OFF;";
    }
    add(insert);
  }

  /// What a column of the new table gets from the old one's row; empty where the server gives a
  /// value (identity, NULL).
  private Optional<String> value(Table from, Column column) {
    Optional<Column> old =
        from.columns().stream().filter(c -> collation.same(c.name(), column.name())).findFirst();
    if (old.isPresent() && old.get().computed().isEmpty()) {
      String name = Sql.name(old.get().name());
      TypeChange change = TypeChange.of(old.get().type(), column.type());
      if (change != TypeChange.IMPOSSIBLE) {
        String value =
            change == TypeChange.EXPLICIT
                ? "CAST(" + name + " AS " + column.type().sql() + ")"
                : name;
        boolean fill = smartDefaults && old.get().nullable() && !column.nullable();
        return Optional.of(
            fill ? "ISNULL(" + value + ", " + SmartDefault.of(column.type()) + ")" : value);
      }
    }
    if (column.identity().isPresent()) {
      return Optional.empty();
    }
    Column wanted =
        after.columns().stream()
            .filter(c -> collation.same(c.name(), column.name()))
            .findFirst()
            .orElse(column);
    Optional<String> byDefault =
        wanted.defaultConstraint().map(d -> TableSql.parenthesized(d.value()));
    if (byDefault.isPresent()) {
      return byDefault;
    }
    if (wanted.generatedAlways().isPresent()) {
      return Optional.of(
          wanted.generatedAlways().get() == Column.GeneratedAlways.ROW_END
              ? "CONVERT("
                  + wanted.type().sql()
                  + ", '9999-12-31 23:59:59."
                  + "9999999".substring(0, Math.max(1, wanted.type().scale()))
                  + "')"
              : "CONVERT(" + wanted.type().sql() + ", SYSUTCDATETIME())");
    }
    return smartDefaults && !column.nullable()
        ? Optional.of(SmartDefault.of(column.type()))
        : Optional.empty();
  }

  private void add(String sql) {
    batches.add(Batch.of(sql));
  }
}
