package io.hartonomous.engine.interpret;

import java.sql.SQLException;
import java.util.Locale;

/// Catalog procedures about columns and parameters.
///
/// Source: Microsoft Learn, "sp_columns", "sp_special_columns", "sp_sproc_columns".
final class ColumnProcedures {
  private static final String DECLARATIONS =
      "@name nvarchar(384), @owner nvarchar(384), @column nvarchar(384), @odbc int";

  private ColumnProcedures() {}

  private static boolean isNewer(SystemCall call) {
    String name = call.name().toLowerCase(Locale.ROOT);
    return name.endsWith("_100") || name.endsWith("_170");
  }

  private static int odbc(SystemCall call, int position) {
    Integer version = call.integer(position, "@ODBCVer");
    return version == null ? 2 : version;
  }

  static int columns(SystemCall call) throws SQLException {
    String more =
        isNewer(call)
            ? "CAST(c.is_sparse AS smallint) AS SS_IS_SPARSE, CAST(c.is_column_set AS smallint) AS"
                + " SS_IS_COLUMN_SET, CAST(c.is_computed AS smallint) AS SS_IS_COMPUTED,"
                + " CAST(c.is_identity AS smallint) AS SS_IS_IDENTITY, "
                + OdbcTypes.NAMES
                + ","
            : "";
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS TABLE_QUALIFIER, CAST(s.name AS sysname) AS TABLE_OWNER, CAST(o.name AS sysname) AS TABLE_NAME, CAST(c.name AS sysname) AS COLUMN_NAME,
          %s, CAST(CASE WHEN c.is_identity = 1 THEN u.name + ' identity' ELSE u.name END AS sysname) AS TYPE_NAME,
          %s,
          CAST(c.is_nullable AS smallint) AS NULLABLE, CAST(NULL AS varchar(254)) AS REMARKS, CAST(d.definition AS nvarchar(4000)) AS COLUMN_DEF,
          %s,
          CAST(c.column_id AS int) AS ORDINAL_POSITION, CAST(CASE c.is_nullable WHEN 1 THEN 'YES' ELSE 'NO' END AS varchar(254)) AS IS_NULLABLE,
          %s %s
        FROM sys.columns AS c INNER JOIN sys.objects AS o ON o.object_id = c.object_id INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
          %s
          LEFT JOIN sys.default_constraints AS d ON d.object_id = c.default_object_id
        WHERE o.type IN ('U', 'V', 'TF', 'IF') AND o.name LIKE COALESCE(@name, '%%') AND s.name LIKE COALESCE(@owner, '%%') AND c.name LIKE COALESCE(@column, '%%')
        ORDER BY 2, 3, 17
        """
            .formatted(
                OdbcTypes.DATA_TYPE,
                OdbcTypes.SIZES,
                OdbcTypes.SQL_TYPE,
                more,
                OdbcTypes.TDS_TYPE,
                OdbcTypes.JOINS),
        DECLARATIONS,
        call.text(0, "@table_name"),
        call.text(1, "@table_owner"),
        call.text(3, "@column_name"),
        odbc(call, 5));
  }

  /// The columns that tell a row from all others (`R`), or that the server changes with it (`V`).
  static int specialColumns(SystemCall call) throws SQLException {
    String kind = call.text(3, "@col_type");
    boolean version = kind != null && kind.equalsIgnoreCase("V");
    String scope = call.text(4, "@scope");
    String nullable = call.text(5, "@nullable");
    boolean withoutNulls = nullable != null && nullable.equalsIgnoreCase("O");
    String which =
        version
            ? "b.name = 'timestamp'"
            : """
            EXISTS (SELECT 1 FROM sys.index_columns AS x WHERE x.object_id = c.object_id AND x.column_id = c.column_id AND x.key_ordinal > 0
              AND x.index_id = (SELECT TOP (1) i.index_id FROM sys.indexes AS i WHERE i.object_id = c.object_id AND i.is_unique = 1 %s ORDER BY i.is_primary_key DESC, i.index_id))
            """
                .formatted(
                    withoutNulls
                        ? "AND NOT EXISTS (SELECT 1 FROM sys.index_columns AS y INNER JOIN"
                            + " sys.columns AS z ON z.object_id = y.object_id AND z.column_id ="
                            + " y.column_id WHERE y.object_id = i.object_id AND y.index_id ="
                            + " i.index_id AND z.is_nullable = 1)"
                        : "");
    return call.run(
        """
        SELECT CAST(%s AS smallint) AS SCOPE, CAST(c.name AS sysname) AS COLUMN_NAME, %s,
          CAST(CASE WHEN c.is_identity = 1 THEN u.name + ' identity' ELSE u.name END AS sysname) AS TYPE_NAME,
          %s, CAST(1 AS smallint) AS PSEUDO_COLUMN
        FROM sys.columns AS c INNER JOIN sys.objects AS o ON o.object_id = c.object_id INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
          %s
        WHERE o.type = 'U' AND o.name = @name AND s.name LIKE COALESCE(@owner, '%%') AND @column IS NULL AND %s
        ORDER BY c.column_id
        """
            .formatted(
                version ? "NULL" : scope != null && scope.equalsIgnoreCase("C") ? "0" : "1",
                OdbcTypes.DATA_TYPE,
                // This one has no RADIX.
                OdbcTypes.SIZES.substring(0, OdbcTypes.SIZES.lastIndexOf(",\nCAST")),
                OdbcTypes.JOINS,
                which),
        DECLARATIONS,
        call.text(0, "@table_name"),
        call.text(1, "@table_owner"),
        null,
        odbc(call, 6));
  }

  static int procedureColumns(SystemCall call) throws SQLException {
    return call.run(
        """
        SELECT CAST(DB_NAME() AS sysname) AS PROCEDURE_QUALIFIER, CAST(s.name AS sysname) AS PROCEDURE_OWNER,
          CAST(o.name + CASE o.type WHEN 'P' THEN ';1' ELSE ';0' END AS nvarchar(134)) AS PROCEDURE_NAME, CAST(c.name AS sysname) AS COLUMN_NAME,
          CAST(c.kind AS smallint) AS COLUMN_TYPE, %s, CAST(u.name AS sysname) AS TYPE_NAME,
          %s,
          CAST(c.is_nullable AS smallint) AS NULLABLE, CAST(NULL AS varchar(254)) AS REMARKS, CAST(NULL AS nvarchar(4000)) AS COLUMN_DEF,
          %s,
          CAST(c.parameter_id AS int) AS ORDINAL_POSITION, CAST(CASE c.is_nullable WHEN 1 THEN 'YES' ELSE 'NO' END AS varchar(254)) AS IS_NULLABLE,
          %s %s
        FROM (SELECT p.object_id, p.parameter_id, CASE p.parameter_id WHEN 0 THEN '@RETURN_VALUE' ELSE p.name END AS name, CASE WHEN p.parameter_id = 0 THEN 5 WHEN p.is_output = 1 THEN 2 ELSE 1 END AS kind,
                p.max_length, p.precision, p.scale, p.user_type_id, p.system_type_id, 1 AS is_nullable FROM sys.parameters AS p
              UNION ALL SELECT r.object_id, 0, '@RETURN_VALUE', 5, 4, 10, 0, 56, 56, 0 FROM sys.objects AS r WHERE r.type = 'P') AS c
          INNER JOIN sys.objects AS o ON o.object_id = c.object_id INNER JOIN sys.schemas AS s ON s.schema_id = o.schema_id
          %s
        WHERE o.type IN ('P', 'FN', 'IF', 'TF') AND o.name LIKE COALESCE(@name, '%%') AND s.name LIKE COALESCE(@owner, '%%') AND c.name LIKE COALESCE(@column, '%%')
        ORDER BY 1, 2, 3, 18
        """
            .formatted(
                OdbcTypes.DATA_TYPE,
                OdbcTypes.SIZES,
                OdbcTypes.SQL_TYPE,
                isNewer(call)
                    ? OdbcTypes.NAMES
                        + ", CAST(CASE u.is_table_type WHEN 1 THEN DB_NAME() END AS nvarchar(128))"
                        + " AS SS_TYPE_CATALOG_NAME, CAST(CASE u.is_table_type WHEN 1 THEN"
                        + " SCHEMA_NAME(u.schema_id) END AS nvarchar(128)) AS SS_TYPE_SCHEMA_NAME,"
                    : "",
                OdbcTypes.TDS_TYPE,
                OdbcTypes.JOINS),
        DECLARATIONS,
        unnumbered(call.text(0, "@procedure_name")),
        call.text(1, "@procedure_owner"),
        call.text(3, "@column_name"),
        odbc(call, 4));
  }

  // The procedures give names with a group number, and take them so.
  private static String unnumbered(String name) {
    return name != null && (name.endsWith(";1") || name.endsWith(";0"))
        ? name.substring(0, name.length() - 2)
        : name;
  }
}
