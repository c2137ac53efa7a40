package io.hartonomous.engine.interpret;

import java.sql.SQLException;

/// Catalog procedures that drivers call: queries over `sys`, with the columns of the documentation.
///
/// Source: Microsoft Learn, "sp_tables", "sp_pkeys", "sp_fkeys", "sp_stored_procedures".
final class CatalogProcedures {
  private CatalogProcedures() {}

  static int tables(SystemCall call) throws SQLException {
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS TABLE_QUALIFIER, CAST(s.name AS sysname) AS TABLE_OWNER, CAST(o.name AS sysname) AS TABLE_NAME,
          CAST(CASE o.type WHEN 'U' THEN 'TABLE' ELSE 'VIEW' END AS varchar(32)) AS TABLE_TYPE, CAST(NULL AS varchar(254)) AS REMARKS
        FROM sys.objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
        WHERE o.type IN ('U', 'V') AND o.name LIKE COALESCE(@name, '%') AND s.name LIKE COALESCE(@owner, '%')
          AND (@type IS NULL OR CHARINDEX(CASE o.type WHEN 'U' THEN '''TABLE''' ELSE '''VIEW''' END, @type) > 0)
        ORDER BY 4, 1, 2, 3
        """,
        "@name nvarchar(384), @owner nvarchar(384), @type nvarchar(200)",
        call.text(0, "@table_name"),
        call.text(1, "@table_owner"),
        call.text(3, "@table_type"));
  }

  static int primaryKeys(SystemCall call) throws SQLException {
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS TABLE_QUALIFIER, CAST(s.name AS sysname) AS TABLE_OWNER, CAST(o.name AS sysname) AS TABLE_NAME, CAST(c.name AS sysname) AS COLUMN_NAME,
          CAST(ic.key_ordinal AS smallint) AS KEY_SEQ, CAST(i.name AS sysname) AS PK_NAME
        FROM sys.indexes AS i INNER JOIN sys.index_columns AS ic ON ic.object_id = i.object_id AND ic.index_id = i.index_id INNER JOIN sys.columns AS c ON c.object_id = ic.object_id AND c.column_id = ic.column_id
          INNER JOIN sys.objects AS o ON o.object_id = i.object_id INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
        WHERE i.is_primary_key = 1 AND o.name = @table AND s.name LIKE COALESCE(@owner, '%')
        ORDER BY 1, 2, 3, 5
        """,
        "@table nvarchar(384), @owner nvarchar(384)",
        call.text(0, "@table_name"),
        call.text(1, "@table_owner"));
  }

  static int foreignKeys(SystemCall call) throws SQLException {
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS PKTABLE_QUALIFIER, CAST(ps.name AS sysname) AS PKTABLE_OWNER, CAST(p.name AS sysname) AS PKTABLE_NAME, CAST(pc.name AS sysname) AS PKCOLUMN_NAME,
          CAST(DB_NAME() AS sysname) AS FKTABLE_QUALIFIER, CAST(fs.name AS sysname) AS FKTABLE_OWNER, CAST(f.name AS sysname) AS FKTABLE_NAME, CAST(fc.name AS sysname) AS FKCOLUMN_NAME,
          CAST(x.constraint_column_id AS smallint) AS KEY_SEQ, CAST(CASE k.update_referential_action WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE k.update_referential_action END AS smallint) AS UPDATE_RULE,
          CAST(CASE k.delete_referential_action WHEN 1 THEN 0 WHEN 0 THEN 1 ELSE k.delete_referential_action END AS smallint) AS DELETE_RULE, CAST(k.name AS sysname) AS FK_NAME,
          CAST(i.name AS sysname) AS PK_NAME, CAST(7 AS smallint) AS DEFERRABILITY
        FROM sys.foreign_keys AS k INNER JOIN sys.foreign_key_columns AS x ON x.constraint_object_id = k.object_id
          INNER JOIN sys.objects AS p ON p.object_id = k.referenced_object_id INNER JOIN sys.schemas AS ps ON ps.schema_id = p.schema_id INNER JOIN sys.columns AS pc ON pc.object_id = x.referenced_object_id AND pc.column_id = x.referenced_column_id
          INNER JOIN sys.objects AS f ON f.object_id = k.parent_object_id INNER JOIN sys.schemas AS fs ON fs.schema_id = f.schema_id INNER JOIN sys.columns AS fc ON fc.object_id = x.parent_object_id AND fc.column_id = x.parent_column_id
          LEFT JOIN sys.indexes AS i ON i.object_id = k.referenced_object_id AND i.index_id = k.key_index_id
        WHERE (@pk IS NULL OR p.name = @pk) AND (@pkowner IS NULL OR ps.name = @pkowner) AND (@fk IS NULL OR f.name = @fk) AND (@fkowner IS NULL OR fs.name = @fkowner)
        ORDER BY 5, 6, 7, 9
        """,
        "@pk nvarchar(384), @pkowner nvarchar(384), @fk nvarchar(384), @fkowner nvarchar(384)",
        call.text(0, "@pktable_name"),
        call.text(1, "@pktable_owner"),
        call.text(3, "@fktable_name"),
        call.text(4, "@fktable_owner"));
  }

  static int procedures(SystemCall call) throws SQLException {
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS PROCEDURE_QUALIFIER, CAST(s.name AS sysname) AS PROCEDURE_OWNER, CAST(o.name + CASE o.type WHEN 'P' THEN ';1' ELSE ';0' END AS nvarchar(134)) AS PROCEDURE_NAME, CAST(-1 AS int) AS NUM_INPUT_PARAMS,
          CAST(-1 AS int) AS NUM_OUTPUT_PARAMS, CAST(-1 AS int) AS NUM_RESULT_SETS, CAST(NULL AS varchar(254)) AS REMARKS, CAST(CASE o.type WHEN 'P' THEN 2 ELSE 2 END AS smallint) AS PROCEDURE_TYPE
        FROM sys.objects AS o INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
        WHERE o.type IN ('P', 'FN', 'IF', 'TF') AND o.name LIKE COALESCE(@name, '%') AND s.name LIKE COALESCE(@owner, '%')
        ORDER BY 1, 2, 3
        """,
        "@name nvarchar(384), @owner nvarchar(384)",
        call.text(0, "@sp_name"),
        call.text(1, "@sp_owner"));
  }
}
