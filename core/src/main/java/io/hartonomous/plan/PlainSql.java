package io.hartonomous.plan;

import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.PlainObject.Sequence;
import io.hartonomous.model.Security;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// T-SQL of objects that are neither tables nor modules. Source: Microsoft Learn, the CREATE, ALTER
/// and DROP statement of each, GRANT, sp_addextendedproperty (Transact-SQL), Syntax.
final class PlainSql {
  private PlainSql() {}

  static String create(PlainObject object) {
    return switch (object) {
      case PlainObject.Schema schema ->
          "CREATE SCHEMA "
              + Sql.name(schema.schema())
              + (schema.owner().isEmpty() ? "" : "\n    AUTHORIZATION " + Sql.name(schema.owner()))
              + ";";
      case Sequence sequence -> createSequence(sequence);
      case PlainObject.Synonym synonym ->
          "CREATE SYNONYM " + synonym.name().quoted() + " FOR " + synonym.target() + ";";
      case PlainObject.AliasType type ->
          "CREATE TYPE "
              + type.name().quoted()
              + " FROM "
              + type.base().sql()
              + (type.nullable() ? " NULL" : " NOT NULL")
              + ";";
      case PlainObject.PartitionFunction function ->
          "CREATE PARTITION FUNCTION "
              + Sql.name(function.function())
              + " ("
              + TableSql.type(function.type())
              + ")\n    AS RANGE "
              + (function.right() ? "RIGHT" : "LEFT")
              + "\n    FOR VALUES ("
              + String.join(", ", function.boundaries())
              + ");";
      case PlainObject.PartitionScheme scheme ->
          "CREATE PARTITION SCHEME "
              + Sql.name(scheme.scheme())
              + "\n    AS PARTITION "
              + Sql.name(scheme.function())
              + "\n    TO ("
              + Sql.names(scheme.fileGroups())
              + ");";
      case PlainObject.Filegroup group ->
          "ALTER DATABASE CURRENT ADD FILEGROUP " + Sql.name(group.fileGroup()) + ";";
      case PlainObject.Other other -> other.script().text();
    };
  }

  static String drop(PlainObject object) {
    return switch (object) {
      case PlainObject.Schema schema -> "DROP SCHEMA " + Sql.name(schema.schema()) + ";";
      case Sequence sequence -> "DROP SEQUENCE " + sequence.name().quoted() + ";";
      case PlainObject.Synonym synonym -> "DROP SYNONYM " + synonym.name().quoted() + ";";
      case PlainObject.AliasType type -> "DROP TYPE " + type.name().quoted() + ";";
      case PlainObject.PartitionFunction function ->
          "DROP PARTITION FUNCTION " + Sql.name(function.function()) + ";";
      case PlainObject.PartitionScheme scheme ->
          "DROP PARTITION SCHEME " + Sql.name(scheme.scheme()) + ";";
      case PlainObject.Filegroup group ->
          "ALTER DATABASE CURRENT REMOVE FILEGROUP " + Sql.name(group.fileGroup()) + ";";
      case PlainObject.Other other ->
          throw new UnsupportedChangeException(
              other.key(), "dropping objects of type " + other.type() + " is not supported");
    };
  }

  private static String createSequence(Sequence sequence) {
    StringBuilder sql = new StringBuilder("CREATE SEQUENCE ").append(sequence.name().quoted());
    if (sequence.type().base() != SqlType.Base.UNKNOWN) {
      sql.append("\n    AS ").append(sequence.type().sql());
    }
    sql.append("\n    START WITH ").append(sequence.start());
    return sql.append(limits(sequence)).append(';').toString();
  }

  private static String limits(Sequence sequence) {
    return "\n    INCREMENT BY "
        + sequence.increment()
        + sequence.minimum().map(m -> "\n    MINVALUE " + m).orElse("\n    NO MINVALUE")
        + sequence.maximum().map(m -> "\n    MAXVALUE " + m).orElse("\n    NO MAXVALUE")
        + (sequence.cycle() ? "\n    CYCLE" : "\n    NO CYCLE")
        + sequence
            .cacheSize()
            .map(size -> size == 0 ? "\n    NO CACHE" : "\n    CACHE " + size)
            .orElse("\n    CACHE");
  }

  /// The current value stays, unless it is outside the new limits: then the server refuses. A
  /// changed START WITH counts for a restart only, which nobody asked for, so it is given with
  /// RESTART only where the sequence was never used.
  static String alterSequence(Sequence before, Sequence after) {
    String alter = "ALTER SEQUENCE " + after.name().quoted();
    String sql = alter + limits(after) + ";";
    if (before.start().equals(after.start())) {
      return sql;
    }
    return """
    IF EXISTS (SELECT 1 FROM sys.sequences WHERE object_id = OBJECT_ID(%s) AND current_value = start_value)
        ALTER SEQUENCE %s RESTART WITH %s;
    %s\
    """
        .formatted(Sql.string(after.name().quoted()), after.name().quoted(), after.start(), sql);
  }

  /// Drops a sequence and makes it again so that it goes on where it was.
  static String replaceSequence(Sequence before, Sequence after) {
    return """
    DECLARE @used bit = 0, @next nvarchar(60);
    SELECT @used = CASE WHEN current_value = start_value THEN 0 ELSE 1 END,
           @next = CONVERT(nvarchar(60), CONVERT(decimal(38, 0), current_value) + CONVERT(decimal(38, 0), increment))
    FROM sys.sequences
    WHERE object_id = OBJECT_ID(%s);
    %s
    EXEC sys.sp_executesql %s;
    IF @used = 1
    BEGIN
        DECLARE @restart nvarchar(400) = %s + @next;
        EXEC sys.sp_executesql @restart;
    END;\
    """
        .formatted(
            Sql.string(before.name().quoted()),
            drop(before),
            Sql.string(create(after)),
            Sql.string("ALTER SEQUENCE " + after.name().quoted() + " RESTART WITH "));
  }

  static String create(Security object) {
    return switch (object) {
      case Security.Role role ->
          "CREATE ROLE "
              + Sql.name(role.role())
              + (role.owner().isEmpty() ? "" : "\n    AUTHORIZATION " + Sql.name(role.owner()))
              + ";";
      case Security.User user -> createUser(user);
      case Security.RoleMembership membership ->
          "ALTER ROLE "
              + Sql.name(membership.role())
              + " ADD MEMBER "
              + Sql.name(membership.member())
              + ";";
      case Security.Permission permission -> grant(permission);
    };
  }

  private static String createUser(Security.User user) {
    String name = "CREATE USER " + Sql.name(user.user());
    String schema =
        user.defaultSchema().isEmpty() || user.defaultSchema().equalsIgnoreCase("dbo")
            ? ""
            : "DEFAULT_SCHEMA = " + Sql.name(user.defaultSchema());
    return switch (user.userKind()) {
      case LOGIN ->
          name
              + user.login().map(login -> " FOR LOGIN " + Sql.name(login)).orElse("")
              + (schema.isEmpty() ? "" : "\n    WITH " + schema)
              + ";";
      case WITHOUT_LOGIN ->
          name + " WITHOUT LOGIN" + (schema.isEmpty() ? "" : "\n    WITH " + schema) + ";";
      case EXTERNAL ->
          name + " FROM EXTERNAL PROVIDER" + (schema.isEmpty() ? "" : "\n    WITH " + schema) + ";";
      case WITH_PASSWORD ->
          throw new UnsupportedChangeException(
              user.key(),
              "a user with a password is not created from a project, because no plan holds a"
                  + " password; create it in the target first");
      case CERTIFICATE, ASYMMETRIC_KEY ->
          throw new UnsupportedChangeException(
              user.key(), "users from a certificate or a key are not supported");
    };
  }

  static String drop(Security object) {
    return switch (object) {
      case Security.Role role -> "DROP ROLE " + Sql.name(role.role()) + ";";
      case Security.User user -> "DROP USER " + Sql.name(user.user()) + ";";
      case Security.RoleMembership membership ->
          "ALTER ROLE "
              + Sql.name(membership.role())
              + " DROP MEMBER "
              + Sql.name(membership.member())
              + ";";
      case Security.Permission permission ->
          "REVOKE " + what(permission) + " FROM " + Sql.name(permission.grantee()) + " CASCADE;";
    };
  }

  private static String grant(Security.Permission permission) {
    return permission.state().sql()
        + " "
        + what(permission)
        + " TO "
        + Sql.name(permission.grantee())
        + switch (permission.state()) {
          case GRANT -> ";";
          case GRANT_WITH_GRANT_OPTION -> " WITH GRANT OPTION;";
          case DENY -> " CASCADE;";
        };
  }

  /// From one state of a permission to another.
  static List<String> changed(Security.Permission before, Security.Permission after) {
    // GRANT does not take the grant option away.
    if (before.state() == Security.State.GRANT_WITH_GRANT_OPTION
        && after.state() == Security.State.GRANT) {
      return List.of(
          "REVOKE GRANT OPTION FOR "
              + what(after)
              + " FROM "
              + Sql.name(after.grantee())
              + " CASCADE;");
    }
    return List.of(grant(after));
  }

  private static String what(Security.Permission permission) {
    String columns =
        permission.columns().isEmpty() ? "" : " (" + Sql.names(permission.columns()) + ")";
    return permission.permission()
        + columns
        + permission
            .securable()
            .map(name -> " ON " + permission.securableClass() + "::" + name.quoted())
            .orElse("");
  }

  static String alterUser(Security.User before, Security.User after) {
    List<String> with = new ArrayList<>();
    if (!after.defaultSchema().isEmpty() || !before.defaultSchema().isEmpty()) {
      with.add(
          "DEFAULT_SCHEMA = "
              + Sql.name(after.defaultSchema().isEmpty() ? "dbo" : after.defaultSchema()));
    }
    after
        .login()
        .filter(login -> !before.login().equals(Optional.of(login)))
        .ifPresent(login -> with.add("LOGIN = " + Sql.name(login)));
    return "ALTER USER " + Sql.name(after.user()) + "\n    WITH " + String.join(", ", with) + ";";
  }

  static String authorize(String securableClass, String name, String owner) {
    return "ALTER AUTHORIZATION ON "
        + securableClass
        + "::"
        + Sql.name(name)
        + " TO "
        + Sql.name(owner.isEmpty() ? "dbo" : owner)
        + ";";
  }

  static String createProperty(ExtendedProperty property) {
    return "EXECUTE sys.sp_addextendedproperty @name = "
        + Sql.string(property.property())
        + ", @value = "
        + property.value().text()
        + levels(property)
        + ";";
  }

  static String alterProperty(ExtendedProperty property) {
    return "EXECUTE sys.sp_updateextendedproperty @name = "
        + Sql.string(property.property())
        + ", @value = "
        + property.value().text()
        + levels(property)
        + ";";
  }

  static String dropProperty(ExtendedProperty property) {
    return "EXECUTE sys.sp_dropextendedproperty @name = "
        + Sql.string(property.property())
        + levels(property)
        + ";";
  }

  private static String levels(ExtendedProperty property) {
    List<Optional<ExtendedProperty.Level>> levels =
        List.of(property.level0(), property.level1(), property.level2());
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).isPresent()) {
        ExtendedProperty.Level level = levels.get(i).get();
        arguments.add(
            "@level"
                + i
                + "type = "
                + Sql.string(level.type())
                + ", @level"
                + i
                + "name = "
                + Sql.string(level.name()));
      }
    }
    return arguments.stream().map(argument -> ", " + argument).collect(Collectors.joining());
  }

  /// sp_rename, or a move to another schema, or both.
  static List<String> rename(ObjectName from, ObjectName to) {
    List<String> statements = new ArrayList<>();
    ObjectName current = from;
    if (!from.schema().equals(to.schema())) {
      statements.add("ALTER SCHEMA " + Sql.name(to.schema()) + " TRANSFER " + from.quoted() + ";");
      current = new ObjectName(to.schema(), from.name());
    }
    if (!from.name().equals(to.name())) {
      statements.add(
          "EXECUTE sys.sp_rename @objname = "
              + Sql.string(current.quoted())
              + ", @newname = "
              + Sql.string(to.name())
              + ", @objtype = N'OBJECT';");
    }
    return statements;
  }

  static String renamePart(ObjectName table, String from, String to, String type) {
    String old =
        type.equals("OBJECT")
            ? Sql.name(table.schema()) + "." + Sql.name(from)
            : table.quoted() + "." + Sql.name(from);
    return "EXECUTE sys.sp_rename @objname = "
        + Sql.string(old)
        + ", @newname = "
        + Sql.string(to)
        + ", @objtype = N'"
        + type
        + "';";
  }
}
