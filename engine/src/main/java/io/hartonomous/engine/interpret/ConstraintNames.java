package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.DatabaseCatalog;
import io.hartonomous.engine.catalog.ObjectIds;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Gives names to constraints that have none, in the server's manner, and ids to all parts of a
/// table; what had an id keeps it.
final class ConstraintNames {
  private final DatabaseCatalog database;
  private final Collation collation;
  private final Map<String, Integer> columns;
  private final Map<String, Integer> constraints;
  private final Map<String, Integer> indexes;
  private final List<String> systemNamed;
  private int lastColumn;

  ConstraintNames(DatabaseCatalog database, ObjectIds before) {
    this.database = database;
    this.collation = database.collation();
    this.columns = new HashMap<>(before.columns());
    this.constraints = new HashMap<>(before.constraints());
    this.indexes = new HashMap<>(before.indexes());
    this.systemNamed = new ArrayList<>(before.systemNamed());
    this.lastColumn = before.lastColumn();
  }

  /// A table whose parts all have names, and the ids to them.
  record Named(Table table, ObjectIds ids) {}

  Named name(Table table) {
    List<Column> newColumns = table.columns().stream().map(c -> named(table, c)).toList();
    List<TableConstraint> newConstraints =
        table.constraints().stream().map(c -> named(table, c)).toList();
    for (Column c : newColumns) {
      columns.computeIfAbsent(collation.key(c.name()), _ -> ++lastColumn);
    }
    for (TableConstraint c : newConstraints) {
      if (c instanceof TableConstraint.Key k) {
        index(k.name().orElseThrow(), k.clustered());
      }
    }
    for (Index i : table.indexes()) {
      index(i.name(), i.clustered());
    }
    Table named = table.withColumns(newColumns).withConstraints(newConstraints);
    keepOnly(columns, newColumns.stream().map(c -> collation.key(c.name())).toList());
    List<String> names = new ArrayList<>();
    newConstraints.forEach(c -> names.add(collation.key(c.name().orElseThrow())));
    newColumns.forEach(c ->
        c.defaultConstraint()
            .flatMap(Column.DefaultConstraint::name)
            .ifPresent(n -> names.add(collation.key(n))));
    names.add("@type");
    keepOnly(constraints, names);
    systemNamed.retainAll(names);
    List<String> indexNames = new ArrayList<>();
    newConstraints.stream()
        .filter(c -> c instanceof TableConstraint.Key)
        .forEach(c -> indexNames.add(collation.key(c.name().orElseThrow())));
    table.indexes().forEach(i -> indexNames.add(collation.key(i.name())));
    keepOnly(indexes, indexNames);
    return new Named(named, new ObjectIds(columns, constraints, indexes, systemNamed, lastColumn));
  }

  private static void keepOnly(Map<String, Integer> map, List<String> keys) {
    map.keySet().retainAll(keys);
  }

  private void index(String name, boolean clustered) {
    indexes.computeIfAbsent(
        collation.key(name),
        _ ->
            clustered
                ? 1
                : Math.max(1, indexes.values().stream().mapToInt(i -> i).max().orElse(1)) + 1);
  }

  private Column named(Table table, Column c) {
    if (c.defaultConstraint().isEmpty()) {
      return c;
    }
    Column.DefaultConstraint d = c.defaultConstraint().get();
    int id = id(d.name());
    String name =
        d.name()
            .orElseGet(() ->
                systemName(
                    "DF__"
                        + part(table.name().name(), 9)
                        + "__"
                        + part(c.name(), 5)
                        + "__"
                        + hex(id)));
    constraints.put(collation.key(name), id);
    return d.name().isPresent()
        ? c
        : c.withDefaultConstraint(
            Optional.of(new Column.DefaultConstraint(Optional.of(name), d.value())));
  }

  private int id(Optional<String> name) {
    Integer known = name.map(n -> constraints.get(collation.key(n))).orElse(null);
    return known == null ? database.nextObjectId() : known;
  }

  private TableConstraint named(Table table, TableConstraint constraint) {
    int id = id(constraint.name());
    String name = constraint.name().orElseGet(() -> systemName(generated(table, constraint, id)));
    constraints.put(collation.key(name), id);
    if (constraint.name().isPresent()) {
      return constraint;
    }
    return constraint.withName(Optional.of(name));
  }

  private String systemName(String name) {
    systemNamed.add(collation.key(name));
    return name;
  }

  private static String generated(Table table, TableConstraint constraint, int id) {
    String head = part(table.name().name(), 9);
    return switch (constraint) {
      case TableConstraint.Key k ->
          (k.primary() ? "PK__" : "UQ__")
              + part(table.name().name(), 8)
              + "__"
              + hash(table, k)
              + hex(id);
      case TableConstraint.ForeignKey k ->
          "FK__" + head + "__" + part(k.columns().getFirst(), 5) + "__" + hex(id);
      case TableConstraint.Check _ -> "CK__" + head + "__" + hex(id);
      case TableConstraint.Connection _ -> "EC__" + head + "__" + hex(id);
    };
  }

  /// The server's own digits say nothing either; these are at least the same each time.
  private static String hash(Table table, TableConstraint.Key key) {
    return String.format("%08X", (table.name().quoted() + key.columns()).hashCode());
  }

  private static String part(String name, int length) {
    return name.length() <= length ? name : name.substring(0, length);
  }

  private static String hex(int id) {
    return String.format("%08X", id).toUpperCase(Locale.ROOT);
  }

  static ConstraintNames of(DatabaseCatalog database, Optional<CatalogEntry> before) {
    return new ConstraintNames(database, before.map(CatalogEntry::ids).orElse(ObjectIds.NONE));
  }
}
