package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.SecurityStatement;

/// Principals and permissions.
final class SecurityPrinter {
  private SecurityPrinter() {}

  static void print(Output out, SecurityStatement statement) {
    switch (statement) {
      case SecurityStatement.CreateUser n -> {
        out.word("CREATE USER").node(n.name());
        switch (n.source()) {
          case LOGIN -> out.word("FOR LOGIN");
          case WITHOUT_LOGIN -> out.word("WITHOUT LOGIN");
          case CERTIFICATE -> out.word("FOR CERTIFICATE");
          case ASYMMETRIC_KEY -> out.word("FOR ASYMMETRIC KEY");
          case EXTERNAL_PROVIDER -> out.word("FROM EXTERNAL PROVIDER");
          case UNSPECIFIED -> {}
        }
        out.optional(n.sourceName()).list("WITH", n.options());
      }
      case SecurityStatement.AlterUser n ->
          out.word("ALTER USER").node(n.name()).list("WITH", n.options());
      case SecurityStatement.CreateRole n ->
          out.word("CREATE ROLE").node(n.name()).optional("AUTHORIZATION", n.owner());
      case SecurityStatement.AlterRole n -> {
        out.word("ALTER ROLE").node(n.name()).word(n.action().sql());
        out.flag(n.action() == SecurityStatement.RoleAction.WITH_NAME, "=").node(n.member());
      }
      case SecurityStatement.CreateApplicationRole n ->
          out.word("CREATE APPLICATION ROLE").node(n.name()).list("WITH", n.options());
      case SecurityStatement.CreateLogin n ->
          out.word("CREATE LOGIN")
              .node(n.name())
              .flag(n.fromWindows(), "FROM WINDOWS")
              .list("WITH", n.options());
      case SecurityStatement.Permission n -> permission(out, n);
      case SecurityStatement.PermissionItem n -> out.word(n.name()).columns(n.columns());
      case SecurityStatement.AlterAuthorization n -> {
        out.word("ALTER AUTHORIZATION ON");
        n.securableClass().ifPresent(c -> out.node(c).sign("::").glue());
        out.node(n.securable()).word("TO").optional(n.principal());
        out.flag(n.principal().isEmpty(), "SCHEMA OWNER");
      }
      case SecurityStatement.CreateMasterKey n ->
          out.word("CREATE MASTER KEY").optional("ENCRYPTION BY PASSWORD =", n.password());
    }
  }

  private static void permission(Output out, SecurityStatement.Permission statement) {
    out.word(statement.verb().sql()).flag(statement.grantOptionFor(), "GRANT OPTION FOR");
    out.list(statement.permissions());
    if (statement.securable().isPresent()) {
      out.word("ON");
      statement.securableClass().ifPresent(c -> out.node(c).sign("::").glue());
      out.node(statement.securable().get()).columns(statement.securableColumns());
    }
    out.word("TO").list(statement.principals());
    out.flag(statement.withGrantOption(), "WITH GRANT OPTION");
    out.flag(statement.cascade(), "CASCADE").optional("AS", statement.grantor());
  }
}
