package io.hartonomous.engine.catalog;

import java.util.Map;
import java.util.Optional;

/// Schemas and principals that every database has, with their ids. Names are folded.
///
/// Source: Microsoft Learn, "sys.database_principals", "Database-level roles".
public final class FixedSecurity {
  private static final Map<String, Integer> SCHEMAS =
      Map.ofEntries(
          Map.entry("dbo", 1),
          Map.entry("guest", 2),
          Map.entry("information_schema", 3),
          Map.entry("sys", 4),
          Map.entry("db_owner", 16384),
          Map.entry("db_accessadmin", 16385),
          Map.entry("db_securityadmin", 16386),
          Map.entry("db_ddladmin", 16387),
          Map.entry("db_backupoperator", 16389),
          Map.entry("db_datareader", 16390),
          Map.entry("db_datawriter", 16391),
          Map.entry("db_denydatareader", 16392),
          Map.entry("db_denydatawriter", 16393));

  private FixedSecurity() {}

  public static Optional<Integer> schemaId(String folded) {
    return Optional.ofNullable(SCHEMAS.get(folded));
  }

  public static Optional<Integer> principalId(String folded) {
    return folded.equals("public")
        ? Optional.of(0)
        : Optional.ofNullable(SCHEMAS.get(folded)).map(id -> id);
  }

  public static boolean isFixedRole(String folded) {
    return SCHEMAS.getOrDefault(folded, 0) >= 16384;
  }
}
