package io.hartonomous.engine.interpret;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.ObjectIds;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.SecurityStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// Users, roles, memberships and permissions: kept in the catalog, checked for what they name. The
/// engine's sessions are all dbo's, so that no permission is ever asked for.
final class SecurityDdl {
  private final Session session;

  SecurityDdl(Session session) {
    this.session = session;
  }

  void define(SecurityStatement s, ModelContext context) throws SQLException {
    switch (s) {
      case SecurityStatement.CreateUser u -> {
        requireFree(u.name().value());
        create(s, context, true);
      }
      case SecurityStatement.CreateRole r -> {
        requireFree(r.name().value());
        r.owner().ifPresent(o -> requirePrincipal(o.value()));
        create(s, context, true);
      }
      case SecurityStatement.AlterRole r -> alterRole(r);
      case SecurityStatement.Permission p -> permission(p, context);
      case SecurityStatement.AlterUser _,
          SecurityStatement.CreateApplicationRole _,
          SecurityStatement.AlterApplicationRole _,
          SecurityStatement.CreateServerRole _,
          SecurityStatement.AlterServerRole _,
          SecurityStatement.CreateLogin _,
          SecurityStatement.AlterLogin _,
          SecurityStatement.EnableLogin _,
          SecurityStatement.AlterLoginCredential _,
          SecurityStatement.AlterAuthorization _,
          SecurityStatement.PermissionItem _ ->
          throw SqlError.unsupported(
              s.getClass()
                  .getSimpleName()
                  .replaceAll("([a-z])([A-Z])", "$1 $2")
                  .toUpperCase(java.util.Locale.ROOT));
    }
  }

  private void create(SecurityStatement s, ModelContext context, boolean principal)
      throws SQLException {
    for (SchemaObject object : SchemaObjects.from(s, context)) {
      put(
          principal ? session.database().nextPrincipalId() : session.database().nextOtherId(),
          object);
    }
  }

  private void put(int id, SchemaObject object) throws SQLException {
    LocalDateTime now = LocalDateTime.now();
    Optional<CatalogEntry> before = session.catalog().state().find(object.key());
    int number = before.map(CatalogEntry::id).orElse(id);
    session
        .catalog()
        .put(
            session.jdbc(),
            new CatalogEntry(number, object, ObjectIds.NONE, List.of(), List.of(), now, now),
            session.names());
  }

  private void requireFree(String name) {
    if (principal(name).isPresent() || FixedSecurity.isPrincipal(name)) {
      throw SqlError.of(15023, name);
    }
  }

  Optional<CatalogEntry> principal(String name) {
    ObjectName key = new ObjectName("", name);
    return session
        .catalog()
        .state()
        .find(ObjectKind.USER, key)
        .or(() -> session.catalog().state().find(ObjectKind.ROLE, key));
  }

  void requirePrincipal(String name) {
    if (principal(name).isEmpty() && !FixedSecurity.isPrincipal(name)) {
      throw SqlError.of(15151, "user", name);
    }
  }

  private void alterRole(SecurityStatement.AlterRole r) throws SQLException {
    String role = r.name().value();
    boolean exists =
        session.catalog().state().find(ObjectKind.ROLE, new ObjectName("", role)).isPresent()
            || FixedSecurity.isFixedRole(role);
    if (!exists) {
      throw SqlError.of(15151, "role", role);
    }
    switch (r.action()) {
      case ADD_MEMBER -> member(role, r.member().value());
      case DROP_MEMBER -> {
        requireMember(r.member().value());
        Optional<CatalogEntry> entry =
            session
                .catalog()
                .state()
                .find(new Security.RoleMembership(role, r.member().value()).key());
        if (entry.isPresent()) {
          session.catalog().remove(session.jdbc(), entry.get(), session.names());
        }
      }
      case WITH_NAME -> throw SqlError.unsupported("ALTER ROLE WITH NAME");
    }
  }

  private void requireMember(String member) {
    if (principal(member).isEmpty() && !FixedSecurity.isPrincipal(member)) {
      throw SqlError.of(15151, "principal", member);
    }
  }

  /// Puts a member into a role, as ALTER ROLE and sp_addrolemember do.
  void member(String role, String member) throws SQLException {
    requireMember(member);
    put(session.database().nextOtherId(), new Security.RoleMembership(role, member));
  }

  private void permission(SecurityStatement.Permission p, ModelContext context)
      throws SQLException {
    for (Identifier grantee : p.principals()) {
      if (principal(grantee.value()).isEmpty() && !FixedSecurity.isPrincipal(grantee.value())) {
        throw SqlError.of(15151, "user", grantee.value());
      }
    }
    // A REVOKE takes away what the same GRANT and the same DENY would have made.
    boolean revoke = p.verb() == SecurityStatement.PermissionVerb.REVOKE;
    SecurityStatement.Permission asGrant =
        revoke
            ? new SecurityStatement.Permission(
                SecurityStatement.PermissionVerb.GRANT,
                false,
                p.permissions(),
                p.securableClass(),
                p.securable(),
                p.securableColumns(),
                p.principals(),
                false,
                false,
                p.grantor(),
                p.from(),
                p.to())
            : p;
    for (SchemaObject object : SchemaObjects.from(asGrant, context)) {
      Security.Permission permission = (Security.Permission) object;
      requireSecurable(permission);
      Optional<CatalogEntry> entry =
          session
              .catalog()
              .state()
              .find(ObjectKey.of(ObjectKind.PERMISSION, permission.name()))
              .or(() -> session.catalog().state().find(permission.key()));
      if (!revoke) {
        put(session.database().nextOtherId(), permission);
      } else if (entry.isPresent()) {
        session.catalog().remove(session.jdbc(), entry.get(), session.names());
      }
    }
  }

  private void requireSecurable(Security.Permission p) {
    if (p.securable().isEmpty()) {
      return;
    }
    ObjectName name = p.securable().get();
    boolean found =
        switch (p.securableClass()) {
          case "SCHEMA" ->
              session
                  .catalogView(io.hartonomous.engine.catalog.EngineCatalog.Lookups.NONE)
                  .schemaExists(name.name());
          case "TYPE" ->
              session
                  .catalog()
                  .state()
                  .find(ObjectKind.TABLE_TYPE, name)
                  .or(() -> session.catalog().state().find(ObjectKind.ALIAS_TYPE, name))
                  .isPresent();
          case "ROLE", "USER" ->
              principal(name.name()).isPresent() || FixedSecurity.isPrincipal(name.name());
          case "DATABASE" -> true;
          default -> session.catalog().state().named(name).isPresent();
        };
    if (!found) {
      throw SqlError.of(15151, p.securableClass().toLowerCase(java.util.Locale.ROOT), name.name());
    }
  }
}
