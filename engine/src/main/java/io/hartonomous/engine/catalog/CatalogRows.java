package io.hartonomous.engine.catalog;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What the `sys` views show of an entry, as rows of `hncat`.
final class CatalogRows {
  static final String DEFAULT = "@";
  final RowWriter out;
  final CatalogState state;
  final Collation collation;

  CatalogRows(RowWriter out, CatalogState state) {
    this.out = out;
    this.state = state;
    this.collation = state.collation();
  }

  /// Removes all rows of an entry.
  void delete(CatalogEntry entry) {
    int id = entry.id();
    switch (entry.object()) {
      case Table _, TableType _, Module _ -> {
        for (String table :
            List.of(
                "tables",
                "columns",
                "indexes",
                "index_columns",
                "modules",
                "parameters",
                "triggers",
                "trigger_events",
                "periods",
                "pg_names")) {
          out.delete(table, "object_id", id);
        }
        out.delete("foreign_keys", "parent_object_id", id);
        out.delete("foreign_key_columns", "parent_object_id", id);
        out.delete("check_constraints", "parent_object_id", id);
        out.delete("default_constraints", "parent_object_id", id);
        out.delete("dependencies", "referencing_id", id);
        out.delete("objects", "entry_id", id);
        out.delete("types", "table_object_id", id);
      }
      case PlainObject.Sequence _ -> {
        out.delete("sequences", "object_id", id);
        out.delete("objects", "entry_id", id);
      }
      case PlainObject.Synonym _ -> {
        out.delete("synonyms", "object_id", id);
        out.delete("objects", "entry_id", id);
      }
      case PlainObject.Schema _ -> out.delete("schemas", "schema_id", id);
      case PlainObject.AliasType _ -> out.delete("types", "user_type_id", id);
      case PlainObject.PartitionFunction _ -> out.delete("partition_functions", "function_id", id);
      case PlainObject.PartitionScheme _, PlainObject.Filegroup _ ->
          out.delete("data_spaces", "data_space_id", id);
      case PlainObject.Other _ -> {}
      case Security.Role _, Security.User _ -> out.delete("principals", "principal_id", id);
      case Security.RoleMembership _ -> out.delete("role_members", "entry_id", id);
      case Security.Permission _ -> out.delete("permissions", "entry_id", id);
      case ExtendedProperty _ -> out.delete("extended_properties", "entry_id", id);
    }
  }

  void insert(CatalogEntry entry, PgNaming names) {
    int id = entry.id();
    switch (entry.object()) {
      case Table table -> new TableRows(this, entry, names).write(table);
      case TableType type -> new TableRows(this, entry, names).write(type);
      case Module module -> new ModuleRows(this, entry, names).write(module);
      case PlainObject.Sequence s -> {
        object(entry, entry.id(), entry.name().name(), 0, "SO", false);
        out.insert(
            "sequences",
            id,
            new BigDecimal(s.start()),
            new BigDecimal(s.increment()),
            new BigDecimal(s.lowest()),
            new BigDecimal(s.highest()),
            s.cycle(),
            !s.cacheSize().equals(Optional.of(0)),
            s.cacheSize().filter(n -> n > 0).orElse(null),
            SystemTypes.id(s.type().base()),
            userTypeId(s.type()),
            SystemTypes.precision(s.type()),
            SystemTypes.scale(s.type()),
            names.sequence(s.name()));
      }
      case PlainObject.Synonym s -> {
        object(entry, entry.id(), entry.name().name(), 0, "SN", false);
        out.insert("synonyms", id, s.target());
      }
      case PlainObject.Schema s ->
          out.insert("schemas", id, s.schema(), collation.key(s.schema()), s.owner());
      case PlainObject.AliasType t ->
          out.insert(
              "types",
              id,
              t.name().name(),
              collation.key(t.name().name()),
              SystemTypes.id(t.base().base()),
              schemaId(t.name().schema()),
              SystemTypes.maxLength(t.base()),
              SystemTypes.precision(t.base()),
              SystemTypes.scale(t.base()),
              t.base().base().isCharacter() ? DEFAULT : null,
              t.nullable(),
              1,
              0,
              0,
              null);
      case PlainObject.PartitionFunction f ->
          out.insert(
              "partition_functions",
              id,
              f.function(),
              f.right(),
              f.boundaries(),
              SystemTypes.id(f.type().base()),
              userTypeId(f.type()),
              SystemTypes.maxLength(f.type()),
              SystemTypes.precision(f.type()),
              SystemTypes.scale(f.type()),
              null);
      case PlainObject.PartitionScheme s ->
          out.insert("data_spaces", id, s.scheme(), "PS", 0, s.function(), s.fileGroups());
      case PlainObject.Filegroup f ->
          out.insert("data_spaces", id, f.fileGroup(), "FG", 0, null, null);
      case PlainObject.Other _ -> {}
      case Security.Role r ->
          out.insert(
              "principals",
              id,
              r.role(),
              collation.key(r.role()),
              "R",
              null,
              entry.created(),
              entry.modified(),
              r.owner(),
              0,
              0,
              null);
      case Security.User u ->
          out.insert(
              "principals",
              id,
              u.user(),
              collation.key(u.user()),
              userType(u),
              u.defaultSchema(),
              entry.created(),
              entry.modified(),
              null,
              0,
              authentication(u),
              u.userKind() == Security.UserKind.LOGIN ? u.login().orElse(u.user()) : null);
      case Security.RoleMembership m ->
          out.insert("role_members", id, collation.key(m.role()), collation.key(m.member()));
      case Security.Permission p -> new SecurityRows(this).permission(id, p);
      case ExtendedProperty p -> new SecurityRows(this).property(id, p);
    }
  }

  private static String userType(Security.User user) {
    return switch (user.userKind()) {
      case LOGIN, WITHOUT_LOGIN, WITH_PASSWORD -> "S";
      case EXTERNAL -> "E";
      case CERTIFICATE -> "C";
      case ASYMMETRIC_KEY -> "K";
    };
  }

  private static int authentication(Security.User user) {
    return switch (user.userKind()) {
      case LOGIN -> 1;
      case WITH_PASSWORD -> 2;
      case EXTERNAL -> 4;
      case WITHOUT_LOGIN, CERTIFICATE, ASYMMETRIC_KEY -> 0;
    };
  }

  /// A row of `objects`: the entry itself, or a constraint of it.
  void object(
      CatalogEntry entry, int id, String name, int parent, String type, boolean systemNamed) {
    object(entry, id, schemaId(entry.name().schema()), name, parent, type, systemNamed);
  }

  void object(
      CatalogEntry entry,
      int id,
      int schema,
      String name,
      int parent,
      String type,
      boolean systemNamed) {
    out.insert(
        "objects",
        id,
        name,
        schema,
        parent,
        (type + " ").substring(0, 2),
        entry.created(),
        entry.modified(),
        systemNamed,
        entry.id(),
        collation.key(name));
  }

  int schemaId(String schema) {
    return FixedSecurity.schemaId(schema)
        .or(() -> state.find(ObjectKind.SCHEMA, new ObjectName("", schema)).map(CatalogEntry::id))
        .orElseThrow(() -> new IllegalStateException("no schema " + schema));
  }

  int userTypeId(SqlType type) {
    return type.userType()
        .flatMap(n ->
            state.find(ObjectKind.ALIAS_TYPE, n).or(() -> state.find(ObjectKind.TABLE_TYPE, n)))
        .map(e -> e.kind() == ObjectKind.TABLE_TYPE ? TableRows.typeId(e) : e.id())
        .orElseGet(() -> SystemTypes.userTypeId(type));
  }

  /// Rows of columns of which only name and type are known: those of views and table functions.
  void plainColumns(int id, List<Relation.Column> columns) {
    int ordinal = 0;
    for (Relation.Column column : columns) {
      SqlType type = column.type();
      out.insert(
          "columns",
          id,
          ++ordinal,
          column.name(),
          collation.key(column.name()),
          SystemTypes.id(type.base()),
          userTypeId(type),
          SystemTypes.maxLength(type),
          SystemTypes.precision(type),
          SystemTypes.scale(type),
          collationOf(type),
          column.nullable(),
          false,
          false,
          false,
          false,
          false,
          column.hidden(),
          0,
          0,
          null,
          null,
          null,
          false,
          null,
          null,
          false,
          type.base() == SqlType.Base.VECTOR ? type.length() : null);
    }
  }

  String collationOf(SqlType type) {
    return type.base().isCharacter() ? type.collation().orElse(collation.name()) : null;
  }
}
