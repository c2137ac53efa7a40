package io.hartonomous.bind;

import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import io.hartonomous.syntax.ast.TableStatement.AlterTable;
import io.hartonomous.syntax.ast.TableStatement.DropItem;
import io.hartonomous.syntax.ast.TableStatement.DropItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What statements about a table make of it.
public final class TableAlteration {
  private TableAlteration() {}

  /// The table after an ALTER TABLE. What does not change the model (REBUILD, SWITCH, triggers)
  /// gives the table itself.
  public static Table apply(Table before, AlterTable alter, ModelContext context) {
    return switch (alter.action()) {
      case AlterAction.Add add -> add(before, add, context);
      case AlterAction.AlterColumn c -> alterColumn(before, c, context);
      case AlterAction.AlterColumnProperty p -> property(before, p, context);
      case AlterAction.Drop drop -> drop(before, drop, context);
      case AlterAction.CheckConstraints check -> check(before, check, context);
      case AlterAction.Set set -> set(before, set, context);
      case AlterAction.Triggers _,
          AlterAction.Switch _,
          AlterAction.Rebuild _,
          AlterAction.Range _,
          AlterAction.RebuildIndex _,
          AlterAction.ChangeTracking _,
          AlterAction.FileTableNamespace _ ->
          before;
    };
  }

  /// The table with one more index.
  public static Table withIndex(
      Table before, IndexStatement.CreateIndex index, ModelContext context) {
    List<Index> indexes = new ArrayList<>(before.indexes());
    indexes.add(IndexDefinitions.index(index, context));
    return Table.of(
        before.name(),
        before.columns(),
        before.constraints(),
        indexes,
        before.options(),
        context.collation());
  }

  /// The index that a statement makes.
  public static Index index(IndexStatement.CreateIndex statement, ModelContext context) {
    return IndexDefinitions.index(statement, context);
  }

  private static Table add(Table before, AlterAction.Add add, ModelContext context) {
    TableDefinitions.Parts parts = new TableDefinitions.Parts();
    parts.columns.addAll(before.columns());
    TableDefinitions.gather(add.elements(), parts, context);
    List<TableConstraint> constraints = new ArrayList<>(before.constraints());
    for (TableConstraint constraint : parts.constraints) {
      // WITH NOCHECK leaves a new constraint untrusted.
      boolean trusted = add.withCheck().orElse(true);
      constraints.add(trusted ? constraint : state(constraint, true, false));
    }
    List<Index> indexes = new ArrayList<>(before.indexes());
    indexes.addAll(parts.indexes);
    Table.TableOptions options = before.options();
    if (parts.period.isPresent() && options.systemVersioning().isEmpty()) {
      options =
          options.withSystemVersioning(
              Optional.of(
                  TableDefinitions.versioning(
                      List.of(),
                      parts.period.get().start().value(),
                      parts.period.get().end().value(),
                      context)));
    }
    List<Column> columns = parts.columns;
    if (parts.period.isPresent()) {
      // Columns that were there already become the ones that the server fills.
      String start = parts.period.get().start().value();
      String end = parts.period.get().end().value();
      columns =
          columns.stream()
              .map(c ->
                  context.collation().same(c.name(), start)
                      ? c.withGeneratedAlways(Optional.of(Column.GeneratedAlways.ROW_START))
                      : context.collation().same(c.name(), end)
                          ? c.withGeneratedAlways(Optional.of(Column.GeneratedAlways.ROW_END))
                          : c)
              .toList();
    }
    columns = TableDefinitions.keyColumnsNotNull(columns, parts.constraints, context);
    return Table.of(before.name(), columns, constraints, indexes, options, context.collation());
  }

  private static Table alterColumn(Table before, AlterAction.AlterColumn a, ModelContext context) {
    SqlType type = DataTypes.of(a.type(), context.catalog());
    SqlType collated =
        a.collation()
            .filter(c -> !c.value().equals(context.collation().name()))
            .map(c -> type.withCollation(c.value()))
            .orElse(type);
    return before.withColumns(
        before.columns().stream()
            .map(c ->
                !context.collation().same(c.name(), a.column().value())
                    ? c
                    : new Column(
                        c.name(),
                        collated,
                        a.nullable().orElse(true),
                        c.identity(),
                        Optional.empty(),
                        c.defaultConstraint(),
                        c.generatedAlways(),
                        c.hidden(),
                        c.rowGuidCol(),
                        c.sparse() || Options.find(a.options(), "SPARSE").isPresent(),
                        c.fileStream(),
                        c.maskingFunction()))
            .toList());
  }

  private static Table property(
      Table before, AlterAction.AlterColumnProperty p, ModelContext context) {
    return before.withColumns(
        before.columns().stream()
            .map(c -> !context.collation().same(c.name(), p.column().value()) ? c : property(c, p))
            .toList());
  }

  private static Column property(Column c, AlterAction.AlterColumnProperty p) {
    boolean add = p.add();
    String name = p.property().name();
    boolean masked = name.startsWith("MASKED");
    Optional<String> masking =
        masked
            ? add
                ? Options.find(p.property().details(), "FUNCTION")
                    .map(Options::text)
                    .map(ColumnDefinitions::unquoted)
                : Optional.empty()
            : c.maskingFunction();
    return new Column(
        c.name(),
        c.type(),
        c.nullable(),
        c.identity(),
        c.computed()
            .map(x -> name.equals("PERSISTED") ? new Column.Computed(x.expression(), add) : x),
        c.defaultConstraint(),
        c.generatedAlways(),
        name.equals("HIDDEN") ? add : c.hidden(),
        name.equals("ROWGUIDCOL") ? add : c.rowGuidCol(),
        name.equals("SPARSE") ? add : c.sparse(),
        c.fileStream(),
        masking);
  }

  private static Table drop(Table before, AlterAction.Drop drop, ModelContext context) {
    List<Column> columns = new ArrayList<>(before.columns());
    List<TableConstraint> constraints = new ArrayList<>(before.constraints());
    Table.TableOptions options = before.options();
    for (DropItem item : drop.items()) {
      String name = item.name().map(Identifier::value).orElse("");
      if (item.kind() == DropItemKind.PERIOD) {
        options = options.withSystemVersioning(Optional.empty());
      } else if (item.kind() == DropItemKind.COLUMN) {
        columns.removeIf(c -> context.collation().same(c.name(), name));
      } else {
        constraints.removeIf(
            c -> c.name().filter(n -> context.collation().same(n, name)).isPresent());
        columns.replaceAll(c ->
            c.defaultConstraint()
                    .flatMap(Column.DefaultConstraint::name)
                    .filter(n -> context.collation().same(n, name))
                    .isPresent()
                ? c.withDefaultConstraint(Optional.empty())
                : c);
      }
    }
    return Table.of(
        before.name(), columns, constraints, before.indexes(), options, context.collation());
  }

  private static Table check(
      Table before, AlterAction.CheckConstraints check, ModelContext context) {
    List<TableConstraint> constraints =
        before.constraints().stream()
            .map(c -> {
              boolean meant =
                  check.names().isEmpty()
                      || check.names().stream()
                          .anyMatch(n ->
                              c.name()
                                  .filter(x -> context.collation().same(x, n.value()))
                                  .isPresent());
              return meant
                  ? state(c, check.enable(), check.enable() && check.withCheck().orElse(false))
                  : c;
            })
            .toList();
    return Table.of(
        before.name(),
        before.columns(),
        constraints,
        before.indexes(),
        before.options(),
        context.collation());
  }

  /// A constraint enabled or disabled, trusted or not. A project's NOCHECK says nothing about rows,
  /// so that trust there follows enablement.
  private static TableConstraint state(
      TableConstraint constraint, boolean enabled, boolean trusted) {
    return switch (constraint) {
      case TableConstraint.ForeignKey k -> k.withEnabled(enabled).withTrusted(trusted);
      case TableConstraint.Check k -> k.withEnabled(enabled).withTrusted(trusted);
      case TableConstraint.Key k -> k;
      case TableConstraint.Connection k -> k;
    };
  }

  private static Table set(Table before, AlterAction.Set set, ModelContext context) {
    Table.TableOptions options = before.options();
    Optional<Table.SystemVersioning> versioning = options.systemVersioning();
    if (Options.find(set.options(), "SYSTEM_VERSIONING").isPresent() && versioning.isPresent()) {
      versioning =
          Optional.of(
              TableDefinitions.versioning(
                  set.options(),
                  versioning.get().periodStart(),
                  versioning.get().periodEnd(),
                  context));
    }
    String escalation =
        Options.word(set.options(), "LOCK_ESCALATION").orElse(options.lockEscalation());
    return before.withOptions(
        options.withSystemVersioning(versioning).withLockEscalation(escalation));
  }
}
