package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Users, roles, memberships, permissions.
final class SecurityDefinitions {
  private SecurityDefinitions() {}

  static List<SchemaObject> from(SecurityStatement statement, ModelContext context) {
    return switch (statement) {
      case SecurityStatement.CreateUser s -> List.of(user(s));
      case SecurityStatement.CreateRole s ->
          List.of(
              new Security.Role(s.name().value(), s.owner().map(Identifier::value).orElse("dbo")));
      case SecurityStatement.AlterRole s
          when s.action() == SecurityStatement.RoleAction.ADD_MEMBER ->
          List.of(new Security.RoleMembership(s.name().value(), s.member().value()));
      case SecurityStatement.Permission s
          when s.verb() != SecurityStatement.PermissionVerb.REVOKE ->
          permissions(s, context);
      default -> List.of();
    };
  }

  private static Security.User user(SecurityStatement.CreateUser s) {
    Security.UserKind kind =
        switch (s.source()) {
          case WITHOUT_LOGIN -> Security.UserKind.WITHOUT_LOGIN;
          case CERTIFICATE -> Security.UserKind.CERTIFICATE;
          case ASYMMETRIC_KEY -> Security.UserKind.ASYMMETRIC_KEY;
          case EXTERNAL_PROVIDER -> Security.UserKind.EXTERNAL;
          case LOGIN -> Security.UserKind.LOGIN;
          case UNSPECIFIED ->
              Options.find(s.options(), "PASSWORD").isPresent()
                  ? Security.UserKind.WITH_PASSWORD
                  : Security.UserKind.LOGIN;
        };
    // CREATE USER x alone means FOR LOGIN x.
    Optional<String> login =
        switch (kind) {
          case LOGIN -> Optional.of(s.sourceName().map(Identifier::value).orElse(s.name().value()));
          case CERTIFICATE, ASYMMETRIC_KEY -> s.sourceName().map(Identifier::value);
          case WITHOUT_LOGIN, WITH_PASSWORD, EXTERNAL -> Optional.empty();
        };
    return new Security.User(
        s.name().value(), kind, login, Options.word(s.options(), "DEFAULT_SCHEMA").orElse("dbo"));
  }

  private static List<SchemaObject> permissions(
      SecurityStatement.Permission s, ModelContext context) {
    Security.State state =
        s.verb() == SecurityStatement.PermissionVerb.DENY
            ? Security.State.DENY
            : s.withGrantOption() ? Security.State.GRANT_WITH_GRANT_OPTION : Security.State.GRANT;
    String securableClass =
        s.securableClass()
            .map(c -> c.value().toUpperCase(Locale.ROOT))
            .orElse(s.securable().isPresent() ? "OBJECT" : "DATABASE");
    Optional<ObjectName> securable =
        s.securable()
            .map(name ->
                schemaScoped(securableClass)
                    ? context.name(name)
                    : new ObjectName("", name.object().value()));
    List<SchemaObject> result = new ArrayList<>();
    for (SecurityStatement.PermissionItem item : s.permissions()) {
      List<String> columns =
          ColumnDefinitions.names(item.columns().isEmpty() ? s.securableColumns() : item.columns());
      for (Identifier principal : s.principals()) {
        if (columns.isEmpty()) {
          result.add(
              new Security.Permission(
                  state, item.name(), securableClass, securable, List.of(), principal.value()));
        }
        for (String column : columns) {
          result.add(
              new Security.Permission(
                  state,
                  item.name(),
                  securableClass,
                  securable,
                  List.of(column),
                  principal.value()));
        }
      }
    }
    return result;
  }

  /// Whether securables of a class live in a schema.
  static boolean schemaScoped(String securableClass) {
    return switch (securableClass) {
      case "OBJECT", "TYPE", "XML SCHEMA COLLECTION" -> true;
      default -> false;
    };
  }

  /// `EXEC sp_addrolemember 'role', 'member'`.
  static Optional<Security.RoleMembership> membership(ProceduralStatement.Execute s) {
    if (!Arguments.calls(s, "sp_addrolemember")) {
      return Optional.empty();
    }
    Optional<String> role = Arguments.string(s, 0, "@rolename");
    Optional<String> member = Arguments.string(s, 1, "@membername");
    return role.isPresent() && member.isPresent()
        ? Optional.of(new Security.RoleMembership(role.get(), member.get()))
        : Optional.empty();
  }
}
