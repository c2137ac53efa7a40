package io.hartonomous.engine.translate;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the translator's tests have defined so far, by name.
abstract class TranslatedCatalog implements Catalog, TranslationContext {
  final PgNames names = new PgNames(Collation.DEFAULT);
  final Map<String, Table> tables = new LinkedHashMap<>();
  final Map<String, Relation> views = new HashMap<>();
  final Map<String, Routine> routines = new HashMap<>();
  final Map<String, Relation> variableTables = new HashMap<>();

  static ObjectName full(MultiPartName name) {
    return new ObjectName(name.schema().map(i -> i.value()).orElse("dbo"), name.object().value());
  }

  static String key(ObjectName name) {
    return name.quoted().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Collation collation() {
    return Collation.DEFAULT;
  }

  @Override
  public String database() {
    return "Test";
  }

  @Override
  public PgNames names() {
    return names;
  }

  @Override
  public Optional<Table> table(Relation relation) {
    return Optional.ofNullable(tables.get(key(relation.name())));
  }

  @Override
  public String temporary(Relation relation) {
    return PgNames.quote(relation.name().name());
  }

  @Override
  public String defaultSchema() {
    return "dbo";
  }

  @Override
  public boolean schemaExists(String schema) {
    return true;
  }

  @Override
  public Optional<Relation> relation(ObjectName name) {
    ObjectName wanted = name.name().startsWith("#") ? new ObjectName("", name.name()) : name;
    Table table = tables.get(key(wanted));
    if (table == null) {
      return Optional.ofNullable(views.get(key(name)));
    }
    return Optional.of(
        new Relation(
            table.name(),
            table.name().schema().isEmpty() ? Relation.Kind.TEMPORARY_TABLE : Relation.Kind.TABLE,
            table.columns().stream().map(Relation.Column::of).toList(),
            true));
  }

  @Override
  public Optional<Routine> routine(ObjectName name) {
    return Optional.ofNullable(routines.get(key(name)));
  }

  @Override
  public Optional<ObjectName> synonym(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<Relation> tableType(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<SqlType> sequence(ObjectName name) {
    return Optional.empty();
  }

  final class Names implements PgErrors.Names {
    @Override
    public String database() {
      return "Test";
    }

    @Override
    public Optional<ObjectName> table(String pgSchema, String pgTable) {
      return tables.values().stream()
          .map(Table::name)
          .filter(n -> names.bare(n.name()).equals(pgTable))
          .findFirst();
    }

    @Override
    public Optional<String> column(ObjectName table, String pgColumn) {
      return tables.get(key(table)).columns().stream()
          .map(Column::name)
          .filter(c -> names.bare(c).equals(pgColumn))
          .findFirst();
    }

    @Override
    public Optional<PgErrors.Constraint> constraint(
        String pgSchema, String pgTable, String pgConstraint) {
      return Optional.empty();
    }
  }
}
