package io.hartonomous.bind;

import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CREATE TABLE and CREATE TYPE ... AS TABLE.
final class TableDefinitions {
  private TableDefinitions() {}

  /// The parts of a table as they are gathered.
  static final class Parts {
    final List<Column> columns = new ArrayList<>();
    final List<TableConstraint> constraints = new ArrayList<>();
    final List<Index> indexes = new ArrayList<>();
    Optional<TableElement.Period> period = Optional.empty();
  }

  static Table table(TableStatement.CreateTable s, ModelContext context) {
    ObjectName name = context.name(s.name());
    Parts parts = new Parts();
    gather(s.elements(), parts, context);
    return Table.of(
        name,
        keyColumnsNotNull(parts.columns, parts.constraints, context),
        parts.constraints,
        parts.indexes,
        options(s, parts, context),
        context.collation());
  }

  static TableType tableType(ObjectStatement.CreateTableType s, ModelContext context) {
    Parts parts = new Parts();
    gather(s.elements(), parts, context);
    Table ordered =
        Table.of(
            context.name(s.name()),
            keyColumnsNotNull(parts.columns, parts.constraints, context),
            parts.constraints,
            parts.indexes,
            Table.TableOptions.DEFAULT,
            context.collation());
    return new TableType(
        ordered.name(),
        ordered.columns(),
        ordered.constraints(),
        ordered.indexes(),
        Options.isOn(s.options(), "MEMORY_OPTIMIZED"));
  }

  static void gather(List<TableElement> elements, Parts parts, ModelContext context) {
    for (TableElement element : elements) {
      switch (element) {
        case TableElement.Column column -> {
          parts.columns.add(ColumnDefinitions.column(column, context));
          ofColumn(column.name(), column.constraints(), parts, context);
        }
        case TableElement.ComputedColumn column -> {
          parts.columns.add(ColumnDefinitions.computed(column, context));
          ofColumn(column.name(), column.constraints(), parts, context);
        }
        case TableElement.ColumnSet set ->
            parts.columns.add(
                Column.of(set.name().value(), DataTypes.of(set.type(), context.catalog()), true));
        case TableElement.Period period -> parts.period = Optional.of(period);
        case TableElement.Index index ->
            parts.indexes.add(IndexDefinitions.inline(index, Optional.empty(), context));
        case TableElement.DefaultFor value -> addDefault(parts.columns, value, context);
        case TableElement.Key _,
            TableElement.ForeignKey _,
            TableElement.Check _,
            TableElement.Connection _ ->
            parts.constraints.add(ConstraintDefinitions.ofTable(element, context));
        case TableElement.References _, TableElement.IndexColumn _ -> {}
      }
    }
  }

  private static void ofColumn(
      Identifier column, List<ColumnConstraint> constraints, Parts parts, ModelContext context) {
    for (ColumnConstraint constraint : constraints) {
      if (constraint instanceof ColumnConstraint.Index index) {
        parts.indexes.add(
            IndexDefinitions.inline(index.index(), Optional.of(column.value()), context));
      } else {
        ConstraintDefinitions.ofColumn(column.value(), constraint, context)
            .ifPresent(parts.constraints::add);
      }
    }
  }

  static void addDefault(
      List<Column> columns, TableElement.DefaultFor value, ModelContext context) {
    columns.replaceAll(c ->
        context.collation().same(c.name(), value.column().value())
            ? c.withDefaultConstraint(
                Optional.of(
                    new Column.DefaultConstraint(
                        value.name().map(Identifier::value), context.text(value.value()))))
            : c);
  }

  /// The columns of a primary key cannot be NULL, whether NOT NULL was written or not.
  static List<Column> keyColumnsNotNull(
      List<Column> written, List<TableConstraint> constraints, ModelContext context) {
    List<Column> columns = written;
    for (TableConstraint constraint : constraints) {
      if (constraint instanceof TableConstraint.Key key && key.primary()) {
        columns =
            columns.stream()
                .map(c ->
                    key.columns().stream()
                            .anyMatch(k -> context.collation().same(k.name(), c.name()))
                        ? c.withNullable(false)
                        : c)
                .toList();
      }
    }
    return columns;
  }

  private static Table.TableOptions options(
      TableStatement.CreateTable s, Parts parts, ModelContext context) {
    Table.Graph graph =
        s.graph()
            .map(g -> g == TableStatement.GraphKind.NODE ? Table.Graph.NODE : Table.Graph.EDGE)
            .orElse(Table.Graph.NONE);
    return new Table.TableOptions(
        versioning(s.options(), parts.period, context),
        graph,
        Options.isOn(s.options(), "MEMORY_OPTIMIZED"),
        Options.word(s.options(), "DURABILITY"),
        s.on().flatMap(TableDefinitions::placement),
        s.textImageOn().map(Identifier::value),
        s.fileStreamOn().map(Identifier::value),
        Options.word(s.options(), "DATA_COMPRESSION").orElse("NONE"),
        Options.word(s.options(), "LOCK_ESCALATION").orElse("TABLE"),
        context.ansiNulls(),
        context.quotedIdentifier());
  }

  static Optional<Table.SystemVersioning> versioning(
      List<OptionNode.Option> options, Optional<TableElement.Period> period, ModelContext context) {
    if (period.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        versioning(options, period.get().start().value(), period.get().end().value(), context));
  }

  static Table.SystemVersioning versioning(
      List<OptionNode.Option> options, String start, String end, ModelContext context) {
    Optional<OptionNode.Option> option = Options.find(options, "SYSTEM_VERSIONING");
    boolean on = option.isPresent() && Options.isOn(options, "SYSTEM_VERSIONING");
    Optional<ObjectName> history =
        option
            .flatMap(o -> Options.find(o.details(), "HISTORY_TABLE"))
            .flatMap(o -> Options.name(o))
            .map(context::name);
    String retention =
        option
            .flatMap(o -> Options.find(o.details(), "HISTORY_RETENTION_PERIOD"))
            .map(Options::text)
            .orElse("INFINITE");
    return new Table.SystemVersioning(start, end, on, on ? history : Optional.empty(), retention);
  }

  /// Where a table or index lies; empty for the default filegroup, which `PRIMARY` is unless a
  /// database says otherwise.
  static Optional<Table.Placement> placement(OptionNode.Placement placement) {
    String name = placement.name().value();
    Optional<String> column = placement.columns().stream().findFirst().map(Identifier::value);
    boolean isDefault =
        column.isEmpty() && (name.equalsIgnoreCase("default") || name.equalsIgnoreCase("PRIMARY"));
    return isDefault ? Optional.empty() : Optional.of(new Table.Placement(name, column));
  }
}
