package io.hartonomous.introspect;

import io.hartonomous.bind.SqlTexts;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tables and table types with their columns.
final class TableReader {
  private final Catalog catalog;
  private final Names names;
  private final TypeReader types;
  private final ConstraintReader constraints;
  private final IndexReader indexes;
  private final Map<Integer, List<CatalogRow>> columns;
  private final Map<Integer, List<CatalogRow>> identities;
  private final Map<Integer, List<CatalogRow>> computed;
  private final Map<Integer, List<CatalogRow>> masked;
  private final Map<Integer, List<CatalogRow>> defaults;

  TableReader(Catalog catalog, Names names, TypeReader types, Columns columnNames) {
    this.catalog = catalog;
    this.names = names;
    this.types = types;
    indexes = new IndexReader(catalog, columnNames);
    constraints = new ConstraintReader(catalog, names, columnNames, indexes);
    columns = catalog.by(CatalogQuery.COLUMNS, "object_id");
    identities = catalog.by(CatalogQuery.IDENTITIES, "object_id");
    computed = catalog.by(CatalogQuery.COMPUTED, "object_id");
    masked = catalog.by(CatalogQuery.MASKED, "object_id");
    defaults = catalog.by(CatalogQuery.DEFAULTS, "parent_object_id");
  }

  IndexReader indexes() {
    return indexes;
  }

  List<SchemaObject> tables() throws IntrospectionException {
    Map<Integer, CatalogRow> periods = catalog.one(CatalogQuery.PERIODS, "object_id");
    List<SchemaObject> tables = new ArrayList<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.TABLES)) {
      int id = row.number("object_id");
      if (names.shown(id)) {
        tables.add(table(id, row, periods.get(id)));
      }
    }
    return tables;
  }

  private Table table(int id, CatalogRow row, CatalogRow period) throws IntrospectionException {
    ObjectName name = names.name(id);
    refuse(name, "external table", row.flagIfThere("is_external"));
    refuse(name, "FileTable", row.flag("is_filetable"));
    Table.Graph graph =
        row.flagIfThere("is_node")
            ? Table.Graph.NODE
            : row.flagIfThere("is_edge") ? Table.Graph.EDGE : Table.Graph.NONE;
    Table.TableOptions options =
        new Table.TableOptions(
            versioning(id, row, period),
            graph,
            row.flag("is_memory_optimized"),
            row.flag("is_memory_optimized") ? row.text("durability_desc") : Optional.empty(),
            indexes.placement(id),
            Optional.empty(),
            Optional.empty(),
            indexes.tableCompression(id),
            row.text("lock_escalation_desc").orElse("TABLE"),
            row.flag("uses_ansi_nulls"),
            true);
    return new Table(name, columns(id), constraints.of(id), indexes.of(id), options);
  }

  /// A kind of table that a model cannot hold. Left out of the model it could be dropped or made
  /// again.
  private static void refuse(ObjectName name, String kind, boolean is)
      throws IntrospectionException {
    if (is) {
      throw new IntrospectionException(
          "table " + name.quoted() + " is of a kind that is not supported: " + kind);
    }
  }

  private Optional<Table.SystemVersioning> versioning(int id, CatalogRow row, CatalogRow period) {
    if (period == null) {
      return Optional.empty();
    }
    Map<Integer, String> byId = new HashMap<>();
    columns
        .getOrDefault(id, List.of())
        .forEach(c -> byId.put(c.number("column_id"), c.string("name")));
    boolean on = row.number("temporal_type") == 2;
    Optional<ObjectName> history =
        Optional.of(row.number("history_table_id"))
            .filter(h -> on && names.object(h).isPresent())
            .map(names::name)
            // The server's own name for it: nobody chose it, so nobody's source has it.
            .filter(name -> !name.name().startsWith("MSSQL_TemporalHistoryFor_"));
    String retention = "INFINITE";
    if (row.has("history_retention_period") && row.number("history_retention_period") > 0) {
      int count = row.number("history_retention_period");
      retention =
          count + " " + row.string("history_retention_period_unit_desc") + (count == 1 ? "" : "S");
    }
    return Optional.of(
        new Table.SystemVersioning(
            byId.get(period.number("start_column_id")),
            byId.get(period.number("end_column_id")),
            on,
            history,
            retention));
  }

  List<SchemaObject> tableTypes() throws IntrospectionException {
    List<SchemaObject> tableTypes = new ArrayList<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.TABLE_TYPES)) {
      ObjectName name = types.named(row.number("user_type_id")).orElseThrow();
      if (names.isOwnSchema(name.schema())) {
        continue;
      }
      int id = row.number("type_table_object_id");
      List<TableConstraint> unnamed =
          constraints.of(id).stream().map(TableReader::unnamed).toList();
      List<Column> members = columns(id).stream().map(TableReader::withUnnamedDefault).toList();
      tableTypes.add(
          new TableType(name, members, unnamed, indexes.of(id), row.flag("is_memory_optimized")));
    }
    return tableTypes;
  }

  private static TableConstraint unnamed(TableConstraint constraint) {
    return switch (constraint) {
      case TableConstraint.Key k ->
          new TableConstraint.Key(
              Optional.empty(),
              k.primary(),
              k.clustered(),
              k.columns(),
              k.options(),
              Optional.empty());
      case TableConstraint.Check c -> c.withName(Optional.empty());
      case TableConstraint.ForeignKey f -> f;
      case TableConstraint.Connection c -> c;
    };
  }

  private static Column withUnnamedDefault(Column c) {
    return c.withDefaultConstraint(
        c.defaultConstraint().map(d -> new Column.DefaultConstraint(Optional.empty(), d.value())));
  }

  /// The columns of a table, table type or table-valued function.
  List<Column> columns(int objectId) throws IntrospectionException {
    List<Column> read = new ArrayList<>();
    for (CatalogRow row : columns.getOrDefault(objectId, List.of())) {
      // A graph table's own columns are the server's.
      if (row.has("graph_type") && !row.isNull("graph_type")) {
        continue;
      }
      if (row.has("encryption_type") && !row.isNull("encryption_type")) {
        throw new IntrospectionException(
            "column "
                + row.string("name")
                + " of "
                + names.name(objectId).quoted()
                + " is encrypted (Always Encrypted), which is not supported");
      }
      read.add(column(objectId, row));
    }
    return read;
  }

  private Column column(int objectId, CatalogRow row) {
    int columnId = row.number("column_id");
    Optional<Column.Identity> identity =
        find(identities, objectId, "column_id", columnId)
            .map(i ->
                new Column.Identity(
                    i.string("seed"), i.string("increment"), i.flag("is_not_for_replication")));
    Optional<Column.Computed> expression =
        find(computed, objectId, "column_id", columnId)
            .map(c ->
                new Column.Computed(
                    SqlTexts.expression(c.string("definition")), c.flag("is_persisted")));
    Optional<Column.DefaultConstraint> value =
        find(defaults, objectId, "parent_column_id", columnId)
            .map(d ->
                new Column.DefaultConstraint(
                    d.flag("is_system_named") ? Optional.empty() : d.text("name"),
                    SqlTexts.expression(d.string("definition"))));
    SqlType type = types.type(row);
    return new Column(
        row.string("name"),
        type,
        row.flag("is_nullable"),
        identity,
        expression,
        value,
        generated(row),
        row.flagIfThere("is_hidden"),
        row.flag("is_rowguidcol"),
        row.flag("is_sparse"),
        row.flag("is_filestream"),
        find(masked, objectId, "column_id", columnId).map(m -> m.string("masking_function")));
  }

  private static Optional<Column.GeneratedAlways> generated(CatalogRow row) {
    return switch (row.has("generated_always_type") ? row.number("generated_always_type") : 0) {
      case 1 -> Optional.of(Column.GeneratedAlways.ROW_START);
      case 2 -> Optional.of(Column.GeneratedAlways.ROW_END);
      case 7 -> Optional.of(Column.GeneratedAlways.TRANSACTION_ID_START);
      case 8 -> Optional.of(Column.GeneratedAlways.TRANSACTION_ID_END);
      case 9 -> Optional.of(Column.GeneratedAlways.SEQUENCE_NUMBER_START);
      case 10 -> Optional.of(Column.GeneratedAlways.SEQUENCE_NUMBER_END);
      default -> Optional.empty();
    };
  }

  private static Optional<CatalogRow> find(
      Map<Integer, List<CatalogRow>> rows, int objectId, String column, int columnId) {
    return rows.getOrDefault(objectId, List.of()).stream()
        .filter(row -> row.number(column) == columnId)
        .findFirst();
  }
}
