package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.SecurityStatement;
import java.util.List;

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
      case SecurityStatement.AlterUser n -> {
        out.word("ALTER USER").node(n.name()).word("WITH");
        withPasswords(out, n.options());
      }
      case SecurityStatement.CreateRole n ->
          out.word("CREATE ROLE").node(n.name()).optional("AUTHORIZATION", n.owner());
      case SecurityStatement.AlterRole n -> {
        out.word("ALTER ROLE").node(n.name()).word(n.action().sql());
        out.flag(n.action() == SecurityStatement.RoleAction.WITH_NAME, "=").node(n.member());
      }
      case SecurityStatement.CreateApplicationRole n ->
          out.word("CREATE APPLICATION ROLE").node(n.name()).list("WITH", n.options());
      case SecurityStatement.AlterApplicationRole n ->
          out.word("ALTER APPLICATION ROLE").node(n.name()).list("WITH", n.options());
      case SecurityStatement.CreateServerRole n ->
          out.word("CREATE SERVER ROLE").node(n.name()).optional("AUTHORIZATION", n.owner());
      case SecurityStatement.AlterServerRole n -> {
        out.word("ALTER SERVER ROLE").node(n.name()).word(n.action().sql());
        out.flag(n.action() == SecurityStatement.RoleAction.WITH_NAME, "=").node(n.member());
      }
      case SecurityStatement.CreateLogin n -> {
        out.word("CREATE LOGIN").node(n.name());
        switch (n.source()) {
          case PASSWORD -> {}
          case WINDOWS -> out.word("FROM WINDOWS");
          case EXTERNAL_PROVIDER -> out.word("FROM EXTERNAL PROVIDER");
          case CERTIFICATE -> out.word("FROM CERTIFICATE");
          case ASYMMETRIC_KEY -> out.word("FROM ASYMMETRIC KEY");
        }
        out.optional(n.sourceName()).list("WITH", n.options());
      }
      case SecurityStatement.EnableLogin n ->
          out.word("ALTER LOGIN").node(n.name()).word(n.enable() ? "ENABLE" : "DISABLE");
      case SecurityStatement.AlterLogin n -> {
        out.word("ALTER LOGIN").node(n.name()).word("WITH");
        withPasswords(out, n.options());
      }
      case SecurityStatement.AlterLoginCredential n ->
          out.word("ALTER LOGIN")
              .node(n.name())
              .word(n.add() ? "ADD CREDENTIAL" : "DROP CREDENTIAL")
              .node(n.credential());
      case SecurityStatement.Permission n -> permission(out, n);
      case SecurityStatement.PermissionItem n -> out.word(n.name()).columns(n.columns());
      case SecurityStatement.AlterAuthorization n -> {
        out.word("ALTER AUTHORIZATION ON");
        n.securableClass().ifPresent(c -> out.node(c).sign("::").glue());
        out.node(n.securable()).word("TO").optional(n.principal());
        out.flag(n.principal().isEmpty(), "SCHEMA OWNER");
      }
    }
  }

  /// Options with commas between them, OLD_PASSWORD without one before it.
  private static void withPasswords(Output out, List<OptionNode.Option> options) {
    for (int i = 0; i < options.size(); i++) {
      if (i > 0 && !options.get(i).name().equals("OLD_PASSWORD")) {
        out.sign(",");
      }
      out.node(options.get(i));
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
