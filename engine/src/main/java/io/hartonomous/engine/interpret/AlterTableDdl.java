package io.hartonomous.engine.interpret;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.TableAlteration;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement.AlterAction;
import io.hartonomous.syntax.ast.TableStatement.AlterTable;
import io.hartonomous.syntax.ast.TableStatement.DropItem;
import io.hartonomous.syntax.ast.TableStatement.DropItemKind;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// ALTER TABLE: what the model's table becomes is [TableAlteration]'s; here are the checks,
/// PostgreSQL's side and the catalog.
final class AlterTableDdl {
  private final TableDdl tables;
  private final Session session;
  private final PgNames names;

  AlterTableDdl(TableDdl tables) {
    this.tables = tables;
    this.session = tables.session;
    this.names = tables.names;
  }

  void alter(AlterTable s, ModelContext context) throws SQLException {
    ObjectName name = session.tableName(s.name());
    CatalogEntry entry =
        session
            .catalog()
            .state()
            .named(name)
            .orElseThrow(() -> SqlError.of(4902, s.name().object().value()));
    if (!(entry.object() instanceof Table before)) {
      throw SqlError.of(4909, s.name().object().value());
    }
    switch (s.action()) {
      case AlterAction.Triggers t -> {
        new ModuleDdl(session)
            .enable(
                t.names().stream().map(n -> new ObjectName(name.schema(), n.value())).toList(),
                name,
                t.enable());
        return;
      }
      case AlterAction.Rebuild _ -> {
        return;
      }
      case AlterAction.Switch _ -> throw SqlError.unsupported("ALTER TABLE SWITCH");
      case AlterAction.Range r ->
          throw SqlError.unsupported("ALTER TABLE " + (r.split() ? "SPLIT" : "MERGE") + " RANGE");
      case AlterAction.RebuildIndex _ -> throw SqlError.unsupported("ALTER TABLE ALTER INDEX");
      case AlterAction.ChangeTracking _ -> throw SqlError.unsupported("CHANGE_TRACKING of a table");
      case AlterAction.FileTableNamespace _ -> throw SqlError.unsupported("FILETABLE_NAMESPACE");
      case AlterAction.Drop drop
          when drop.items().stream().anyMatch(i -> i.kind() == DropItemKind.INDEX) ->
          throw SqlError.unsupported("ALTER TABLE DROP INDEX");
      case AlterAction.Drop drop -> check(entry, before, drop);
      case AlterAction.CheckConstraints c -> {
        for (Identifier n : c.names()) {
          TableConstraint found =
              before.constraints().stream()
                  .filter(k -> k.name().filter(x -> same(x, n.value())).isPresent())
                  .findFirst()
                  .orElseThrow(() -> SqlError.of(4917, n.value()));
          if (found instanceof TableConstraint.Key) {
            throw SqlError.of(4917, n.value());
          }
        }
      }
      case AlterAction.Add add -> checkAdd(before, add);
      case AlterAction.AlterColumn c -> tables.requireColumn(before, c.column().value(), 1911);
      default -> {}
    }
    Table written = TableAlteration.apply(before, effective(before, s), context);
    if (s.action() instanceof AlterAction.AlterColumn c) {
      written = keepCollationAndCheck(before, written, c);
    }
    tables.check(written);
    Table typed = tables.typed(tables.completeKeys(written));
    ConstraintNames.Named named =
        ConstraintNames.of(session.database(), Optional.of(entry)).name(typed);
    tables.requireFreeConstraints(named.table(), Optional.of(before));
    Table after = named.table();
    if (after
        .options()
        .systemVersioning()
        .filter(v -> v.on() && v.history().isEmpty())
        .isPresent()) {
      after =
          TableDdl.withHistory(
              after, new ObjectName(name.schema(), "MSSQL_TemporalHistoryFor_" + entry.id()));
    }
    Table done = after;
    session
        .objects()
        .around(
            name,
            () -> {
              postgres(before, done, s.action());
              if (before
                  .options()
                  .systemVersioning()
                  .filter(Table.SystemVersioning::on)
                  .isEmpty()) {
                // Of a table that is versioned already the history follows below.
                new HistoryDdl(tables).ensure(done);
              }
              CatalogEntry changed = entry.with(done, named.ids(), LocalDateTime.now());
              session.catalog().put(session.jdbc(), changed, session.names());
            });
    propagate(before, done, s, context);
  }

  /// The items of a DROP whose kind was not written are constraints; those that are not there and
  /// may be left out are gone.
  private AlterTable effective(Table before, AlterTable s) {
    if (!(s.action() instanceof AlterAction.Drop drop)) {
      return s;
    }
    List<DropItem> items = new ArrayList<>();
    DropItemKind kind = DropItemKind.CONSTRAINT;
    for (DropItem item : drop.items()) {
      kind = item.kind() == DropItemKind.UNSPECIFIED ? kind : item.kind();
      items.add(
          new DropItem(
              kind, true, item.ifExists(), item.name(), item.options(), item.from(), item.to()));
    }
    return new AlterTable(
        s.name(), new AlterAction.Drop(items, drop.from(), drop.to()), s.from(), s.to());
  }

  /// Columns added, altered or dropped while SYSTEM_VERSIONING is on are so in the history table
  /// too.
  private void propagate(Table before, Table after, AlterTable s, ModelContext context)
      throws SQLException {
    Optional<Table.SystemVersioning> versioning =
        after.options().systemVersioning().filter(Table.SystemVersioning::on);
    if (versioning.isEmpty()
        || before.options().systemVersioning().filter(Table.SystemVersioning::on).isEmpty()) {
      return;
    }
    ObjectName historyName = versioning.get().history().orElseThrow();
    CatalogEntry entry = session.catalog().state().named(historyName).orElseThrow();
    Table history = (Table) entry.object();
    List<Column> columns = new ArrayList<>();
    for (Column c : after.columns()) {
      Optional<Column> old =
          history.columns().stream().filter(h -> same(h.name(), c.name())).findFirst();
      columns.add(
          old.isPresent()
                  && old.get().type().equals(c.type())
                  && old.get().nullable() == c.nullable()
              ? old.get()
              : Column.of(c.name(), c.type(), c.nullable()));
    }
    if (columns.equals(history.columns())) {
      return;
    }
    StringBuilder sql = new StringBuilder();
    String pg = names.object(historyName);
    for (Column c : columns) {
      Optional<Column> old =
          history.columns().stream().filter(h -> same(h.name(), c.name())).findFirst();
      if (old.isEmpty()) {
        Column source =
            after.columns().stream()
                .filter(x -> same(x.name(), c.name()))
                .findFirst()
                .orElseThrow();
        String value =
            tables
                .columns
                .defaultValue(after, source)
                .filter(_ -> !source.nullable())
                .map(d -> " DEFAULT " + d)
                .orElse("");
        sql.append("ALTER TABLE ")
            .append(pg)
            .append(" ADD COLUMN ")
            .append(tables.columns.definition(history, c, true))
            .append(value)
            .append("; ");
      } else if (!old.get().equals(c)) {
        alterColumn(sql, pg, history, old.get(), c);
      }
    }
    for (Column h : history.columns()) {
      if (columns.stream().noneMatch(c -> same(c.name(), h.name()))) {
        sql.append("ALTER TABLE ")
            .append(pg)
            .append(" DROP COLUMN ")
            .append(names.column(h.name()))
            .append("; ");
      }
    }
    Table changed = history.withName(historyName).withColumns(columns);
    session
        .objects()
        .around(
            historyName,
            () -> {
              session.pg().execute(sql.toString());
              ConstraintNames.Named named =
                  ConstraintNames.of(session.database(), Optional.of(entry)).name(changed);
              session
                  .catalog()
                  .put(
                      session.jdbc(),
                      entry.with(named.table(), named.ids(), LocalDateTime.now()),
                      session.names());
            });
  }

  private boolean same(String a, String b) {
    return session.collation().same(a, b);
  }

  private void checkAdd(Table before, AlterAction.Add add) throws SQLException {
    for (TableElement e : add.elements()) {
      if (e instanceof TableElement.DefaultFor d) {
        Column column =
            before.columns().stream()
                .filter(c -> same(c.name(), d.column().value()))
                .findFirst()
                .orElseThrow(() -> SqlError.of(1911, d.column().value()));
        if (column.defaultConstraint().isPresent()) {
          throw SqlError.of(1781);
        }
      }
    }
  }

  /// What depends on something dropped: 5074 names each, 4922 refuses.
  private void check(CatalogEntry entry, Table before, AlterAction.Drop drop) {
    DropItemKind kind = DropItemKind.CONSTRAINT;
    Set<String> droppedConstraints = new HashSet<>();
    for (DropItem item : drop.items()) {
      kind = item.kind() == DropItemKind.UNSPECIFIED ? kind : item.kind();
      if (kind == DropItemKind.CONSTRAINT) {
        item.name().ifPresent(n -> droppedConstraints.add(session.collation().key(n.value())));
      }
    }
    kind = DropItemKind.CONSTRAINT;
    for (DropItem item : drop.items()) {
      kind = item.kind() == DropItemKind.UNSPECIFIED ? kind : item.kind();
      String name = item.name().map(Identifier::value).orElse("");
      switch (kind) {
        case COLUMN -> {
          Optional<Column> column =
              before.columns().stream().filter(c -> same(c.name(), name)).findFirst();
          if (column.isEmpty()) {
            if (!item.ifExists()) {
              throw SqlError.of(4924, "ALTER TABLE DROP COLUMN", name);
            }
            continue;
          }
          if (before.columns().size() == 1) {
            throw SqlError.of(4923, name, before.name().name());
          }
          if (before
              .options()
              .systemVersioning()
              .filter(v -> same(v.periodStart(), name) || same(v.periodEnd(), name))
              .isPresent()) {
            throw SqlError.of(13553, name);
          }
          dependent(before, column.get(), droppedConstraints)
              .ifPresent(d -> {
                session.information(
                    5074, 16, SqlError.of(5074, d.kind(), d.name(), "column", name).text());
                throw SqlError.of(4922, "ALTER TABLE DROP COLUMN", name);
              });
        }
        case CONSTRAINT, UNSPECIFIED -> {
          boolean found =
              before.constraints().stream()
                      .anyMatch(c -> c.name().filter(n -> same(n, name)).isPresent())
                  || before.columns().stream()
                      .anyMatch(c ->
                          c.defaultConstraint()
                              .flatMap(Column.DefaultConstraint::name)
                              .filter(n -> same(n, name))
                              .isPresent());
          if (!found && !item.ifExists()) {
            throw SqlError.of(3728, name);
          }
          before.constraints().stream()
              .filter(c ->
                  c instanceof TableConstraint.Key k
                      && k.name().filter(n -> same(n, name)).isPresent())
              .findFirst()
              .flatMap(k -> session.dependents().referencing(before, (TableConstraint.Key) k))
              .ifPresent(r -> {
                throw SqlError.of(3725, name, r.table().name(), r.constraint());
              });
        }
        case PERIOD -> {}
      }
    }
  }

  private record Dependent(String kind, String name) {}

  /// The first thing that keeps a column from being dropped or altered.
  private Optional<Dependent> dependent(Table table, Column column, Set<String> leaving) {
    if (column.defaultConstraint().isPresent()
        && !leaving.contains(
            session.collation().key(column.defaultConstraint().get().name().orElse("")))) {
      return Optional.of(
          new Dependent("object", column.defaultConstraint().get().name().orElse("")));
    }
    for (TableConstraint c : table.constraints()) {
      if (leaving.contains(session.collation().key(c.name().orElse("")))) {
        continue;
      }
      boolean uses =
          switch (c) {
            case TableConstraint.Key k ->
                k.columns().stream().anyMatch(x -> same(x.name(), column.name()));
            case TableConstraint.ForeignKey k ->
                k.columns().stream().anyMatch(x -> same(x, column.name()));
            case TableConstraint.Check k ->
                mentions(Parser.parseCondition(k.condition().text()).orThrow(), column.name());
            case TableConstraint.Connection _ -> false;
          };
      if (uses) {
        return Optional.of(new Dependent("object", c.name().orElse("")));
      }
    }
    for (Index i : table.indexes()) {
      if (i.columns().stream().map(IndexColumn::name).anyMatch(x -> same(x, column.name()))
          || i.include().stream().anyMatch(x -> same(x, column.name()))
          || i.filter()
              .filter(f -> mentions(Parser.parseCondition(f.text()).orThrow(), column.name()))
              .isPresent()) {
        return Optional.of(new Dependent("index", i.name()));
      }
    }
    for (Column c : table.columns()) {
      if (c.computed().isPresent()
          && mentions(
              Parser.parseExpression(c.computed().get().expression().text()).orThrow(),
              column.name())) {
        return Optional.of(new Dependent("column", c.name()));
      }
    }
    return session
        .dependents()
        .schemaBoundUser(table.name())
        .map(n -> new Dependent("object", n.name()));
  }

  private boolean mentions(Node tree, String column) {
    boolean[] found = new boolean[1];
    Nodes.walk(
        tree,
        n -> {
          if (n instanceof Expression.ColumnReference c
              && same(c.name().object().value(), column)) {
            found[0] = true;
          }
        });
    return found[0];
  }

  /// ALTER COLUMN keeps what it does not name; identity and default stay.
  private Table keepCollationAndCheck(Table before, Table after, AlterAction.AlterColumn c) {
    Column old = tables.requireColumn(before, c.column().value(), 1911);
    Column now = tables.requireColumn(after, c.column().value(), 1911);
    if (old.computed().isPresent()) {
      throw SqlError.of(4928, old.name(), "COMPUTED");
    }
    if (old.type().base() != now.type().base()) {
      Set<String> none = new HashSet<>();
      dependent(before, old.withDefaultConstraint(Optional.empty()), none)
          .ifPresent(d -> {
            session.information(
                5074, 16, SqlError.of(5074, d.kind(), d.name(), "column", old.name()).text());
            throw SqlError.of(4922, "ALTER TABLE ALTER COLUMN", old.name());
          });
    }
    return after;
  }

  /// PostgreSQL's side: the differences between the two tables, in an order that works.
  private void postgres(Table before, Table after, AlterAction action) throws SQLException {
    StringBuilder sql = new StringBuilder();
    String pg = names.object(after.name());
    String alter = "ALTER TABLE " + pg + " ";
    for (TableConstraint c : before.constraints()) {
      if (exists(c) && after.constraints().stream().noneMatch(c::equals)) {
        sql.append(alter)
            .append("DROP CONSTRAINT ")
            .append(names.constraint(c.name().orElseThrow()))
            .append("; ");
      }
    }
    for (Index i : before.indexes()) {
      if (after.indexes().stream().noneMatch(x -> same(x.name(), i.name()))) {
        sql.append("DROP INDEX IF EXISTS ")
            .append(names.schema(after.name().schema()))
            .append('.')
            .append(names.index(after.name(), i.name()))
            .append("; ");
      }
    }
    for (Column c : before.columns()) {
      if (after.columns().stream().noneMatch(x -> same(x.name(), c.name()))) {
        sql.append(alter).append("DROP COLUMN ").append(names.column(c.name())).append("; ");
      }
    }
    sql.append(tables.columns.materialize(before, after, pg));
    for (Column c : after.columns()) {
      Optional<Column> old =
          before.columns().stream().filter(x -> same(x.name(), c.name())).findFirst();
      if (old.isEmpty()) {
        addColumn(sql, alter, before, after, c, action);
      } else if (!old.get().equals(c)) {
        alterColumn(sql, pg, after, old.get(), c);
      }
    }
    for (TableConstraint c : after.constraints()) {
      if (before.constraints().stream().noneMatch(c::equals)) {
        tables
            .constraint(after, c)
            .ifPresent(x -> sql.append(alter).append("ADD ").append(x).append("; "));
      }
    }
    IndexDdl indexes = new IndexDdl(tables);
    for (Index i : after.indexes()) {
      if (before.indexes().stream().noneMatch(x -> same(x.name(), i.name()))) {
        indexes.create(after, i).ifPresent(x -> sql.append(x).append("; "));
      }
    }
    if (!sql.isEmpty()) {
      session.pg().execute(sql.toString());
    }
  }

  private static boolean exists(TableConstraint c) {
    return switch (c) {
      case TableConstraint.Key _ -> true;
      case TableConstraint.ForeignKey k -> k.enabled();
      case TableConstraint.Check k -> k.enabled();
      case TableConstraint.Connection _ -> false;
    };
  }

  /// A new column that may be NULL leaves the rows that are there without the default's value,
  /// unless WITH VALUES stands there.
  private void addColumn(
      StringBuilder sql, String alter, Table before, Table after, Column c, AlterAction action)
      throws SQLException {
    if (!c.nullable()
        && c.defaultConstraint().isEmpty()
        && c.identity().isEmpty()
        && c.computed().isEmpty()
        && c.generatedAlways().isEmpty()
        && c.type().base() != io.hartonomous.model.SqlType.Base.ROWVERSION
        && session.dependents().hasRows(before)) {
      throw SqlError.of(4901, c.name(), before.name().name());
    }
    boolean later =
        c.nullable() && c.defaultConstraint().isPresent() && !withValues(action, c.name());
    Column first = later ? c.withDefaultConstraint(Optional.empty()) : c;
    sql.append(alter)
        .append("ADD COLUMN ")
        .append(tables.columns.definition(after, first, false))
        .append("; ");
    if (later) {
      sql.append(alter)
          .append("ALTER COLUMN ")
          .append(names.column(c.name()))
          .append(" SET DEFAULT ")
          .append(tables.columns.defaultValue(after, c).orElseThrow())
          .append("; ");
    }
  }

  private boolean withValues(AlterAction action, String column) {
    return action instanceof AlterAction.Add add
        && add.elements().stream()
            .anyMatch(e ->
                e instanceof TableElement.Column x
                    && same(x.name().value(), column)
                    && x.constraints().stream()
                        .anyMatch(k -> k instanceof ColumnConstraint.Default d && d.withValues()));
  }

  private void alterColumn(StringBuilder sql, String pg, Table table, Column old, Column now) {
    String column = names.column(now.name());
    String alter = "ALTER TABLE " + pg + " ALTER COLUMN " + column + " ";
    if (!old.type().equals(now.type()) && now.computed().isEmpty()) {
      if (old.identity().isEmpty()) {
        sql.append(alter).append("DROP DEFAULT; ");
      }
      String text = "CAST(" + ObjectName.quote(now.name()) + " AS " + now.type().sql() + ")";
      Table source =
          new Table(
              table.name(),
              table.columns().stream().map(c -> same(c.name(), now.name()) ? old : c).toList(),
              List.of(),
              List.of(),
              table.options());
      sql.append(alter)
          .append("TYPE ")
          .append(tables.columns.type(now))
          .append(" USING (")
          .append(tables.columns.expression(source, text, now.type()))
          .append("); ");
      if (now.identity().isEmpty()) {
        tables
            .columns
            .defaultValue(table, now)
            .ifPresent(d -> sql.append(alter).append("SET DEFAULT ").append(d).append("; "));
      }
    } else if (!old.defaultConstraint().equals(now.defaultConstraint())) {
      tables
          .columns
          .defaultValue(table, now)
          .ifPresentOrElse(
              d -> sql.append(alter).append("SET DEFAULT ").append(d).append("; "),
              () -> sql.append(alter).append("DROP DEFAULT; "));
    }
    if (old.nullable() != now.nullable()) {
      sql.append(alter).append(now.nullable() ? "DROP NOT NULL; " : "SET NOT NULL; ");
    }
  }

  static Table withVersioning(Table table, Optional<Table.SystemVersioning> versioning) {
    Table.TableOptions o = table.options();
    return table.withOptions(
        new Table.TableOptions(
            versioning,
            o.graph(),
            o.memoryOptimized(),
            o.durability(),
            o.placement(),
            o.textImageOn(),
            o.fileStreamOn(),
            o.compression(),
            o.lockEscalation(),
            o.ansiNulls(),
            o.quotedIdentifier()));
  }
}
