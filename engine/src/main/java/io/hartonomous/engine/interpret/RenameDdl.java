package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.NameParts;
import io.hartonomous.engine.catalog.ObjectIds;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// sp_rename of tables, columns, indexes, constraints and modules. Texts that name the old name
/// stay as they are, as the server leaves them.
public final class RenameDdl {
  private final Session session;
  private final PgNames names;

  public RenameDdl(Session session) {
    this.session = session;
    this.names = session.names().pg();
  }

  /// `type` is OBJECT, COLUMN, INDEX, USERDATATYPE or null.
  public void rename(String object, String newName, String type) throws SQLException {
    List<String> parts = NameParts.of(object);
    if (parts.isEmpty()) {
      throw SqlError.of(15248, object, type == null ? "" : type);
    }
    String kind = type == null ? "" : type.toUpperCase(Locale.ROOT);
    session
        .transactions()
        .atomic(() -> {
          switch (kind) {
            case "COLUMN" -> column(parts, newName);
            case "INDEX" -> index(parts, newName);
            case "OBJECT", "" -> object(parts, newName, kind);
            default -> throw SqlError.unsupported("sp_rename of a " + kind);
          }
          return null;
        });
  }

  private CatalogEntry table(List<String> parts, String type) {
    if (parts.size() < 2) {
      throw SqlError.of(15248, String.join(".", parts), type);
    }
    ObjectName name =
        new ObjectName(
            parts.size() > 2 ? parts.get(parts.size() - 3) : session.defaultSchema(),
            parts.get(parts.size() - 2));
    return session
        .catalog()
        .state()
        .named(name)
        .filter(e -> e.object() instanceof Table)
        .orElseThrow(() -> SqlError.of(15248, String.join(".", parts), type));
  }

  private boolean same(String a, String b) {
    return session.collation().same(a, b);
  }

  private void column(List<String> parts, String newName) throws SQLException {
    CatalogEntry entry = table(parts, "COLUMN");
    Table t = (Table) entry.object();
    String old = parts.getLast();
    Column column =
        t.columns().stream()
            .filter(c -> same(c.name(), old))
            .findFirst()
            .orElseThrow(() -> SqlError.of(15248, String.join(".", parts), "COLUMN"));
    if (!same(old, newName) && t.columns().stream().anyMatch(c -> same(c.name(), newName))) {
      throw SqlError.of(15335, newName, "COLUMN");
    }
    UnaryOperator<String> renamed = n -> same(n, column.name()) ? newName : n;
    Table changed =
        new Table(
            t.name(),
            t.columns().stream().map(c -> c == column ? c.withName(newName) : c).toList(),
            t.constraints().stream().map(c -> columns(c, renamed)).toList(),
            t.indexes().stream()
                .map(i ->
                    i.withColumns(keys(i.columns(), renamed))
                        .withInclude(i.include().stream().map(renamed).toList()))
                .toList(),
            t.options());
    Map<String, Integer> ids = renamedKey(entry.ids().columns(), old, newName);
    session
        .objects()
        .around(
            t.name(),
            () -> {
              if (!names.column(old).equals(names.column(newName))) {
                session
                    .pg()
                    .execute(
                        "ALTER TABLE "
                            + names.object(t.name())
                            + " RENAME COLUMN "
                            + names.column(old)
                            + " TO "
                            + names.column(newName));
              }
              put(
                  entry,
                  changed,
                  new ObjectIds(
                      ids,
                      entry.ids().constraints(),
                      entry.ids().indexes(),
                      entry.ids().systemNamed(),
                      entry.ids().lastColumn()));
            });
    for (CatalogEntry e : new ArrayList<>(session.catalog().state().entries())) {
      if (e.object() instanceof Table other) {
        Table there =
            other.withConstraints(
                other.constraints().stream()
                    .map(c ->
                        c instanceof TableConstraint.ForeignKey k
                                && session.collation().same(k.referencedTable(), t.name())
                            ? k.withReferencedColumns(
                                k.referencedColumns().stream().map(renamed).toList())
                            : c)
                    .toList());
        if (!there.equals(other)) {
          put(e, there, e.ids());
        }
      }
    }
  }

  private static TableConstraint columns(TableConstraint c, UnaryOperator<String> renamed) {
    return switch (c) {
      case TableConstraint.Key k -> k.withColumns(keys(k.columns(), renamed));
      case TableConstraint.ForeignKey k ->
          k.withColumns(k.columns().stream().map(renamed).toList());
      case TableConstraint.Check k -> k;
      case TableConstraint.Connection k -> k;
    };
  }

  private static List<IndexColumn> keys(List<IndexColumn> list, UnaryOperator<String> renamed) {
    return list.stream()
        .map(c -> new IndexColumn(renamed.apply(c.name()), c.descending()))
        .toList();
  }

  private Map<String, Integer> renamedKey(Map<String, Integer> ids, String old, String newName) {
    Map<String, Integer> map = new HashMap<>(ids);
    map.put(session.collation().key(newName), map.remove(session.collation().key(old)));
    return map;
  }

  private void put(CatalogEntry entry, Table changed, ObjectIds ids) throws SQLException {
    session
        .catalog()
        .put(session.jdbc(), entry.with(changed, ids, LocalDateTime.now()), session.names());
  }

  private void index(List<String> parts, String newName) throws SQLException {
    CatalogEntry entry = table(parts, "INDEX");
    Table t = (Table) entry.object();
    String old = parts.getLast();
    if (t.indexes().stream().noneMatch(i -> same(i.name(), old))) {
      constraint(entry, old, newName);
      return;
    }
    Table changed =
        t.withIndexes(
            t.indexes().stream().map(i -> same(i.name(), old) ? i.withName(newName) : i).toList());
    session
        .pg()
        .execute(
            "ALTER INDEX IF EXISTS "
                + names.schema(t.name().schema())
                + "."
                + names.index(t.name(), old)
                + " RENAME TO "
                + names.index(t.name(), newName));
    put(
        entry,
        changed,
        new ObjectIds(
            entry.ids().columns(),
            entry.ids().constraints(),
            renamedKey(entry.ids().indexes(), old, newName),
            entry.ids().systemNamed(),
            entry.ids().lastColumn()));
  }

  private void constraint(CatalogEntry entry, String old, String newName) throws SQLException {
    Table t = (Table) entry.object();
    boolean isDefault =
        t.columns().stream()
            .anyMatch(c ->
                c.defaultConstraint()
                    .flatMap(Column.DefaultConstraint::name)
                    .filter(n -> same(n, old))
                    .isPresent());
    Optional<TableConstraint> found =
        t.constraints().stream()
            .filter(c -> c.name().filter(n -> same(n, old)).isPresent())
            .findFirst();
    if (!isDefault && found.isEmpty()) {
      throw SqlError.of(15248, old, "OBJECT");
    }
    List<Column> columns =
        t.columns().stream()
            .map(c ->
                c.defaultConstraint()
                        .flatMap(Column.DefaultConstraint::name)
                        .filter(n -> same(n, old))
                        .isPresent()
                    ? c.withDefaultConstraint(
                        Optional.of(
                            new Column.DefaultConstraint(
                                Optional.of(newName), c.defaultConstraint().get().value())))
                    : c)
            .toList();
    List<TableConstraint> constraints =
        t.constraints().stream()
            .map(c -> found.isPresent() && c == found.get() ? c.withName(Optional.of(newName)) : c)
            .toList();
    if (found.isPresent()) {
      session
          .pg()
          .execute(
              "ALTER TABLE "
                  + names.object(t.name())
                  + " RENAME CONSTRAINT "
                  + names.constraint(old)
                  + " TO "
                  + names.constraint(newName));
    }
    Map<String, Integer> indexes =
        entry.ids().indexes().containsKey(session.collation().key(old))
            ? renamedKey(entry.ids().indexes(), old, newName)
            : entry.ids().indexes();
    List<String> systemNamed =
        entry.ids().systemNamed().stream()
            .filter(n -> !n.equals(session.collation().key(old)))
            .toList();
    put(
        entry,
        t.withColumns(columns).withConstraints(constraints),
        new ObjectIds(
            entry.ids().columns(),
            renamedKey(entry.ids().constraints(), old, newName),
            indexes,
            systemNamed,
            entry.ids().lastColumn()));
  }

  private void object(List<String> parts, String newName, String kind) throws SQLException {
    ObjectName name =
        new ObjectName(
            parts.size() > 1 ? parts.get(parts.size() - 2) : session.defaultSchema(),
            parts.getLast());
    Optional<CatalogEntry> entry = session.catalog().state().named(name);
    if (entry.isEmpty()) {
      CatalogEntry owner =
          session
              .dependents()
              .findConstraint(name)
              .orElseThrow(() ->
                  SqlError.of(
                      15225,
                      String.join(".", parts),
                      session.databaseName(),
                      kind.isEmpty() ? "(null)" : kind));
      constraint(owner, name.name(), newName);
      return;
    }
    ObjectName renamed = new ObjectName(entry.get().name().schema(), newName);
    if (!session.collation().same(name, renamed)
        && session.catalog().state().named(renamed).isPresent()) {
      throw SqlError.of(15335, newName, "OBJECT");
    }
    CatalogEntry found = entry.get();
    switch (found.object()) {
      case Table t -> {
        session
            .objects()
            .around(
                t.name(),
                () -> {
                  session.catalog().remove(session.jdbc(), found, session.names());
                  StringBuilder sql = new StringBuilder();
                  String schema = names.schema(t.name().schema()) + ".";
                  for (Index i : t.indexes()) {
                    sql.append("ALTER INDEX IF EXISTS ")
                        .append(schema)
                        .append(names.index(t.name(), i.name()))
                        .append(" RENAME TO ")
                        .append(names.index(renamed, i.name()))
                        .append("; ");
                  }
                  for (Column c : t.columns()) {
                    if (c.identity().isPresent()) {
                      sql.append("ALTER SEQUENCE IF EXISTS ")
                          .append(session.names().identity(t.name(), c.name()))
                          .append(" RENAME TO ")
                          .append(names.index(renamed, c.name() + ".identity"))
                          .append("; ");
                    }
                  }
                  sql.append("ALTER TABLE ")
                      .append(names.object(t.name()))
                      .append(" RENAME TO ")
                      .append(names.identifier(newName))
                      .append("; ");
                  session.pg().execute(sql.toString());
                  put(found, t.withName(renamed), found.ids());
                });
        repoint(t.name(), renamed);
      }
      case Module m -> {
        session.objects().around(m.name(), () -> session.objects().drop(found));
        throw SqlError.unsupported("sp_rename of a module");
      }
      default -> throw SqlError.unsupported("sp_rename of a " + found.kind().words());
    }
  }

  /// Foreign keys, triggers and history tables that name a renamed table.
  private void repoint(ObjectName old, ObjectName now) throws SQLException {
    for (CatalogEntry e : new ArrayList<>(session.catalog().state().entries())) {
      if (e.object() instanceof Table t) {
        List<TableConstraint> constraints =
            t.constraints().stream()
                .map(c ->
                    c instanceof TableConstraint.ForeignKey k
                            && session.collation().same(k.referencedTable(), old)
                        ? k.withReferencedTable(now)
                        : c)
                .toList();
        Table changed = t.withConstraints(constraints);
        Optional<Table.SystemVersioning> v = t.options().systemVersioning();
        if (v.flatMap(Table.SystemVersioning::history)
            .filter(h -> session.collation().same(h, old))
            .isPresent()) {
          changed =
              AlterTableDdl.withVersioning(
                  changed,
                  Optional.of(
                      new Table.SystemVersioning(
                          v.get().periodStart(),
                          v.get().periodEnd(),
                          v.get().on(),
                          Optional.of(now),
                          v.get().retention())));
        }
        if (!changed.equals(t)) {
          put(e, changed, e.ids());
        }
      } else if (e.object() instanceof Module.Trigger t
          && session.collation().same(t.parent(), old)) {
        session
            .catalog()
            .put(
                session.jdbc(),
                e.with(
                    new Module.Trigger(
                        t.name(),
                        now,
                        t.insteadOf(),
                        t.events(),
                        t.disabled(),
                        t.definition(),
                        t.ansiNulls(),
                        t.quotedIdentifier()),
                    LocalDateTime.now()),
                session.names());
      }
    }
  }
}
