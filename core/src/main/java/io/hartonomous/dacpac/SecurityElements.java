package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Security;
import io.hartonomous.model.Security.Permission;
import io.hartonomous.model.Security.Role;
import io.hartonomous.model.Security.RoleMembership;
import io.hartonomous.model.Security.User;
import io.hartonomous.model.Security.UserKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Roles, users, memberships and permissions.
final class SecurityElements {
  /// The element of the database itself is referred to by this number, since it has no name.
  static final String DATABASE = "1";

  private static final String LOGIN = "1";
  private static final String PASSWORD = "3";
  private static final String EXTERNAL = "4";

  private SecurityElements() {}

  static List<PackageElement> of(Security object) {
    return switch (object) {
      case Role role -> List.of(role(role));
      case User user -> List.of(user(user));
      case RoleMembership membership -> List.of(membership(membership));
      case Permission permission -> permission(permission);
    };
  }

  private static PackageElement role(Role role) {
    PackageElement element = PackageElement.named("SqlRole", ObjectName.quote(role.role()));
    Schemas.principal(element, "Authorizer", role.owner().isEmpty() ? "dbo" : role.owner());
    return element;
  }

  private static PackageElement user(User user) {
    PackageElement element = PackageElement.named("SqlUser", ObjectName.quote(user.user()));
    switch (user.userKind()) {
      case LOGIN ->
          user.login()
              .ifPresent(login ->
                  element
                      .script("LoginIdentifierScript", ObjectName.quote(login))
                      .property("AuthenticationType", LOGIN)
                      .reference("Login", ObjectName.quote(login)));
      case WITHOUT_LOGIN -> element.property("IsWithoutLogin", true);
      case WITH_PASSWORD -> element.property("AuthenticationType", PASSWORD);
      case EXTERNAL -> element.property("AuthenticationType", EXTERNAL);
      case CERTIFICATE ->
          user.login().ifPresent(name -> element.reference("Certificate", ObjectName.quote(name)));
      case ASYMMETRIC_KEY ->
          user.login()
              .ifPresent(name -> element.reference("AsymmetricKey", ObjectName.quote(name)));
    }
    if (!user.defaultSchema().isEmpty() && !Collation.DEFAULT.same(user.defaultSchema(), "dbo")) {
      Schemas.defaultSchema(element, user.defaultSchema());
    }
    return element;
  }

  static UserKind kind(PackageElement element) {
    if (element.isTrue("IsWithoutLogin")) {
      return UserKind.WITHOUT_LOGIN;
    }
    if (element.reference("Certificate").isPresent()) {
      return UserKind.CERTIFICATE;
    }
    if (element.reference("AsymmetricKey").isPresent()) {
      return UserKind.ASYMMETRIC_KEY;
    }
    return switch (element.value("AuthenticationType").orElse("")) {
      case PASSWORD -> UserKind.WITH_PASSWORD;
      case EXTERNAL -> UserKind.EXTERNAL;
      default -> UserKind.LOGIN;
    };
  }

  private static PackageElement membership(RoleMembership membership) {
    PackageElement element = PackageElement.unnamed("SqlRoleMembership");
    Schemas.principal(element, "Member", membership.member());
    Schemas.principal(element, "Role", membership.role());
    return element;
  }

  /// One element for each column, one for the object where there are none.
  private static List<PackageElement> permission(Permission permission) {
    if (permission.columns().isEmpty()) {
      return List.of(permission(permission, Optional.empty()));
    }
    List<PackageElement> elements = new ArrayList<>();
    for (String column : permission.columns()) {
      elements.add(permission(permission, Optional.of(column)));
    }
    return elements;
  }

  private static PackageElement permission(Permission permission, Optional<String> column) {
    Permissions.Permission known =
        Permissions.byWords(permission.permission())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "The package format has no number for the permission "
                        + permission.permission()
                        + "."));
    String state = permission.state() == Security.State.DENY ? "Deny" : "Grant";
    String securableClass = words(permission.securableClass());
    String securable =
        permission
            .securable()
            .map(name ->
                securable(permission.securableClass(), name)
                    + column.map(c -> "." + ObjectName.quote(c)).orElse(""))
            .orElse("");
    String name =
        "["
            + state
            + "."
            + known.name()
            + "."
            + securableClass
            + "]."
            + ObjectName.quote(permission.grantee())
            + ".[dbo]"
            + (securable.isEmpty() ? "" : "." + securable);
    PackageElement element = PackageElement.named("SqlPermissionStatement", name);
    element.flag("IsWithGrantOption", permission.state() == Security.State.GRANT_WITH_GRANT_OPTION);
    if (permission.state() == Security.State.DENY) {
      element.property("PermissionAction", "1");
    }
    element.property("Permission", known.number());
    Schemas.principal(element, "Grantee", permission.grantee());
    if (securable.isEmpty()) {
      element.entry(
          "SecuredObject",
          new Entry.Reference(
              Optional.empty(), Optional.empty(), Optional.of(DATABASE), List.of()));
    } else if (permission.securableClass().equals("SCHEMA")) {
      Schemas.secured(element, permission.securable().orElseThrow().name());
    } else {
      element.reference("SecuredObject", securable);
    }
    return element;
  }

  private static String securable(String securableClass, ObjectName name) {
    return switch (securableClass) {
      case "OBJECT", "TYPE", "XML SCHEMA COLLECTION" -> name.quoted();
      default -> ObjectName.quote(name.name());
    };
  }

  /// `XML SCHEMA COLLECTION` as `XmlSchemaCollection`.
  private static String words(String securableClass) {
    StringBuilder out = new StringBuilder();
    for (String word : securableClass.split(" ")) {
      out.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return out.toString();
  }
}
