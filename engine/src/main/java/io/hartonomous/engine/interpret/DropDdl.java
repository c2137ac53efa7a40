package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// DROP of all kinds.
final class DropDdl {
  private final Session session;

  DropDdl(Session session) {
    this.session = session;
  }

  /// Drops the objects of a statement but for temporary tables, which the caller sees to.
  void drop(ObjectStatement.Drop s) throws SQLException {
    if (s.option().isPresent()) {
      throw SqlError.unsupported(s.option().get().name() + " of DROP " + s.kind());
    }
    if (s.names().isEmpty()) {
      throw SqlError.unsupported("DROP " + s.kind());
    }
    List<ObjectName> together = s.names().stream().map(this::name).toList();
    for (MultiPartName written : s.names()) {
      drop(s, written, together);
    }
  }

  private ObjectName name(MultiPartName name) {
    return new ObjectName(
        name.schema().map(Identifier::value).orElse(session.defaultSchema()),
        name.object().value());
  }

  private void drop(ObjectStatement.Drop s, MultiPartName written, List<ObjectName> together)
      throws SQLException {
    ObjectName name = name(written);
    ObjectName plain = new ObjectName("", written.object().value());
    switch (s.kind()) {
      case "TABLE" -> {
        Optional<CatalogEntry> entry = require(s, name, "table", ObjectKind.TABLE);
        if (entry.isPresent()) {
          table(entry.get(), together);
        }
      }
      case "VIEW" -> module(s, name, "view", ObjectKind.VIEW);
      case "PROCEDURE", "PROC" -> module(s, name, "procedure", ObjectKind.PROCEDURE);
      case "FUNCTION" ->
          module(s, name, "function", ObjectKind.SCALAR_FUNCTION, ObjectKind.TABLE_FUNCTION);
      case "TRIGGER" -> module(s, name, "trigger", ObjectKind.TRIGGER);
      case "SYNONYM" -> module(s, name, "synonym", ObjectKind.SYNONYM);
      case "SEQUENCE" -> {
        Optional<CatalogEntry> entry = require(s, name, "sequence", ObjectKind.SEQUENCE);
        if (entry.isPresent()) {
          session
              .dependents()
              .usesSequence(name)
              .ifPresent(u -> {
                throw SqlError.of(3729, "DROP SEQUENCE", name.name(), u.name());
              });
          session.pg().execute("DROP SEQUENCE " + session.names().sequence(name));
          remove(entry.get());
        }
      }
      case "TYPE" -> {
        Optional<CatalogEntry> entry =
            require(s, name, "type", ObjectKind.ALIAS_TYPE, ObjectKind.TABLE_TYPE);
        if (entry.isPresent()) {
          session
              .dependents()
              .usesType(name)
              .ifPresent(u -> {
                throw SqlError.of(3732, name.name(), u.name());
              });
          remove(entry.get());
        }
      }
      case "SCHEMA" -> {
        Optional<CatalogEntry> entry = session.catalog().state().find(ObjectKind.SCHEMA, plain);
        if (entry.isEmpty()) {
          missing(s, "schema", plain.name(), 15151);
          return;
        }
        session.catalog().state().entries().stream()
            .filter(e -> session.collation().same(e.name().schema(), plain.name()))
            .findFirst()
            .ifPresent(e -> {
              throw SqlError.of(3729, "DROP SCHEMA", plain.name(), e.name().name());
            });
        session.pg().execute("DROP SCHEMA " + session.names().pg().schema(plain.name()));
        remove(entry.get());
      }
      case "USER" -> principal(s, plain, ObjectKind.USER, "user");
      case "ROLE" -> principal(s, plain, ObjectKind.ROLE, "role");
      case "PARTITION FUNCTION" ->
          space(s, plain, ObjectKind.PARTITION_FUNCTION, "partition function");
      case "PARTITION SCHEME" -> space(s, plain, ObjectKind.PARTITION_SCHEME, "partition scheme");
      default -> throw SqlError.unsupported("DROP " + s.kind());
    }
  }

  private void space(ObjectStatement.Drop s, ObjectName plain, ObjectKind kind, String word)
      throws SQLException {
    Optional<CatalogEntry> entry = session.catalog().state().find(kind, plain);
    if (entry.isEmpty()) {
      missing(s, word, plain.name(), 3701);
      return;
    }
    remove(entry.get());
  }

  private void principal(ObjectStatement.Drop s, ObjectName plain, ObjectKind kind, String word)
      throws SQLException {
    Optional<CatalogEntry> entry = session.catalog().state().find(kind, plain);
    if (entry.isEmpty()) {
      if (!s.ifExists() || FixedSecurity.isPrincipal(plain.name())) {
        throw SqlError.of(15151, word, plain.name());
      }
      return;
    }
    for (CatalogEntry e : session.catalog().state().entries()) {
      if (e.object() instanceof io.hartonomous.model.PlainObject.Schema x
          && session.collation().same(x.owner(), plain.name())) {
        throw SqlError.of(15138, "schema");
      }
      if (kind == ObjectKind.ROLE
          && e.object() instanceof Security.RoleMembership m
          && session.collation().same(m.role(), plain.name())) {
        throw SqlError.of(15144);
      }
    }
    for (CatalogEntry e : new ArrayList<>(session.catalog().state().entries())) {
      boolean own =
          e.object() instanceof Security.RoleMembership m
                  && session.collation().same(m.member(), plain.name())
              || e.object() instanceof Security.Permission p
                  && session.collation().same(p.grantee(), plain.name());
      if (own) {
        remove(e);
      }
    }
    remove(entry.get());
  }

  private void missing(ObjectStatement.Drop s, String word, String name, int number) {
    if (!s.ifExists()) {
      throw SqlError.of(number, word, name);
    }
  }

  private Optional<CatalogEntry> require(
      ObjectStatement.Drop s, ObjectName name, String word, ObjectKind... kinds) {
    for (ObjectKind kind : kinds) {
      Optional<CatalogEntry> entry = session.catalog().state().find(kind, name);
      if (entry.isPresent()) {
        return entry;
      }
    }
    Optional<CatalogEntry> other = session.catalog().state().named(name);
    if (other.isPresent()) {
      throw SqlError.of(
          3705, word.toUpperCase(java.util.Locale.ROOT), name.name(), other.get().kind().words());
    }
    missing(s, word, name.name(), 3701);
    return Optional.empty();
  }

  private void module(ObjectStatement.Drop s, ObjectName name, String word, ObjectKind... kinds)
      throws SQLException {
    Optional<CatalogEntry> entry = require(s, name, word, kinds);
    if (entry.isEmpty()) {
      return;
    }
    session
        .dependents()
        .schemaBoundUser(name)
        .ifPresent(u -> {
          throw SqlError.of(
              3729, "DROP " + word.toUpperCase(java.util.Locale.ROOT), name.name(), u.name());
        });
    CatalogEntry found = entry.get();
    session
        .objects()
        .around(
            name,
            () -> {
              session.objects().drop(found);
              if (found.object() instanceof Module.View) {
                for (CatalogEntry trigger : session.dependents().allTriggersOf(name)) {
                  remove(trigger);
                }
              }
              remove(found);
            });
  }

  private void table(CatalogEntry entry, List<ObjectName> together) throws SQLException {
    Table table = (Table) entry.object();
    if (table.options().systemVersioning().filter(Table.SystemVersioning::on).isPresent()
        || session.dependents().isHistory(table.name())) {
      throw SqlError.of(13552, table.name().quoted());
    }
    for (CatalogEntry e : session.catalog().state().entries()) {
      if (e.object() instanceof Table other
          && e.id() != entry.id()
          && other.constraints().stream()
              .anyMatch(c ->
                  c instanceof TableConstraint.ForeignKey k
                      && session.collation().same(k.referencedTable(), table.name()))) {
        throw SqlError.of(3726, table.name().name());
      }
    }
    session
        .dependents()
        .schemaBoundUser(table.name())
        .ifPresent(u -> {
          throw SqlError.of(3729, "DROP TABLE", table.name().name(), u.name());
        });
    session
        .objects()
        .around(
            table.name(),
            () -> {
              session.pg().execute("DROP TABLE " + session.names().table(table.name()));
              for (CatalogEntry trigger : session.dependents().allTriggersOf(table.name())) {
                remove(trigger);
              }
              remove(entry);
            });
  }

  /// Removes an entry with its permissions and extended properties.
  private void remove(CatalogEntry entry) throws SQLException {
    for (CatalogEntry e : new ArrayList<>(session.catalog().state().entries())) {
      if (e.object() instanceof Security.Permission p
          && p.securable().isPresent()
          && !p.securableClass().equals("SCHEMA")
          && CatalogEntry.sharesNameSpace(entry.kind())
          && session.collation().same(p.securable().get(), entry.name())) {
        session.catalog().remove(session.jdbc(), e, session.names());
      }
      if (e.object() instanceof ExtendedProperty x && belongs(x, entry)) {
        session.catalog().remove(session.jdbc(), e, session.names());
      }
    }
    session.catalog().remove(session.jdbc(), entry, session.names());
  }

  private boolean belongs(ExtendedProperty x, CatalogEntry entry) {
    if (x.level1().isPresent() && x.level0().isPresent()) {
      return session.collation().same(x.level0().get().name(), entry.name().schema())
          && session.collation().same(x.level1().get().name(), entry.name().name());
    }
    return x.level0().isPresent()
        && entry.name().schema().isEmpty()
        && session.collation().same(x.level0().get().name(), entry.name().name());
  }
}
