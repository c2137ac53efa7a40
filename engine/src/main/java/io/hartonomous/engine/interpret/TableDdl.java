package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// CREATE TABLE: checks, names, the table in PostgreSQL, the entry in the catalog.
public final class TableDdl {
  final Session session;
  final ColumnDdl columns;
  final PgNames names;

  public TableDdl(Session session) {
    this.session = session;
    this.columns = new ColumnDdl(session);
    this.names = session.names().pg();
  }

  /// The statement that makes a temporary table, a table variable included.
  public String createTemporary(Table table, String pgName) {
    Table typed = typed(table);
    List<String> parts =
        new ArrayList<>(
            typed.columns().stream().map(c -> columns.definition(typed, c, true)).toList());
    for (TableConstraint c : typed.constraints()) {
      switch (c) {
        case TableConstraint.Key k -> parts.add(key(k));
        case TableConstraint.Check k ->
            parts.add(
                named(k.name()) + "CHECK (" + columns.condition(typed, k.condition().text()) + ")");
        // Foreign keys of temporary tables are not enforced by the server either.
        case TableConstraint.ForeignKey _ -> {}
        case TableConstraint.Connection _ -> throw SqlError.unsupported("CONNECTION constraints");
      }
    }
    StringBuilder sql =
        new StringBuilder("CREATE TEMP TABLE " + pgName + " (" + String.join(", ", parts) + ")");
    for (Index index : table.indexes()) {
      if (index.kind() == Index.IndexKind.ROWSTORE) {
        sql.append("; ").append(new IndexDdl(this).temporary(typed, index, pgName));
      }
    }
    return sql.toString();
  }

  public String createTemporaryIndex(Table table, Index index, String pgName) {
    return new IndexDdl(this).temporary(table, index, pgName);
  }

  /// The table with the types of its computed columns.
  public Table typed(Table table) {
    if (table.columns().stream()
        .noneMatch(c -> c.computed().isPresent() && c.type().base() == SqlType.Base.UNKNOWN)) {
      return table;
    }
    return table.withColumns(table.columns().stream().map(c -> columns.typed(table, c)).toList());
  }

  private String named(Optional<String> name) {
    return name.map(n -> "CONSTRAINT " + names.constraint(n) + " ").orElse("");
  }

  private String key(TableConstraint.Key key) {
    String list =
        key.columns().stream().map(c -> names.column(c.name())).collect(Collectors.joining(", "));
    return (key.primary() ? "PRIMARY KEY (" : "UNIQUE NULLS NOT DISTINCT (") + list + ")";
  }

  /// Makes a table. Errors: 2714, 2760, 2705, 1767, 1750 ... as SQL Server's.
  public CatalogEntry create(Table written) throws SQLException {
    requireFree(written.name());
    check(written);
    Table table = typed(completeKeys(written));
    ConstraintNames.Named named =
        ConstraintNames.of(session.database(), Optional.empty()).name(table);
    LocalDateTime now = LocalDateTime.now();
    int id = session.database().nextObjectId();
    Table done = named.table();
    if (done.options()
        .systemVersioning()
        .filter(v -> v.on() && v.history().isEmpty())
        .isPresent()) {
      done =
          withHistory(done, new ObjectName(done.name().schema(), "MSSQL_TemporalHistoryFor_" + id));
    }
    requireFreeConstraints(done, Optional.empty());
    session.pg().execute(statement(done));
    new HistoryDdl(this).ensure(done);
    CatalogEntry entry = new CatalogEntry(id, done, named.ids(), List.of(), List.of(), now, now);
    session.catalog().put(session.jdbc(), entry, session.names());
    new HistoryDdl(this).refreshHistory(done);
    return entry;
  }

  static Table withHistory(Table table, ObjectName history) {
    Table.SystemVersioning v = table.options().systemVersioning().orElseThrow();
    return AlterTableDdl.withVersioning(
        table,
        Optional.of(
            new Table.SystemVersioning(
                v.periodStart(), v.periodEnd(), true, Optional.of(history), v.retention())));
  }

  private String statement(Table table) {
    List<String> parts =
        new ArrayList<>(
            table.columns().stream().map(c -> columns.definition(table, c, false)).toList());
    for (TableConstraint c : table.constraints()) {
      constraint(table, c).ifPresent(parts::add);
    }
    StringBuilder sql =
        new StringBuilder(
            "CREATE TABLE " + names.object(table.name()) + " (" + String.join(", ", parts) + ")");
    IndexDdl indexes = new IndexDdl(this);
    for (Index index : table.indexes()) {
      indexes.create(table, index).ifPresent(s -> sql.append("; ").append(s));
    }
    return sql.toString();
  }

  /// A constraint as PostgreSQL has it; empty for one that is disabled, which PostgreSQL does not
  /// know.
  Optional<String> constraint(Table table, TableConstraint c) {
    String name = "CONSTRAINT " + names.constraint(c.name().orElseThrow()) + " ";
    return switch (c) {
      case TableConstraint.Key k -> Optional.of(name + key(k));
      case TableConstraint.Check k ->
          k.enabled()
              ? Optional.of(
                  name
                      + "CHECK ("
                      + columns.condition(table, k.condition().text())
                      + ")"
                      + (k.trusted() ? "" : " NOT VALID"))
              : Optional.empty();
      case TableConstraint.ForeignKey k ->
          k.enabled() ? Optional.of(name + foreignKey(k)) : Optional.empty();
      case TableConstraint.Connection _ -> throw SqlError.unsupported("CONNECTION constraints");
    };
  }

  private String foreignKey(TableConstraint.ForeignKey k) {
    return "FOREIGN KEY ("
        + list(k.columns())
        + ") REFERENCES "
        + names.object(k.referencedTable())
        + " ("
        + list(k.referencedColumns())
        + ") ON DELETE "
        + k.onDelete().sql()
        + " ON UPDATE "
        + k.onUpdate().sql()
        + (k.trusted() ? "" : " NOT VALID");
  }

  private String list(List<String> columnNames) {
    return columnNames.stream().map(names::column).collect(Collectors.joining(", "));
  }

  void requireFree(ObjectName name) {
    if (!session
        .catalogView(io.hartonomous.engine.catalog.EngineCatalog.Lookups.NONE)
        .schemaExists(name.schema())) {
      throw SqlError.of(2760, name.schema());
    }
    if (session.catalog().state().named(name).isPresent()
        || session.dependents().findConstraint(name).isPresent()) {
      throw SqlError.of(2714, name.name());
    }
  }

  /// No two constraints of a schema may bear one name, nor a constraint that of an object.
  void requireFreeConstraints(Table table, Optional<Table> before) {
    Set<String> known = new HashSet<>();
    before.ifPresent(b -> names(b).forEach(n -> known.add(session.collation().key(n))));
    Set<String> seen = new HashSet<>();
    for (String name : names(table)) {
      String key = session.collation().key(name);
      ObjectName full = new ObjectName(table.name().schema(), name);
      if (!seen.add(key)
          || !known.contains(key)
              && (session.catalog().state().named(full).isPresent()
                  || session.dependents().findConstraint(full).isPresent())) {
        throw SqlError.of(2714, name);
      }
    }
  }

  private static List<String> names(Table table) {
    List<String> all = new ArrayList<>();
    table.constraints().forEach(c -> c.name().ifPresent(all::add));
    table
        .columns()
        .forEach(
            c -> c.defaultConstraint().flatMap(Column.DefaultConstraint::name).ifPresent(all::add));
    return all;
  }

  /// What SQL Server checks of a table before it makes it.
  void check(Table table) {
    Set<String> seen = new HashSet<>();
    for (Column c : table.columns()) {
      if (!seen.add(session.collation().key(c.name()))) {
        throw SqlError.of(2705, c.name(), table.name().name());
      }
      if (c.computed().isEmpty() && c.type().base() == SqlType.Base.UNKNOWN) {
        throw SqlError.of(2715, c.name(), "");
      }
      if (c.fileStream()) {
        throw SqlError.unsupported("FILESTREAM");
      }
    }
    if (table.columns().stream().filter(c -> c.identity().isPresent()).count() > 1) {
      throw SqlError.of(2744, table.name().name());
    }
    if (table.options().graph() != Table.Graph.NONE) {
      throw SqlError.unsupported("graph tables");
    }
    if (table.constraints().stream()
            .filter(c -> c instanceof TableConstraint.Key k && k.primary())
            .count()
        > 1) {
      throw SqlError.of(1779, table.name().name());
    }
    for (TableConstraint c : table.constraints()) {
      switch (c) {
        case TableConstraint.Key k ->
            k.columns().forEach(x -> requireColumn(table, x.name(), 1911));
        case TableConstraint.ForeignKey k -> check(table, k);
        case TableConstraint.Check _, TableConstraint.Connection _ -> {}
      }
    }
    for (Index i : table.indexes()) {
      i.columns().forEach(x -> requireColumn(table, x.name(), 1911));
      i.include().forEach(x -> requireColumn(table, x, 1911));
    }
    table
        .options()
        .systemVersioning()
        .ifPresent(v -> {
          requireColumn(table, v.periodStart(), 1911);
          requireColumn(table, v.periodEnd(), 1911);
        });
  }

  Column requireColumn(Table table, String name, int number) {
    return table.columns().stream()
        .filter(c -> session.collation().same(c.name(), name))
        .findFirst()
        .orElseThrow(() -> SqlError.of(number, name));
  }

  private void check(Table table, TableConstraint.ForeignKey k) {
    String name = k.name().orElse("");
    for (String c : k.columns()) {
      if (table.columns().stream().noneMatch(x -> session.collation().same(x.name(), c))) {
        throw SqlError.of(1769, name, c, table.name().name());
      }
    }
    Table referenced =
        referenced(table, k)
            .orElseThrow(() -> SqlError.of(1767, name, k.referencedTable().quoted()));
    for (String c : k.referencedColumns()) {
      if (referenced.columns().stream().noneMatch(x -> session.collation().same(x.name(), c))) {
        throw SqlError.of(1770, name, c, referenced.name().name());
      }
    }
    if (!k.referencedColumns().isEmpty() && !hasKey(referenced, k.referencedColumns())) {
      throw SqlError.of(1776, referenced.name().name(), name);
    }
    for (int i = 0; i < Math.min(k.columns().size(), k.referencedColumns().size()); i++) {
      Column from = requireColumn(table, k.columns().get(i), 1769);
      Column to = requireColumn(referenced, k.referencedColumns().get(i), 1770);
      if (from.computed().isEmpty()
          && to.computed().isEmpty()
          && from.type().base() != to.type().base()) {
        throw SqlError.of(1778, from.name(), to.name(), name);
      }
    }
  }

  Optional<Table> referenced(Table table, TableConstraint.ForeignKey k) {
    return session.collation().same(k.referencedTable(), table.name())
        ? Optional.of(table)
        : session
            .catalog()
            .state()
            .named(k.referencedTable())
            .filter(e -> e.object() instanceof Table)
            .map(e -> (Table) e.object());
  }

  private boolean hasKey(Table table, List<String> columnNames) {
    Set<String> wanted =
        columnNames.stream().map(session.collation()::key).collect(Collectors.toSet());
    return table.constraints().stream()
            .anyMatch(c -> c instanceof TableConstraint.Key k && keys(k.columns()).equals(wanted))
        || table.indexes().stream()
            .anyMatch(i -> i.unique() && i.filter().isEmpty() && keys(i.columns()).equals(wanted));
  }

  private Set<String> keys(List<IndexColumn> list) {
    return list.stream().map(c -> session.collation().key(c.name())).collect(Collectors.toSet());
  }

  /// Fills in the columns of foreign keys that name only the table, and turns off the second
  /// clustered index.
  Table completeKeys(Table table) {
    boolean clusteredIndex =
        table.indexes().stream().anyMatch(Index::clustered)
            || table.constraints().stream()
                .anyMatch(c -> c instanceof TableConstraint.Key k && !k.primary() && k.clustered());
    List<TableConstraint> constraints = new ArrayList<>();
    for (TableConstraint c : table.constraints()) {
      constraints.add(
          switch (c) {
            case TableConstraint.ForeignKey k when k.referencedColumns().isEmpty() -> {
              Table referenced =
                  referenced(table, k)
                      .orElseThrow(() ->
                          SqlError.of(1767, k.name().orElse(""), k.referencedTable().quoted()));
              List<String> key =
                  referenced.constraints().stream()
                      .filter(x -> x instanceof TableConstraint.Key p && p.primary())
                      .map(x ->
                          ((TableConstraint.Key) x)
                              .columns().stream().map(IndexColumn::name).toList())
                      .findFirst()
                      .orElseThrow(
                          () -> SqlError.of(1773, k.name().orElse(""), referenced.name().name()));
              yield k.withReferencedColumns(key);
            }
            case TableConstraint.Key k when k.primary() && k.clustered() && clusteredIndex ->
                new TableConstraint.Key(
                    k.name(), true, false, k.columns(), k.options(), k.placement());
            default -> c;
          });
    }
    return table.withConstraints(constraints);
  }

  /// An index without options of its own, for history tables.
  static Index plainIndex(String name, boolean clustered, List<IndexColumn> keys) {
    return new Index(
        name,
        Index.IndexKind.ROWSTORE,
        false,
        clustered,
        keys,
        List.of(),
        Optional.empty(),
        IndexOptions.DEFAULT,
        Optional.empty());
  }
}
