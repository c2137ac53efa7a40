package io.hartonomous.introspect;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Types of columns, parameters, sequences; alias types.
final class TypeReader {
  private final Map<Integer, CatalogRow> types;
  private final Map<Integer, CatalogRow> bases = new HashMap<>();
  private final Names names;
  private final String collation;

  TypeReader(Catalog catalog, Names names) {
    this.names = names;
    types = catalog.one(CatalogQuery.TYPES, "user_type_id");
    collation = catalog.facts().collation();
    types
        .values()
        .forEach(row -> {
          if (row.number("user_type_id") == row.number("system_type_id")) {
            bases.put(row.number("system_type_id"), row);
          }
        });
  }

  /// The type that a row with `user_type_id`, `system_type_id`, `max_length`, `precision` and
  /// `scale` describes. The collation is kept where it is not the database's.
  SqlType type(CatalogRow row) {
    CatalogRow type = types.get(row.number("user_type_id"));
    if (type == null) {
      return SqlType.UNKNOWN;
    }
    if (type.flag("is_table_type")) {
      return SqlType.of(SqlType.Base.TABLE).withUserType(name(type));
    }
    if (type.flag("is_assembly_type") && type.flag("is_user_defined")) {
      return SqlType.of(SqlType.Base.CLR).withUserType(name(type));
    }
    boolean alias = type.flag("is_user_defined");
    boolean sysname = type.string("name").equals("sysname");
    CatalogRow base = alias || sysname ? bases.get(row.number("system_type_id")) : type;
    SqlType built = built(base.string("name"), row);
    if (row.has("collation_name")) {
      Optional<String> other =
          row.text("collation_name").filter(name -> !name.equalsIgnoreCase(collation));
      built = other.isPresent() ? built.withCollation(other.get()) : built;
    }
    return alias || sysname ? built.withUserType(name(type)) : built;
  }

  private ObjectName name(CatalogRow type) {
    return new ObjectName(names.schema(type.number("schema_id")), type.string("name"));
  }

  private static SqlType built(String name, CatalogRow row) {
    SqlType.Base base = base(name);
    int length = row.has("max_length") ? row.number("max_length") : 0;
    return switch (base) {
      case NCHAR, NVARCHAR -> SqlType.sized(base, length < 0 ? SqlType.MAX : length / 2);
      case CHAR, VARCHAR, BINARY, VARBINARY ->
          SqlType.sized(base, length < 0 ? SqlType.MAX : length);
      case DECIMAL, NUMERIC ->
          new SqlType(
              base,
              0,
              row.number("precision"),
              row.number("scale"),
              Optional.empty(),
              Optional.empty());
      case TIME, DATETIME2, DATETIMEOFFSET -> SqlType.scaled(base, row.number("scale"));
      case FLOAT -> SqlType.FLOAT;
      case VECTOR ->
          SqlType.sized(base, row.has("vector_dimensions") ? row.number("vector_dimensions") : 0);
      default -> SqlType.of(base);
    };
  }

  private static SqlType.Base base(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (upper.equals("TIMESTAMP")) {
      return SqlType.Base.ROWVERSION;
    }
    for (SqlType.Base base : SqlType.Base.values()) {
      if (base.name().equals(upper)) {
        return base;
      }
    }
    return SqlType.Base.UNKNOWN;
  }

  List<PlainObject> aliasTypes() {
    List<PlainObject> aliases = new ArrayList<>();
    for (CatalogRow type : types.values()) {
      boolean alias =
          type.flag("is_user_defined")
              && !type.flag("is_table_type")
              && !type.flag("is_assembly_type");
      if (alias && !names.isOwnSchema(names.schema(type.number("schema_id")))) {
        CatalogRow base = bases.get(type.number("system_type_id"));
        aliases.add(
            new PlainObject.AliasType(
                name(type), built(base.string("name"), type), type.flag("is_nullable")));
      }
    }
    return aliases;
  }

  /// The name of a type that an id means, for permissions and properties.
  Optional<ObjectName> named(int userTypeId) {
    return Optional.ofNullable(types.get(userTypeId))
        .filter(t -> t.flag("is_user_defined"))
        .map(this::name);
  }
}
