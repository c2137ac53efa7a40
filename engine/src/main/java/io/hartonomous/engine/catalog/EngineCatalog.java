package io.hartonomous.engine.catalog;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.bind.SystemCatalog;
import io.hartonomous.model.Collation;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.util.List;
import java.util.Optional;

/// What names stand for in a session's current database: temporary tables of the session, the
/// database's objects, the system's.
public final class EngineCatalog implements Catalog {
  private final CatalogState state;
  private final String defaultSchema;
  private final Catalog system;
  private final Lookups lookups;

  /// What is asked for beside the catalog, and told about what was found in it.
  public interface Lookups {
    Lookups NONE = _ -> Optional.empty();

    /// A temporary table by its name with `#`.
    Optional<Relation> temporary(String name);

    default void used(CatalogEntry entry) {}

    default void usedSystem(Relation relation) {}

    /// The current database.
    default String database() {
      return "";
    }
  }

  public EngineCatalog(CatalogState state, String defaultSchema, Catalog system, Lookups lookups) {
    this.state = state;
    this.defaultSchema = defaultSchema;
    this.system = system;
    this.lookups = lookups;
  }

  @Override
  public Collation collation() {
    return state.collation();
  }

  @Override
  public String defaultSchema() {
    return defaultSchema;
  }

  @Override
  public boolean schemaExists(String schema) {
    return FixedSecurity.isSchema(schema)
        || state.find(ObjectKind.SCHEMA, new ObjectName("", schema)).isPresent();
  }

  @Override
  public Optional<Relation> relation(ObjectName name) {
    if (name.name().startsWith("#")) {
      return lookups.temporary(name.name());
    }
    if (SystemCatalog.isSystemSchema(name.schema())) {
      Optional<Relation> relation = system.relation(name);
      relation.ifPresent(lookups::usedSystem);
      return relation;
    }
    Optional<CatalogEntry> entry = state.named(name);
    entry.ifPresent(lookups::used);
    return entry.isPresent() ? entry.flatMap(EngineCatalog::relation) : compatible(name);
  }

  /// Names of another database: its tables are unknown here, and so are its own system views; those
  /// about the whole server are the same in each.
  @Override
  public Optional<Relation> relation(String database, ObjectName name) {
    if (state.collation().same(database, lookups.database())) {
      return relation(name);
    }
    Optional<Relation> known = compatible(name).or(() -> system.relation(name));
    if (known.isPresent() && ServerViews.contains(known.get().name().name())) {
      lookups.usedSystem(known.get());
      return known;
    }
    if (known.isPresent()) {
      // The session refuses what it has no rows of.
      Relation elsewhere =
          new Relation(
              new ObjectName(database + "." + name.schema(), name.name()),
              Relation.Kind.SYSTEM,
              known.get().columns(),
              true);
      lookups.usedSystem(elsewhere);
      return Optional.of(elsewhere);
    }
    return Optional.empty();
  }

  /// The views of old versions, such as `sysobjects`, are found in every schema.
  private Optional<Relation> compatible(ObjectName name) {
    String folded = name.name().toLowerCase(java.util.Locale.ROOT);
    if (!folded.startsWith("sys") || folded.indexOf('_') >= 0) {
      return Optional.empty();
    }
    Optional<Relation> relation = system.relation(new ObjectName("sys", folded));
    relation.ifPresent(lookups::usedSystem);
    return relation;
  }

  /// The relation that an entry is, if it is one.
  public static Optional<Relation> relation(CatalogEntry entry) {
    return switch (entry.object()) {
      case Table table ->
          Optional.of(Relation.of(table.name(), Relation.Kind.TABLE, table.columns()));
      case Module.View view ->
          Optional.of(new Relation(view.name(), Relation.Kind.VIEW, entry.result(), true));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Routine> routine(ObjectName name) {
    if (SystemCatalog.isSystemSchema(name.schema())) {
      return system.routine(name);
    }
    Optional<CatalogEntry> entry = state.named(name);
    entry.ifPresent(lookups::used);
    Optional<Routine> own = entry.flatMap(EngineCatalog::routine);
    return own.isPresent() ? own : system.routine(name);
  }

  private static Optional<Routine> routine(CatalogEntry entry) {
    return entry.object() instanceof Module module
        ? Routine.of(module, entry.result())
        : Optional.empty();
  }

  @Override
  public Optional<ObjectName> synonym(ObjectName name) {
    return state
        .named(name)
        .filter(e -> e.object() instanceof PlainObject.Synonym)
        .map(e -> target(((PlainObject.Synonym) e.object()).target(), defaultSchema));
  }

  /// The last two parts of a synonym's target.
  public static ObjectName target(String quoted, String defaultSchema) {
    List<String> parts = NameParts.of(quoted);
    String schema = parts.size() > 1 ? parts.get(parts.size() - 2) : "";
    return new ObjectName(schema.isEmpty() ? defaultSchema : schema, parts.getLast());
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    return state
        .find(ObjectKind.ALIAS_TYPE, name)
        .map(e -> ((PlainObject.AliasType) e.object()).base().withUserType(e.name()))
        .or(() ->
            state
                .find(ObjectKind.TABLE_TYPE, name)
                .map(e -> SqlType.of(SqlType.Base.TABLE).withUserType(e.name())))
        .or(() -> system.type(name));
  }

  @Override
  public Optional<Relation> tableType(ObjectName name) {
    return state
        .find(ObjectKind.TABLE_TYPE, name)
        .map(e ->
            Relation.of(e.name(), Relation.Kind.TABLE_TYPE, ((TableType) e.object()).columns()));
  }

  @Override
  public Optional<SqlType> sequence(ObjectName name) {
    return state
        .find(ObjectKind.SEQUENCE, name)
        .map(e -> ((PlainObject.Sequence) e.object()).type());
  }
}
