package io.hartonomous.project;

import java.util.Locale;
import java.util.Set;

/// Names that every database has.
final class BuiltIns {
  private static final Set<String> SCHEMAS =
      Set.of(
          "dbo",
          "sys",
          "guest",
          "information_schema",
          "db_owner",
          "db_accessadmin",
          "db_securityadmin",
          "db_ddladmin",
          "db_backupoperator",
          "db_datareader",
          "db_datawriter",
          "db_denydatareader",
          "db_denydatawriter");
  private static final Set<String> PRINCIPALS =
      Set.of(
          "public",
          "dbo",
          "guest",
          "sys",
          "information_schema",
          "db_owner",
          "db_accessadmin",
          "db_securityadmin",
          "db_ddladmin",
          "db_backupoperator",
          "db_datareader",
          "db_datawriter",
          "db_denydatareader",
          "db_denydatawriter");

  private BuiltIns() {}

  static boolean isSchema(String name) {
    return SCHEMAS.contains(name.toLowerCase(Locale.ROOT));
  }

  static boolean isPrincipal(String name) {
    return PRINCIPALS.contains(name.toLowerCase(Locale.ROOT));
  }
}
