package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.Mentions;
import io.hartonomous.diff.PublishOption;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Steps that make a table, change its columns and options, or rebuild it.
final class TableSteps {
  private final Scope scope;
  private final StepList steps;
  private final Detached detached;
  private final Hazards hazards;
  private final boolean smartDefaults;
  private final List<ObjectName> functions;

  TableSteps(Scope scope, StepList steps, Detached detached) {
    this.scope = scope;
    this.steps = steps;
    this.detached = detached;
    hazards = new Hazards(scope.options);
    smartDefaults = scope.options.is(PublishOption.GENERATE_SMART_DEFAULTS);
    functions = functions(scope);
  }

  private static List<ObjectName> functions(Scope scope) {
    return scope
        .expected
        .all(Module.class)
        .filter(m -> m instanceof Module.ScalarFunction || m instanceof Module.TableFunction)
        .map(Module::name)
        .toList();
  }

  /// Whether an expression calls a function of the user: then it waits until functions are there.
  static boolean waits(SqlText text, List<ObjectName> functions, Scope scope) {
    return text.text().contains(".")
        && functions.stream().anyMatch(name -> Mentions.object(text, name, scope.collation));
  }

  /// CREATE TABLE with everything but foreign keys, indexes and what calls functions. The table is
  /// empty, so nothing has to be validated.
  void create(Table table) {
    List<Column> columns =
        table.columns().stream()
            .map(c ->
                c.defaultConstraint().filter(d -> waits(d.value(), functions, scope)).isPresent()
                    ? c.withDefaultConstraint(Optional.empty())
                    : c)
            .toList();
    List<TableConstraint> inline =
        table.constraints().stream()
            .filter(c ->
                switch (c) {
                  case TableConstraint.Key _, TableConstraint.Connection _ -> true;
                  case TableConstraint.Check check ->
                      !waits(check.condition(), functions, scope) && check.enabled();
                  case TableConstraint.ForeignKey _ -> false;
                })
            .toList();
    List<Batch> batches = new ArrayList<>();
    batches.add(
        new Batch(TableSql.create(table, columns, inline), table.options().ansiNulls(), true));
    if (!table.options().lockEscalation().equals("TABLE")) {
      batches.add(Batch.of(lockEscalation(table)));
    }
    steps.add(
        Phase.CHANGE,
        StepKind.CREATE,
        table.key(),
        "Create " + table.key(),
        batches,
        !table.options().memoryOptimized(),
        List.of());
  }

  private static String lockEscalation(Table table) {
    return "ALTER TABLE "
        + table.name().quoted()
        + " SET (LOCK_ESCALATION = "
        + table.options().lockEscalation()
        + ");";
  }

  void change(ObjectKey key) {
    for (Change change : scope.changes(key)) {
      switch (change) {
        // DetachSteps has dropped computed columns.
        case Change.DropColumn drop when drop.column().computed().isEmpty() ->
            dropColumn(drop.table(), drop.column());
        case Change.DropColumn drop -> versioned(drop.table(), drop.column());
        case Change.AlterColumn alter -> alterColumn(alter);
        case Change.RecreateColumn recreate -> recreateColumn(recreate);
        case Change.AddColumn add -> addColumn(add.table(), add.column());
        case Change.AlterTableOptions alter -> options(alter);
        case Change.RebuildTable rebuild -> rebuild(rebuild);
        default -> {}
      }
    }
  }

  private void dropColumn(ObjectName table, Column column) {
    versioned(table, column);
    steps.add(
        Phase.CHANGE,
        StepKind.DROP,
        key(table),
        "Drop column " + name(table, column),
        List.of(
            Batch.of(
                "ALTER TABLE " + table.quoted() + " DROP COLUMN " + Sql.name(column.name()) + ";")),
        true,
        hazards.dropsColumn(table, column));
  }

  /// The server refuses computed columns in the tables that it keeps a history of, unless
  /// versioning is off, and then the history table cannot follow.
  private void versioned(ObjectName table, Column column) {
    boolean on =
        scope
            .expectedTable(table)
            .flatMap(t -> t.options().systemVersioning())
            .filter(Table.SystemVersioning::on)
            .isPresent();
    if (on && (column.computed().isPresent() || column.identity().isPresent())) {
      throw new UnsupportedChangeException(
          key(table),
          "column "
              + column.name()
              + " is computed or has IDENTITY, and cannot be added to or dropped from a"
              + " system-versioned table");
    }
  }

  private void addColumn(ObjectName table, Column column) {
    versioned(table, column);
    List<Batch> batches = new ArrayList<>();
    boolean fill =
        smartDefaults
            && !column.nullable()
            && column.defaultConstraint().isEmpty()
            && column.computed().isEmpty()
            && column.identity().isEmpty();
    String name = "hart_smart_default_" + column.name();
    Column written =
        fill
            ? column.withDefaultConstraint(
                Optional.of(
                    new Column.DefaultConstraint(
                        Optional.of(name), text(SmartDefault.of(column.type())))))
            : column;
    boolean waits =
        column.defaultConstraint().filter(d -> waits(d.value(), functions, scope)).isPresent();
    // A NOT NULL column needs its default at once; the function is there by then if the order of
    // dependencies allows it at all.
    batches.add(
        Batch.of(
            "ALTER TABLE "
                + table.quoted()
                + " ADD "
                + TableSql.column(
                    waits && column.nullable()
                        ? written.withDefaultConstraint(Optional.empty())
                        : written)
                + ";"));
    if (fill) {
      batches.add(
          Batch.of("ALTER TABLE " + table.quoted() + " DROP CONSTRAINT " + Sql.name(name) + ";"));
    }
    steps.add(
        Phase.CHANGE,
        StepKind.ALTER,
        key(table),
        "Add column " + name(table, column),
        batches,
        true,
        hazards.addsColumn(table, column));
  }

  private static SqlText text(String sql) {
    return new SqlText(sql, sql);
  }

  private void alterColumn(Change.AlterColumn change) {
    ObjectName table = change.table();
    Column before = change.before();
    Column after = notNullInKey(table, change.after());
    String alter =
        "ALTER TABLE " + table.quoted() + " ALTER COLUMN " + Sql.name(after.name()) + " ";
    List<Batch> batches = new ArrayList<>();
    if (smartDefaults && before.nullable() && !after.nullable()) {
      batches.add(
          Batch.of(
              "UPDATE "
                  + table.quoted()
                  + " SET "
                  + Sql.name(after.name())
                  + " = "
                  + SmartDefault.of(after.type())
                  + " WHERE "
                  + Sql.name(after.name())
                  + " IS NULL;"));
    }
    if (before.nullable() != after.nullable()
        || !TableSql.type(before.type()).equals(TableSql.type(after.type()))
        || before.sparse() != after.sparse()) {
      batches.add(Batch.of(TableSql.alterColumn(table, after)));
    }
    if (!before.maskingFunction().equals(after.maskingFunction())) {
      batches.add(
          Batch.of(
              alter
                  + after
                      .maskingFunction()
                      .map(f -> "ADD MASKED WITH (FUNCTION = '" + f.replace("'", "''") + "')")
                      .orElse("DROP MASKED")
                  + ";"));
    }
    property(batches, alter, "ROWGUIDCOL", before.rowGuidCol(), after.rowGuidCol());
    property(batches, alter, "HIDDEN", before.hidden(), after.hidden());
    property(
        batches,
        alter,
        "NOT FOR REPLICATION",
        before.identity().filter(Column.Identity::notForReplication).isPresent(),
        after.identity().filter(Column.Identity::notForReplication).isPresent());
    steps.add(
        Phase.CHANGE,
        StepKind.ALTER,
        key(table),
        "Alter column " + name(table, after),
        batches,
        true,
        hazards.altersColumn(table, before, after));
  }

  private Column notNullInKey(ObjectName table, Column column) {
    boolean inKey =
        scope.expectedTable(table).stream()
            .flatMap(t -> t.constraints().stream())
            .anyMatch(c ->
                c instanceof TableConstraint.Key k
                    && k.primary()
                    && k.columns().stream()
                        .anyMatch(x -> scope.collation.same(x.name(), column.name())));
    return !inKey || !column.nullable() ? column : column.withNullable(false);
  }

  private static void property(
      List<Batch> batches, String alter, String words, boolean before, boolean after) {
    if (before != after) {
      batches.add(Batch.of(alter + (after ? "ADD " : "DROP ") + words + ";"));
    }
  }

  private void recreateColumn(Change.RecreateColumn change) {
    ObjectName table = change.table();
    versioned(table, change.before());
    List<Batch> batches = new ArrayList<>();
    List<Hazard> risks = new ArrayList<>();
    boolean gone = change.before().computed().isPresent();
    if (!gone) {
      risks.addAll(hazards.dropsColumn(table, change.before()));
      batches.add(Batch.of(dropColumnSql(table, change.before())));
    }
    risks.addAll(hazards.addsColumn(table, change.after()));
    batches.add(
        Batch.of(
            "ALTER TABLE " + table.quoted() + " ADD " + TableSql.column(change.after()) + ";"));
    steps.add(
        Phase.CHANGE,
        StepKind.RECREATE,
        key(table),
        (gone ? "Add column " : "Drop column ")
            + name(table, change.before())
            + (gone ? " again" : " and add it anew"),
        batches,
        true,
        risks);
  }

  static String dropColumnSql(ObjectName table, Column column) {
    return "ALTER TABLE " + table.quoted() + " DROP COLUMN " + Sql.name(column.name()) + ";";
  }

  private void options(Change.AlterTableOptions change) {
    ObjectName table = change.table();
    Table.TableOptions before = change.before();
    Table.TableOptions after = change.after();
    Table now = scope.expectedTable(table).orElseThrow();
    List<Batch> batches = new ArrayList<>();
    if (!before.lockEscalation().equals(after.lockEscalation())) {
      batches.add(Batch.of(lockEscalation(now)));
    }
    if (!before.compression().equals(after.compression())) {
      batches.add(
          Batch.of(
              "ALTER TABLE "
                  + table.quoted()
                  + " REBUILD WITH (DATA_COMPRESSION = "
                  + after.compression()
                  + ");"));
    }
    if (!before.systemVersioning().equals(after.systemVersioning())) {
      boolean on = before.systemVersioning().filter(Table.SystemVersioning::on).isPresent();
      Optional<Table.SystemVersioning> wanted =
          after.systemVersioning().filter(Table.SystemVersioning::on);
      boolean otherHistory =
          on
              && wanted.isPresent()
              && !before.systemVersioning().get().history().equals(wanted.get().history());
      if (on && wanted.isEmpty() || otherHistory) {
        batches.add(Batch.of("ALTER TABLE " + table.quoted() + " SET (SYSTEM_VERSIONING = OFF);"));
      }
      wanted.ifPresent(v ->
          batches.add(
              Batch.of(
                  "ALTER TABLE " + table.quoted() + " SET (" + TableSql.versioningOn(v) + ");")));
    }
    if (batches.isEmpty()) {
      throw new UnsupportedChangeException(
          now.key(), "this change of the table's options is not supported");
    }
    steps.add(
        Phase.CHANGE,
        StepKind.ALTER,
        now.key(),
        "Alter options of " + now.key(),
        batches,
        true,
        List.of());
  }

  private void rebuild(Change.RebuildTable change) {
    if (!scope.options.is(PublishOption.ALLOW_TABLE_RECREATION)) {
      throw new UnsupportedChangeException(
          change.after().key(),
          "it has to be rebuilt, and the option AllowTableRecreation is False");
    }
    List<Hazard> risks = new ArrayList<>(List.of(hazards.rebuilds(change.before())));
    for (Column column : change.before().columns()) {
      Optional<Column> now = Scope.column(change.after(), column.name(), scope.collation);
      risks.addAll(
          now.map(c ->
                  column.computed().isPresent()
                      ? List.<Hazard>of()
                      : hazards.altersColumn(change.after().name(), column, c))
              .orElseGet(() -> hazards.dropsColumn(change.after().name(), column)));
    }
    for (Column column : change.after().columns()) {
      if (Scope.column(change.before(), column.name(), scope.collation).isEmpty()) {
        risks.addAll(hazards.addsColumn(change.after().name(), column));
      }
    }
    steps.add(
        Phase.CHANGE,
        StepKind.REBUILD,
        change.after().key(),
        "Rebuild " + change.after().key(),
        RebuildSql.of(change, scope.collation, smartDefaults, this::indexesToKeep),
        true,
        risks);
  }

  /// The indexes of a table as they are to be, without those that AttachSteps makes.
  private Optional<List<Index>> indexesToKeep(ObjectName table) {
    List<Index> made =
        scope.changes(scope.table(table), Change.CreateIndex.class).stream()
            .map(Change.CreateIndex::index)
            .toList();
    return scope
        .expectedTable(table)
        .map(t -> t.indexes().stream().filter(index -> !made.contains(index)).toList());
  }

  private static ObjectKey key(ObjectName table) {
    return ObjectKey.of(ObjectKind.TABLE, table);
  }

  private static String name(ObjectName table, Column column) {
    return table.quoted() + "." + Sql.name(column.name());
  }
}
