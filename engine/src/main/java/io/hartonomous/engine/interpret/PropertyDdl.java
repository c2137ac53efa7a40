package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.ObjectIds;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.Table;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Extended properties: sp_addextendedproperty and its relatives.
public final class PropertyDdl {
  private final Session session;

  public PropertyDdl(Session session) {
    this.session = session;
  }

  /// A level of the host; empty where neither type nor name is given.
  public static Optional<ExtendedProperty.Level> level(String type, String name) {
    return type == null || name == null
        ? Optional.empty()
        : Optional.of(new ExtendedProperty.Level(type.toUpperCase(Locale.ROOT), name));
  }

  /// sp_addrolemember.
  public void addRoleMember(String role, String member) throws SQLException {
    session
        .transactions()
        .atomic(() -> {
          new SecurityDdl(session).member(role, member);
          return null;
        });
  }

  public void add(ExtendedProperty property) throws SQLException {
    requireHost(property);
    if (session.catalog().state().find(property.key()).isPresent()) {
      throw SqlError.of(15233, property.property(), host(property));
    }
    LocalDateTime now = LocalDateTime.now();
    session
        .transactions()
        .atomic(() -> {
          session
              .catalog()
              .put(
                  session.jdbc(),
                  new CatalogEntry(
                      session.database().nextOtherId(),
                      property,
                      ObjectIds.NONE,
                      List.of(),
                      List.of(),
                      now,
                      now),
                  session.names());
          return null;
        });
  }

  public void update(ExtendedProperty property) throws SQLException {
    CatalogEntry entry = entry(property);
    session
        .transactions()
        .atomic(() -> {
          session
              .catalog()
              .put(session.jdbc(), entry.with(property, LocalDateTime.now()), session.names());
          return null;
        });
  }

  public void drop(ExtendedProperty property) throws SQLException {
    CatalogEntry entry = entry(property);
    session
        .transactions()
        .atomic(() -> {
          session.catalog().remove(session.jdbc(), entry, session.names());
          return null;
        });
  }

  private CatalogEntry entry(ExtendedProperty property) {
    return session
        .catalog()
        .state()
        .find(property.key())
        .orElseThrow(() -> SqlError.of(15217, property.property(), host(property)));
  }

  private static String host(ExtendedProperty p) {
    StringBuilder name = new StringBuilder();
    p.level0().ifPresent(l -> name.append(l.name()));
    p.level1().ifPresent(l -> name.append('.').append(l.name()));
    p.level2().ifPresent(l -> name.append('.').append(l.name()));
    return name.isEmpty() ? "object specified" : name.toString();
  }

  /// Text of a value as a literal.
  public static SqlText value(Object value) {
    String text =
        value == null
            ? "NULL"
            : value instanceof Number
                ? value.toString()
                : "N'" + value.toString().replace("'", "''") + "'";
    return new SqlText(text, text);
  }

  private void requireHost(ExtendedProperty p) {
    if (p.level0().isEmpty()) {
      return;
    }
    boolean found;
    if (p.level1().isEmpty()) {
      found =
          switch (p.level0().get().type()) {
            case "SCHEMA" ->
                session
                    .catalogView(io.hartonomous.engine.catalog.EngineCatalog.Lookups.NONE)
                    .schemaExists(p.level0().get().name());
            case "USER", "ROLE" -> {
              new SecurityDdl(session).requirePrincipal(p.level0().get().name());
              yield true;
            }
            default ->
                session.catalog().state().entries().stream()
                    .anyMatch(e ->
                        e.name().schema().isEmpty()
                            && session.collation().same(e.name().name(), p.level0().get().name()));
          };
    } else {
      ObjectName name = new ObjectName(p.level0().get().name(), p.level1().get().name());
      Optional<CatalogEntry> entry =
          p.level1().get().type().equals("TYPE")
              ? session
                  .catalog()
                  .state()
                  .find(io.hartonomous.model.ObjectKind.TABLE_TYPE, name)
                  .or(() ->
                      session
                          .catalog()
                          .state()
                          .find(io.hartonomous.model.ObjectKind.ALIAS_TYPE, name))
              : session.catalog().state().named(name);
      found = entry.isPresent() && (p.level2().isEmpty() || hasPart(entry.get(), p.level2().get()));
    }
    if (!found) {
      throw SqlError.of(15135, host(p));
    }
  }

  private boolean hasPart(CatalogEntry entry, ExtendedProperty.Level part) {
    String key = session.collation().key(part.name());
    return switch (part.type()) {
      case "COLUMN" ->
          entry.object() instanceof Table
              ? entry.ids().columns().containsKey(key)
              : entry.result().stream()
                  .anyMatch(c -> session.collation().same(c.name(), part.name()));
      case "CONSTRAINT" -> entry.ids().constraints().containsKey(key);
      case "INDEX" -> entry.ids().indexes().containsKey(key);
      case "PARAMETER" ->
          io.hartonomous.engine.catalog.Modules.parameters(entry.object()).stream()
              .anyMatch(x -> session.collation().same(x.name(), part.name()));
      case "TRIGGER" ->
          session.dependents().allTriggersOf(entry.name()).stream()
              .anyMatch(t -> session.collation().same(t.name().name(), part.name()));
      default -> false;
    };
  }
}
