package io.hartonomous.dacpac;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Security;
import java.util.List;
import java.util.Optional;

/// Reads roles, users, memberships and permissions.
final class SecurityReader {
  private SecurityReader() {}

  static Optional<Security> read(PackageElement element) throws PackageException {
    String name = element.name().map(Names::last).orElse("");
    return switch (element.type()) {
      case "SqlRole" ->
          Optional.of(
              new Security.Role(
                  name, element.reference("Authorizer").map(Names::last).orElse("dbo")));
      case "SqlUser" ->
          Optional.of(
              new Security.User(
                  name,
                  SecurityElements.kind(element),
                  element
                      .reference("Login")
                      .or(() -> element.reference("Certificate"))
                      .or(() -> element.reference("AsymmetricKey"))
                      .map(Names::last),
                  element.reference("DefaultSchema").map(Names::last).orElse("dbo")));
      case "SqlRoleMembership" ->
          Optional.of(
              new Security.RoleMembership(
                  element.reference("Role").map(Names::last).orElse(""),
                  element.reference("Member").map(Names::last).orElse("")));
      case "SqlPermissionStatement" -> Optional.of(permission(element));
      default -> Optional.empty();
    };
  }

  /// The name says what the properties do not:
  /// `[Grant.Select.Object].[grantee].[grantor].[dbo].[t].[column]`.
  private static Security.Permission permission(PackageElement element) throws PackageException {
    String number = element.value("Permission").orElse("");
    String permission =
        Permissions.byNumber(number)
            .map(Permissions.Permission::words)
            .orElseThrow(() ->
                new PackageException(
                    "The package grants a permission with the number "
                        + number
                        + ", which is not known."));
    Security.State state =
        element.value("PermissionAction").filter("1"::equals).isPresent()
            ? Security.State.DENY
            : element.isTrue("IsWithGrantOption")
                ? Security.State.GRANT_WITH_GRANT_OPTION
                : Security.State.GRANT;
    String grantee = element.reference("Grantee").map(Names::last).orElse("");
    String head = element.name().map(n -> Names.parts(n).getFirst()).orElse("");
    String securableClass = words(head.substring(head.lastIndexOf('.') + 1));
    Optional<String> target = element.reference("SecuredObject");
    if (target.isEmpty() || securableClass.equals("DATABASE")) {
      return new Security.Permission(
          state, permission, "DATABASE", Optional.empty(), List.of(), grantee);
    }
    List<String> parts = Names.parts(target.get());
    List<String> columns =
        securableClass.equals("OBJECT") && parts.size() == 3 ? List.of(parts.get(2)) : List.of();
    ObjectName securable =
        parts.size() == 1
            ? new ObjectName("", parts.getFirst())
            : new ObjectName(parts.get(0), parts.get(1));
    return new Security.Permission(
        state, permission, securableClass, Optional.of(securable), columns, grantee);
  }

  /// `XmlSchemaCollection` as `XML SCHEMA COLLECTION`.
  private static String words(String camel) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      if (i > 0 && Character.isUpperCase(camel.charAt(i))) {
        out.append(' ');
      }
      out.append(Character.toUpperCase(camel.charAt(i)));
    }
    return out.toString();
  }
}
