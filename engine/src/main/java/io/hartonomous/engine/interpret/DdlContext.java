package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.engine.translate.TranslationContext;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the translator asks about while a definition is translated; notes which objects it used.
final class DdlContext implements TranslationContext, EngineCatalog.Lookups {
  private final Session session;
  private final Set<CatalogEntry> used = new LinkedHashSet<>();

  DdlContext(Session session) {
    this.session = session;
  }

  List<ObjectName> uses() {
    return new ArrayList<>(used.stream().map(CatalogEntry::name).toList());
  }

  Set<CatalogEntry> used() {
    return used;
  }

  @Override
  public void used(CatalogEntry entry) {
    used.add(entry);
  }

  @Override
  public Optional<Relation> temporary(String name) {
    return Optional.empty();
  }

  @Override
  public Collation collation() {
    return session.collation();
  }

  @Override
  public String database() {
    return session.databaseName();
  }

  @Override
  public PgNames names() {
    return session.names().pg();
  }

  @Override
  public Optional<Table> table(Relation relation) {
    return session
        .catalog()
        .state()
        .named(relation.name())
        .filter(e -> e.object() instanceof Table)
        .map(e -> (Table) e.object());
  }

  @Override
  public String temporary(Relation relation) {
    throw SqlError.unsupported("temporary tables in this definition");
  }

  @Override
  public Optional<String> computed(
      Relation relation, Optional<Table> table, String column, String alias) {
    boolean temporary =
        relation.kind() == Relation.Kind.TEMPORARY_TABLE
            || relation.kind() == Relation.Kind.TABLE_VARIABLE
            || relation.name().schema().isEmpty();
    return table
        .or(() -> table(relation))
        .flatMap(t ->
            t.columns().stream()
                .filter(c -> collation().same(c.name(), column))
                .filter(c -> ComputedColumns.isReadTime(t, c, temporary, collation()))
                .findFirst()
                .map(c -> new ColumnDdl(session).computed(t, c, alias)));
  }

  @Override
  public ObjectName resolve(ObjectName name) {
    return session.catalogView(EngineCatalog.Lookups.NONE).synonym(name).orElse(name);
  }
}
