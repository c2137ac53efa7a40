package io.hartonomous.model;

import java.util.List;
import java.util.Optional;

/// Principals and what they may do.
public sealed interface Security extends SchemaObject {

  record Role(String role, String owner) implements Security {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.ROLE, new ObjectName("", role));
    }
  }

  /// `login` is empty for WITHOUT LOGIN and contained users; `withoutLogin` tells them apart.
  record User(String user, UserKind userKind, Optional<String> login, String defaultSchema)
      implements Security {
    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.USER, new ObjectName("", user));
    }
  }

  enum UserKind {
    LOGIN,
    WITHOUT_LOGIN,
    WITH_PASSWORD,
    EXTERNAL,
    CERTIFICATE,
    ASYMMETRIC_KEY
  }

  record RoleMembership(String role, String member) implements Security {
    @Override
    public ObjectKey key() {
      return new ObjectKey(ObjectKind.ROLE_MEMBERSHIP, new ObjectName("", role), member);
    }
  }

  /// One permission to one principal on one securable. `securableClass` is `DATABASE`, `SCHEMA`,
  /// `OBJECT`, `TYPE`, `ROLE`, `USER`, ...; `securable` is empty for the database. `columns` is
  /// empty for the whole object and has one column otherwise, as the server keeps one row per
  /// column.
  record Permission(
      State state,
      String permission,
      String securableClass,
      Optional<ObjectName> securable,
      List<String> columns,
      String grantee)
      implements Security {
    public Permission {
      columns = List.copyOf(columns);
    }

    @Override
    public ObjectKey key() {
      return new ObjectKey(
          ObjectKind.PERMISSION,
          securable.orElse(new ObjectName("", "")),
          securableClass + " " + permission + " " + String.join(",", columns) + " " + grantee);
    }
  }

  enum State {
    GRANT("GRANT"),
    GRANT_WITH_GRANT_OPTION("GRANT"),
    DENY("DENY");

    private final String sql;

    State(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }
}
