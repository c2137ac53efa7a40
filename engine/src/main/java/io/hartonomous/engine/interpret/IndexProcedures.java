package io.hartonomous.engine.interpret;

import java.sql.SQLException;

/// Catalog procedures about indexes and privileges.
///
/// Source: Microsoft Learn, "sp_statistics", "sp_table_privileges", "sp_column_privileges".
final class IndexProcedures {
  private IndexProcedures() {}

  static int statistics(SystemCall call) throws SQLException {
    String unique = call.text(4, "@is_unique");
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS TABLE_QUALIFIER, CAST(s.name AS sysname) AS TABLE_OWNER, CAST(o.name AS sysname) AS TABLE_NAME, CAST(x.NON_UNIQUE AS smallint) AS NON_UNIQUE,
          CAST(x.INDEX_QUALIFIER AS sysname) AS INDEX_QUALIFIER, CAST(x.INDEX_NAME AS sysname) AS INDEX_NAME, CAST(x.KIND AS smallint) AS TYPE, CAST(x.SEQ AS smallint) AS SEQ_IN_INDEX,
          CAST(x.COLUMN_NAME AS sysname) AS COLUMN_NAME, CAST(x.DIRECTION AS varchar(1)) AS COLLATION, CAST(x.CARDINALITY AS int) AS CARDINALITY, CAST(x.PAGES AS int) AS PAGES, CAST(NULL AS varchar(128)) AS FILTER_CONDITION
        FROM sys.objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id INNER JOIN (
            SELECT t.object_id, NULL AS NON_UNIQUE, NULL AS INDEX_QUALIFIER, NULL AS INDEX_NAME, 0 AS KIND, NULL AS SEQ, NULL AS COLUMN_NAME, NULL AS DIRECTION,
              (SELECT MAX(p.row_count) FROM sys.dm_db_partition_stats AS p WHERE p.object_id = t.object_id) AS CARDINALITY, 0 AS PAGES
            FROM sys.tables AS t
            UNION ALL
            SELECT i.object_id, CASE i.is_unique WHEN 1 THEN 0 ELSE 1 END, p.name, i.name, CASE i.type WHEN 1 THEN 1 ELSE 3 END, ic.key_ordinal, c.name, CASE ic.is_descending_key WHEN 1 THEN 'D' ELSE 'A' END, NULL, NULL
            FROM sys.indexes AS i INNER JOIN sys.objects AS p ON p.object_id = i.object_id INNER JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id AND ic.key_ordinal > 0
              INNER JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
            WHERE i.type IN (1, 2) AND i.name LIKE COALESCE(@index, '%') AND (@unique = 0 OR i.is_unique = 1)) AS x ON x.object_id = o.object_id
        WHERE o.name = @name AND s.name LIKE COALESCE(@owner, '%')
        ORDER BY 4, 7, 6, 8
        """,
        "@name nvarchar(384), @owner nvarchar(384), @index nvarchar(384), @unique int",
        call.text(0, "@table_name"),
        call.text(1, "@table_owner"),
        call.text(3, "@index_name"),
        unique != null && unique.equalsIgnoreCase("Y") ? 1 : 0);
  }

  /// What the owner may, and what was granted.
  private static String privileges(String owner, String granted) {
    return """
    FROM sys.objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id %s INNER JOIN (
        SELECT t.object_id, 0 AS column_id, 'dbo' AS GRANTEE, v.PRIVILEGE, 'YES' AS IS_GRANTABLE FROM sys.objects AS t CROSS JOIN (VALUES %s) AS v (PRIVILEGE)
        UNION ALL
        SELECT p.major_id, p.minor_id, g.name, p.permission_name, CASE p.state WHEN 'W' THEN 'YES' ELSE 'NO' END
        FROM sys.database_permissions AS p INNER JOIN sys.database_principals AS g ON g.principal_id = p.grantee_principal_id
        WHERE p.class = 1 AND p.state IN ('G', 'W') AND p.permission_name IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'REFERENCES')) AS x ON x.object_id = o.object_id
    """
        .formatted(granted, owner);
  }

  static int tablePrivileges(SystemCall call) throws SQLException {
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS TABLE_QUALIFIER, CAST(s.name AS sysname) AS TABLE_OWNER, CAST(o.name AS sysname) AS TABLE_NAME, CAST('dbo' AS sysname) AS GRANTOR, CAST(x.GRANTEE AS sysname) AS GRANTEE,
          CAST(x.PRIVILEGE AS varchar(32)) AS PRIVILEGE, CAST(x.IS_GRANTABLE AS varchar(3)) AS IS_GRANTABLE
        """
            + privileges("('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE'), ('REFERENCES')", "")
            + """
            WHERE o.type IN ('U', 'V') AND x.column_id = 0 AND o.name LIKE COALESCE(@name, '%') AND s.name LIKE COALESCE(@owner, '%')
            ORDER BY 1, 2, 3, 6, 5
            """,
        "@name nvarchar(384), @owner nvarchar(384)",
        call.text(0, "@table_name"),
        call.text(1, "@table_owner"));
  }

  static int columnPrivileges(SystemCall call) throws SQLException {
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS TABLE_QUALIFIER, CAST(s.name AS sysname) AS TABLE_OWNER, CAST(o.name AS sysname) AS TABLE_NAME, CAST(c.name AS sysname) AS COLUMN_NAME, CAST('dbo' AS sysname) AS GRANTOR,
          CAST(x.GRANTEE AS sysname) AS GRANTEE, CAST(x.PRIVILEGE AS varchar(32)) AS PRIVILEGE, CAST(x.IS_GRANTABLE AS varchar(3)) AS IS_GRANTABLE
        """
            + privileges(
                "('SELECT'), ('INSERT'), ('UPDATE'), ('REFERENCES')",
                "INNER JOIN sys.columns AS c ON c.object_id = o.object_id")
            + """
            WHERE o.type IN ('U', 'V') AND x.PRIVILEGE <> 'DELETE' AND x.column_id IN (0, c.column_id)
              AND o.name = @name AND s.name LIKE COALESCE(@owner, '%') AND c.name LIKE COALESCE(@column, '%')
            ORDER BY 1, 2, 3, 4, 7, 6
            """,
        "@name nvarchar(384), @owner nvarchar(384), @column nvarchar(384)",
        call.text(0, "@table_name"),
        call.text(1, "@table_owner"),
        call.text(3, "@column_name"));
  }
}
