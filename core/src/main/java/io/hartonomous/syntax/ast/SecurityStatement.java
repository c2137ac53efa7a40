package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// Statements about principals and permissions.
public sealed interface SecurityStatement extends Statement {
  /// `CREATE USER name [FOR LOGIN x | WITHOUT LOGIN | FOR CERTIFICATE x | FROM EXTERNAL PROVIDER]
  /// [WITH options]`.
  record CreateUser(
      Identifier name,
      UserSource source,
      Optional<Identifier> sourceName,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements SecurityStatement {
    public CreateUser {
      options = List.copyOf(options);
    }
  }

  enum UserSource {
    UNSPECIFIED,
    LOGIN,
    WITHOUT_LOGIN,
    CERTIFICATE,
    ASYMMETRIC_KEY,
    EXTERNAL_PROVIDER
  }

  record AlterUser(Identifier name, List<OptionNode.Option> options, int from, int to)
      implements SecurityStatement {
    public AlterUser {
      options = List.copyOf(options);
    }
  }

  record CreateRole(Identifier name, Optional<Identifier> owner, int from, int to)
      implements SecurityStatement {}

  record AlterRole(Identifier name, RoleAction action, Identifier member, int from, int to)
      implements SecurityStatement {}

  enum RoleAction {
    ADD_MEMBER("ADD MEMBER"),
    DROP_MEMBER("DROP MEMBER"),
    WITH_NAME("WITH NAME");

    private final String sql;

    RoleAction(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record CreateApplicationRole(Identifier name, List<OptionNode.Option> options, int from, int to)
      implements SecurityStatement {
    public CreateApplicationRole {
      options = List.copyOf(options);
    }
  }

  record AlterApplicationRole(Identifier name, List<OptionNode.Option> options, int from, int to)
      implements SecurityStatement {
    public AlterApplicationRole {
      options = List.copyOf(options);
    }
  }

  record CreateServerRole(Identifier name, Optional<Identifier> owner, int from, int to)
      implements SecurityStatement {}

  record AlterServerRole(Identifier name, RoleAction action, Identifier member, int from, int to)
      implements SecurityStatement {}

  /// `CREATE LOGIN name WITH PASSWORD = 'x' [HASHED] [MUST_CHANGE] [, options] | FROM source [WITH
  /// options]`. The password is the first option; the words behind it are its unit.
  record CreateLogin(
      Identifier name,
      LoginSource source,
      Optional<Identifier> sourceName,
      List<OptionNode.Option> options,
      int from,
      int to)
      implements SecurityStatement {
    public CreateLogin {
      options = List.copyOf(options);
    }
  }

  enum LoginSource {
    PASSWORD,
    WINDOWS,
    EXTERNAL_PROVIDER,
    CERTIFICATE,
    ASYMMETRIC_KEY
  }

  /// `ALTER LOGIN name ENABLE | DISABLE`.
  record EnableLogin(Identifier name, boolean enable, int from, int to)
      implements SecurityStatement {}

  /// `ALTER LOGIN name WITH options`.
  record AlterLogin(Identifier name, List<OptionNode.Option> options, int from, int to)
      implements SecurityStatement {
    public AlterLogin {
      options = List.copyOf(options);
    }
  }

  /// `ALTER LOGIN name ADD | DROP CREDENTIAL c`.
  record AlterLoginCredential(Identifier name, boolean add, Identifier credential, int from, int to)
      implements SecurityStatement {}

  /// `GRANT | DENY | REVOKE permissions [ON [class::]object [(columns)]] TO | FROM principals [WITH
  /// GRANT OPTION | CASCADE] [AS grantor]`.
  record Permission(
      PermissionVerb verb,
      boolean grantOptionFor,
      List<PermissionItem> permissions,
      Optional<Identifier> securableClass,
      Optional<MultiPartName> securable,
      List<Identifier> securableColumns,
      List<Identifier> principals,
      boolean withGrantOption,
      boolean cascade,
      Optional<Identifier> grantor,
      int from,
      int to)
      implements SecurityStatement {
    public Permission {
      permissions = List.copyOf(permissions);
      securableColumns = List.copyOf(securableColumns);
      principals = List.copyOf(principals);
    }
  }

  enum PermissionVerb {
    GRANT("GRANT"),
    DENY("DENY"),
    REVOKE("REVOKE");

    private final String sql;

    PermissionVerb(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  /// `SELECT`, `VIEW DEFINITION`, `ALL PRIVILEGES`, each with its columns; `name` in upper case,
  /// one blank between the words.
  record PermissionItem(String name, List<Identifier> columns, int from, int to)
      implements SecurityStatement {
    public PermissionItem {
      columns = List.copyOf(columns);
    }
  }

  /// `ALTER AUTHORIZATION ON [class::]object TO principal`; `principal` absent for SCHEMA OWNER.
  record AlterAuthorization(
      Optional<Identifier> securableClass,
      MultiPartName securable,
      Optional<Identifier> principal,
      int from,
      int to)
      implements SecurityStatement {}
}
