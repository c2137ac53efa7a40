package io.hartonomous.model;

import java.util.Map;
import java.util.Optional;

/// Schemas and principals that every database has, with their ids. Their names are English words
/// without accents, so one folding is right under every collation.
///
/// Source: Microsoft Learn, "sys.database_principals", "Database-level roles".
public final class FixedSecurity {
  /// The owner of what names no other, and the schema of a name that names none.
  public static final String DBO = "dbo";

  /// The role that everybody is in; a principal without a schema of its own.
  private static final String PUBLIC = "public";

  private static final int FIRST_FIXED_ROLE = 16_384;

  private static final Map<String, Integer> SCHEMAS =
      Map.ofEntries(
          Map.entry(DBO, 1),
          Map.entry("guest", 2),
          Map.entry("information_schema", 3),
          Map.entry("sys", 4),
          Map.entry("db_owner", FIRST_FIXED_ROLE),
          Map.entry("db_accessadmin", 16_385),
          Map.entry("db_securityadmin", 16_386),
          Map.entry("db_ddladmin", 16_387),
          Map.entry("db_backupoperator", 16_389),
          Map.entry("db_datareader", 16_390),
          Map.entry("db_datawriter", 16_391),
          Map.entry("db_denydatareader", 16_392),
          Map.entry("db_denydatawriter", 16_393));

  private FixedSecurity() {}

  public static Optional<Integer> schemaId(String schema) {
    return Optional.ofNullable(SCHEMAS.get(Collation.DEFAULT.key(schema)));
  }

  public static boolean isSchema(String schema) {
    return schemaId(schema).isPresent();
  }

  public static Optional<Integer> principalId(String principal) {
    return Collation.DEFAULT.key(principal).equals(PUBLIC) ? Optional.of(0) : schemaId(principal);
  }

  public static boolean isPrincipal(String principal) {
    return principalId(principal).isPresent();
  }

  public static boolean isFixedRole(String principal) {
    return schemaId(principal).orElse(0) >= FIRST_FIXED_ROLE;
  }
}
