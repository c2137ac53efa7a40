package io.hartonomous.introspect;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Users, roles, memberships and permissions. What every database has (dbo, guest, public, the
/// fixed roles) is none of the model's.
final class SecurityReader {
  private final Catalog catalog;
  private final Names names;
  private final TypeReader types;
  private final Columns columns;
  private final Map<Integer, CatalogRow> principals;

  SecurityReader(Catalog catalog, Names names, TypeReader types, Columns columns) {
    this.catalog = catalog;
    this.names = names;
    this.types = types;
    this.columns = columns;
    principals = catalog.one(CatalogQuery.PRINCIPALS, "principal_id");
  }

  List<SchemaObject> objects() throws IntrospectionException {
    List<SchemaObject> objects = new ArrayList<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.PRINCIPALS)) {
      // 0 to 4 are public, dbo, guest, INFORMATION_SCHEMA and sys.
      if (row.number("principal_id") > 4 && !row.flag("is_fixed_role")) {
        principal(row).ifPresent(objects::add);
      }
    }
    for (CatalogRow row : catalog.rows(CatalogQuery.ROLE_MEMBERS)) {
      int member = row.number("member_principal_id");
      if (member > 4) {
        objects.add(
            new Security.RoleMembership(
                names.principal(row.number("role_principal_id")), names.principal(member)));
      }
    }
    permissions(objects);
    return objects;
  }

  private Optional<SchemaObject> principal(CatalogRow row) throws IntrospectionException {
    String name = row.string("name");
    String type = row.string("type").strip();
    if (type.equals("R")) {
      return Optional.of(
          new Security.Role(name, names.principal(row.number("owning_principal_id"))));
    }
    Security.UserKind kind =
        switch (type) {
          case "S" ->
              switch (row.number("authentication_type")) {
                case 0 -> Security.UserKind.WITHOUT_LOGIN;
                case 2 -> Security.UserKind.WITH_PASSWORD;
                default -> Security.UserKind.LOGIN;
              };
          case "U", "G" -> Security.UserKind.LOGIN;
          case "E", "X" -> Security.UserKind.EXTERNAL;
          case "C" -> Security.UserKind.CERTIFICATE;
          case "K" -> Security.UserKind.ASYMMETRIC_KEY;
          default ->
              throw new IntrospectionException(
                  "principal " + name + " is of a kind that is not supported: type " + type);
        };
    // Where the login's name cannot be told the user's own is what CREATE USER would have taken.
    Optional<String> login =
        kind == Security.UserKind.LOGIN
            ? Optional.of(row.text("login_name").orElse(name))
            : Optional.empty();
    return Optional.of(
        new Security.User(name, kind, login, row.text("default_schema_name").orElse("dbo")));
  }

  private record Grant(
      Security.State state,
      String permission,
      String securableClass,
      Optional<ObjectName> securable,
      String grantee) {}

  private void permissions(List<SchemaObject> objects) throws IntrospectionException {
    // A server keeps one row a column, a statement names several columns in one.
    Map<String, Grant> grants = new TreeMap<>();
    Map<String, List<String>> granted = new TreeMap<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.PERMISSIONS)) {
      int grantee = row.number("grantee_principal_id");
      if (grantee == 1 || grantee > 1 && grantee <= 4 || row.string("state").strip().equals("R")) {
        continue;
      }
      Optional<Grant> grant = grant(row);
      if (grant.isEmpty() || isServersOwn(grant.get())) {
        continue;
      }
      String key =
          grant.get().toString()
              + (row.number("minor_id") > 0 && row.number("class") == 1 ? "columns" : "");
      grants.put(key, grant.get());
      List<String> names = granted.computeIfAbsent(key, _ -> new ArrayList<>());
      if (row.number("minor_id") > 0 && row.number("class") == 1) {
        names.add(columns.name(row.number("major_id"), row.number("minor_id")));
      }
    }
    grants.forEach((key, g) ->
        objects.add(
            new Security.Permission(
                g.state(),
                g.permission(),
                g.securableClass(),
                g.securable(),
                granted.get(key).stream().sorted().toList(),
                g.grantee())));
  }

  /// Permissions that every new database gives to public.
  private static boolean isServersOwn(Grant grant) {
    return grant.grantee().equals("public")
        && grant.securableClass().equals("DATABASE")
        && grant.permission().startsWith("VIEW ANY COLUMN ");
  }

  private Optional<Grant> grant(CatalogRow row) throws IntrospectionException {
    Security.State state =
        switch (row.string("state").strip()) {
          case "G" -> Security.State.GRANT;
          case "W" -> Security.State.GRANT_WITH_GRANT_OPTION;
          case "D" -> Security.State.DENY;
          default ->
              throw new IntrospectionException(
                  "unknown state of a permission: " + row.string("state"));
        };
    int id = row.number("major_id");
    String grantee = names.principal(row.number("grantee_principal_id"));
    String permission = row.string("permission_name");
    return switch (row.number("class")) {
      case 0 -> Optional.of(new Grant(state, permission, "DATABASE", Optional.empty(), grantee));
      case 1 ->
          names.shown(id)
              ? Optional.of(
                  new Grant(state, permission, "OBJECT", Optional.of(names.name(id)), grantee))
              : Optional.empty();
      case 3 -> {
        String schema = names.schema(id);
        yield names.isOwnSchema(schema)
            ? Optional.empty()
            : Optional.of(
                new Grant(
                    state, permission, "SCHEMA", Optional.of(new ObjectName("", schema)), grantee));
      }
      case 4 -> {
        boolean role =
            principals.containsKey(id) && principals.get(id).string("type").strip().equals("R");
        yield Optional.of(
            new Grant(
                state,
                permission,
                role ? "ROLE" : "USER",
                Optional.of(new ObjectName("", names.principal(id))),
                grantee));
      }
      case 6 ->
          types
              .named(id)
              .map(name -> new Grant(state, permission, "TYPE", Optional.of(name), grantee));
      // Certificates, keys, full-text objects and the like are not in the model, and so are not
      // their permissions.
      default -> Optional.empty();
    };
  }
}
