package io.hartonomous.introspect;

import io.hartonomous.bind.SqlTexts;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.ExtendedProperty.Level;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Extended properties with the levels of their hosts. Source: Microsoft Learn,
/// "sys.extended_properties", "sp_addextendedproperty (Transact-SQL)".
final class PropertyReader {
  private static final Set<String> NUMBERS =
      Set.of(
          "int",
          "bigint",
          "smallint",
          "tinyint",
          "bit",
          "decimal",
          "numeric",
          "money",
          "smallmoney",
          "float",
          "real");

  private final Catalog catalog;
  private final Names names;
  private final TypeReader types;
  private final Columns columns;
  private final Map<Integer, CatalogRow> triggers;
  private final Map<Integer, CatalogRow> principals;
  private final Map<Integer, List<CatalogRow>> indexes;
  private final Map<Integer, List<CatalogRow>> parameters;
  private final Map<Integer, CatalogRow> tableTypes;

  PropertyReader(Catalog catalog, Names names, TypeReader types, Columns columns) {
    this.catalog = catalog;
    this.names = names;
    this.types = types;
    this.columns = columns;
    triggers = catalog.one(CatalogQuery.TRIGGERS, "object_id");
    principals = catalog.one(CatalogQuery.PRINCIPALS, "principal_id");
    indexes = catalog.by(CatalogQuery.INDEXES, "object_id");
    parameters = catalog.by(CatalogQuery.PARAMETERS, "object_id");
    tableTypes = catalog.one(CatalogQuery.TABLE_TYPES, "user_type_id");
  }

  private record Levels(Optional<Level> first, Optional<Level> second, Optional<Level> third) {}

  List<SchemaObject> properties() {
    List<SchemaObject> properties = new ArrayList<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.PROPERTIES)) {
      levels(row)
          .ifPresent(levels ->
              properties.add(
                  new ExtendedProperty(
                      row.string("name"),
                      levels.first(),
                      levels.second(),
                      levels.third(),
                      SqlTexts.expression(value(row)))));
    }
    return properties;
  }

  private static String value(CatalogRow row) {
    if (row.isNull("value")) {
      return "NULL";
    }
    String value = row.string("value");
    return NUMBERS.contains(row.string("base_type").toLowerCase(Locale.ROOT))
        ? value
        : "N'" + value.replace("'", "''") + "'";
  }

  /// Empty for hosts that are not in the model.
  private Optional<Levels> levels(CatalogRow row) {
    int major = row.number("major_id");
    int minor = row.number("minor_id");
    return switch (row.number("class")) {
      case 0 -> Optional.of(new Levels(Optional.empty(), Optional.empty(), Optional.empty()));
      case 1 -> object(major, minor);
      case 2 ->
          names.shown(major)
              ? parameters.getOrDefault(major, List.of()).stream()
                  .filter(p -> p.number("parameter_id") == minor)
                  .findFirst()
                  .flatMap(p -> of(major, Optional.of(new Level("PARAMETER", p.string("name")))))
              : Optional.empty();
      case 3 ->
          names.isOwnSchema(names.schema(major))
              ? Optional.empty()
              : Optional.of(single("SCHEMA", names.schema(major)));
      case 4 ->
          Optional.ofNullable(principals.get(major)).map(p -> single("USER", p.string("name")));
      case 6 ->
          types
              .named(major)
              .filter(n -> !names.isOwnSchema(n.schema()))
              .map(n -> type(n, Optional.empty()));
      case 7 ->
          names.shown(major)
              ? indexes.getOrDefault(major, List.of()).stream()
                  .filter(i -> i.number("index_id") == minor)
                  .findFirst()
                  .flatMap(i -> of(major, Optional.of(new Level("INDEX", i.string("name")))))
              : Optional.empty();
      case 8 ->
          Optional.ofNullable(tableTypes.get(major))
              .flatMap(t ->
                  types
                      .named(major)
                      .map(n ->
                          type(
                              n,
                              Optional.of(
                                  new Level(
                                      "COLUMN",
                                      columns.name(t.number("type_table_object_id"), minor))))));
      default -> Optional.empty();
    };
  }

  private static Levels single(String type, String name) {
    return new Levels(Optional.of(new Level(type, name)), Optional.empty(), Optional.empty());
  }

  private static Levels type(ObjectName name, Optional<Level> column) {
    return new Levels(
        Optional.of(new Level("SCHEMA", name.schema())),
        Optional.of(new Level("TYPE", name.name())),
        column);
  }

  private Optional<Levels> object(int major, int minor) {
    CatalogRow trigger = triggers.get(major);
    if (trigger != null && trigger.number("parent_class") == 0) {
      return Optional.of(single("TRIGGER", trigger.string("name")));
    }
    if (!names.shown(major)) {
      return Optional.empty();
    }
    if (minor > 0) {
      return of(major, Optional.of(new Level("COLUMN", columns.name(major, minor))));
    }
    return switch (names.type(major)) {
      case "PK", "UQ", "F", "C", "D", "EC" -> {
        int parent = names.object(major).orElseThrow().number("parent_object_id");
        yield of(parent, Optional.of(new Level("CONSTRAINT", names.name(major).name())));
      }
      case "TR" ->
          of(
              names.object(major).orElseThrow().number("parent_object_id"),
              Optional.of(new Level("TRIGGER", names.name(major).name())));
      default -> of(major, Optional.empty());
    };
  }

  private Optional<Levels> of(int object, Optional<Level> part) {
    ObjectName name = names.name(object);
    String type =
        switch (names.type(object)) {
          case "U" -> "TABLE";
          case "V" -> "VIEW";
          case "P", "PC" -> "PROCEDURE";
          case "FN", "IF", "TF", "FS", "FT" -> "FUNCTION";
          case "SO" -> "SEQUENCE";
          case "SN" -> "SYNONYM";
          case "AF" -> "AGGREGATE";
          case "SQ" -> "QUEUE";
          default -> "";
        };
    return type.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Levels(
                Optional.of(new Level("SCHEMA", name.schema())),
                Optional.of(new Level(type, name.name())),
                part));
  }
}
