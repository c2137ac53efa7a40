package io.hartonomous.engine.interpret;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.TableAlteration;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Indexes. Rowstore indexes exist in PostgreSQL; columnstore and hash indexes are entries of the
/// catalog alone, since they change no result.
///
/// INCLUDE columns are in the catalog alone too: they change no result, and PostgreSQL limits an
/// index row to a third of a page.
final class IndexDdl {
  private final TableDdl tables;
  private final ViewIndexDdl views;

  IndexDdl(TableDdl tables) {
    this.tables = tables;
    this.views = new ViewIndexDdl(tables.session);
  }

  /// The statement that makes an index; empty for one that PostgreSQL does not get.
  Optional<String> create(Table table, Index index) {
    if (index.kind() != Index.IndexKind.ROWSTORE || index.options().disabled()) {
      return Optional.empty();
    }
    return Optional.of(
        create(
            table,
            index,
            tables.names.object(table.name()),
            tables.names.index(table.name(), index.name())));
  }

  String temporary(Table table, Index index, String pgName) {
    return create(table, index, pgName, "");
  }

  private String create(Table table, Index index, String pgTable, String pgIndex) {
    List<String> keys = new ArrayList<>();
    index
        .columns()
        .forEach(c -> {
          Column column = tables.requireColumn(table, c.name(), 1911);
          ComputedColumns.requireIndexable(table, index.name(), column);
          keys.add(
              tables.names.column(c.name())
                  + (c.descending() ? " DESC" : " ASC")
                  + (column.nullable() ? c.descending() ? " NULLS LAST" : " NULLS FIRST" : ""));
        });
    return "CREATE "
        + (index.unique() ? "UNIQUE " : "")
        + "INDEX "
        + pgIndex
        + " ON "
        + pgTable
        + " ("
        + String.join(", ", keys)
        + ")"
        + (index.unique() ? " NULLS NOT DISTINCT" : "")
        + index.filter().map(f -> " WHERE " + tables.columns.condition(table, f.text())).orElse("");
  }

  void create(IndexStatement.CreateIndex s, ModelContext context) throws SQLException {
    ObjectName name = tables.session.tableName(s.table());
    CatalogEntry entry =
        tables
            .session
            .catalog()
            .state()
            .named(name)
            .orElseThrow(() -> SqlError.of(1088, s.table().object().value()));
    Index index = TableAlteration.index(s, context);
    if (entry.object() instanceof Module.View view) {
      views.create(entry, view, index);
      return;
    }
    if (!(entry.object() instanceof Table table)) {
      throw SqlError.of(1088, s.table().object().value());
    }
    if (exists(table, index.name())) {
      if (s.options().stream()
          .anyMatch(o -> o.name().equals("DROP_EXISTING") && o.value().isPresent())) {
        drop(entry, table, index.name());
        create(s, context);
        return;
      }
      throw SqlError.of(1913, index.name(), table.name().quoted());
    }
    if (index.clustered()) {
      clustered(table)
          .ifPresent(c -> {
            throw SqlError.of(1902, table.name().quoted(), c);
          });
    }
    index.columns().forEach(c -> tables.requireColumn(table, c.name(), 1911));
    index.include().forEach(c -> tables.requireColumn(table, c, 1911));
    Optional<String> sql = create(table, index);
    Table changed = TableAlteration.withIndex(table, s, context);
    String values = tables.columns.materialize(table, changed, tables.names.object(table.name()));
    if (!values.isEmpty()) {
      tables.session.pg().execute(values);
    }
    if (sql.isPresent()) {
      tables.session.pg().execute(sql.get());
    }
    put(entry, changed);
  }

  private void put(CatalogEntry entry, Table changed) throws SQLException {
    ConstraintNames.Named named =
        ConstraintNames.of(tables.session.database(), Optional.of(entry)).name(changed);
    tables
        .session
        .catalog()
        .put(
            tables.session.jdbc(),
            entry.with(named.table(), named.ids(), java.time.LocalDateTime.now()),
            tables.session.names());
  }

  private boolean exists(Table table, String name) {
    return table.indexes().stream().anyMatch(i -> tables.session.collation().same(i.name(), name))
        || constraint(table, name).isPresent();
  }

  private Optional<TableConstraint.Key> constraint(Table table, String name) {
    return table.constraints().stream()
        .filter(c ->
            c instanceof TableConstraint.Key
                && c.name().filter(n -> tables.session.collation().same(n, name)).isPresent())
        .map(c -> (TableConstraint.Key) c)
        .findFirst();
  }

  private static Optional<String> clustered(Table table) {
    return table.indexes().stream()
        .filter(Index::clustered)
        .map(Index::name)
        .findFirst()
        .or(() ->
            table.constraints().stream()
                .filter(c -> c instanceof TableConstraint.Key k && k.clustered())
                .findFirst()
                .flatMap(TableConstraint::name));
  }

  void drop(IndexStatement.DropIndex s) throws SQLException {
    for (IndexStatement.DropIndexItem item : s.items()) {
      ObjectName name = tables.session.tableName(item.table());
      Optional<CatalogEntry> named = tables.session.catalog().state().named(name);
      if (named.isPresent()
          && named.get().object() instanceof Module.View view
          && views.drop(named.get(), view, item.name().value())) {
        continue;
      }
      Optional<CatalogEntry> entry = named.filter(e -> e.object() instanceof Table);
      Optional<Table> table = entry.map(e -> (Table) e.object());
      String full = item.table().object().value() + "." + item.name().value();
      if (table.isEmpty() || !exists(table.get(), item.name().value())) {
        if (s.ifExists()) {
          continue;
        }
        throw SqlError.of(3701, "index", full);
      }
      constraint(table.get(), item.name().value())
          .ifPresent(k -> {
            throw SqlError.of(3723, full, k.primary() ? "PRIMARY KEY" : "UNIQUE KEY");
          });
      drop(entry.get(), table.get(), item.name().value());
    }
  }

  private void drop(CatalogEntry entry, Table table, String name) throws SQLException {
    dropInPostgres(table, name);
    List<Index> left =
        table.indexes().stream()
            .filter(i -> !tables.session.collation().same(i.name(), name))
            .toList();
    put(entry, table.withIndexes(left));
  }

  private void dropInPostgres(Table table, String name) throws SQLException {
    tables
        .session
        .pg()
        .execute(
            "DROP INDEX IF EXISTS "
                + tables.names.schema(table.name().schema())
                + "."
                + tables.names.index(table.name(), name));
  }

  void alter(IndexStatement.AlterIndex s) throws SQLException {
    ObjectName name = tables.session.tableName(s.table());
    CatalogEntry entry =
        tables
            .session
            .catalog()
            .state()
            .named(name)
            .filter(e -> e.object() instanceof Table)
            .orElseThrow(() -> SqlError.of(1088, s.table().object().value()));
    Table table = (Table) entry.object();
    if (s.name().isPresent() && !exists(table, s.name().get().value())) {
      throw SqlError.of(2727, s.name().get().value());
    }
    switch (s.action()) {
      case "REORGANIZE", "SET" -> {}
      case "REBUILD" -> enable(entry, table, s.name(), true);
      case "DISABLE" -> enable(entry, table, s.name(), false);
      default -> throw SqlError.unsupported("ALTER INDEX " + s.action());
    }
  }

  private void enable(CatalogEntry entry, Table table, Optional<Identifier> name, boolean on)
      throws SQLException {
    List<Index> indexes = new ArrayList<>();
    for (Index i : table.indexes()) {
      if (name.isPresent() && !tables.session.collation().same(i.name(), name.get().value())
          || i.options().disabled() == !on) {
        indexes.add(i);
        continue;
      }
      IndexOptions o = i.options();
      Index changed =
          i.withOptions(
              new IndexOptions(
                  o.fillFactor(),
                  o.padIndex(),
                  o.ignoreDupKey(),
                  o.statisticsNoRecompute(),
                  o.allowRowLocks(),
                  o.allowPageLocks(),
                  o.optimizeForSequentialKey(),
                  o.compression(),
                  !on));
      indexes.add(changed);
      if (on) {
        Optional<String> sql = create(table, changed);
        if (sql.isPresent()) {
          tables.session.pg().execute(sql.get());
        }
      } else {
        dropInPostgres(table, i.name());
      }
    }
    put(entry, table.withIndexes(indexes));
  }
}
