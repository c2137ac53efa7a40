package io.hartonomous.engine.interpret;

/// How ODBC tells a column or parameter: pieces of select lists over `c` (`max_length`,
/// `precision`, `scale` as in `sys.columns` and `sys.parameters`), `u` (its row of `sys.types`) and
/// `b` (the row of the type that it is based on). `@odbc` is the version of ODBC that the client
/// speaks.
///
/// Source: Microsoft Learn, "sp_columns", "sp_datatype_info", "sp_sproc_columns".
final class OdbcTypes {
  private OdbcTypes() {}

  private static final String CODE =
      """
      CASE b.name WHEN 'bit' THEN -7 WHEN 'tinyint' THEN -6 WHEN 'smallint' THEN 5 WHEN 'int' THEN 4 WHEN 'bigint' THEN -5
        WHEN 'decimal' THEN 3 WHEN 'numeric' THEN 2 WHEN 'money' THEN 3 WHEN 'smallmoney' THEN 3 WHEN 'real' THEN 7 WHEN 'float' THEN 6
        WHEN 'char' THEN 1 WHEN 'varchar' THEN 12 WHEN 'text' THEN -1 WHEN 'nchar' THEN -8 WHEN 'nvarchar' THEN -9 WHEN 'ntext' THEN -10
        WHEN 'binary' THEN -2 WHEN 'varbinary' THEN -3 WHEN 'image' THEN -4 WHEN 'timestamp' THEN -2 WHEN 'uniqueidentifier' THEN -11
        WHEN 'xml' THEN -152 WHEN 'sql_variant' THEN -150 WHEN 'hierarchyid' THEN -151 WHEN 'geometry' THEN -151 WHEN 'geography' THEN -151
        WHEN 'datetime' THEN CASE WHEN @odbc >= 3 THEN 93 ELSE 11 END WHEN 'smalldatetime' THEN CASE WHEN @odbc >= 3 THEN 93 ELSE 11 END
        WHEN 'date' THEN CASE WHEN @odbc >= 3 THEN 91 ELSE -9 END WHEN 'datetime2' THEN CASE WHEN @odbc >= 3 THEN 93 ELSE -9 END
        WHEN 'time' THEN CASE WHEN @odbc >= 3 THEN -154 ELSE -9 END WHEN 'datetimeoffset' THEN CASE WHEN @odbc >= 3 THEN -155 ELSE -9 END
        ELSE -9 END\
      """;

  /// DATA_TYPE.
  static final String DATA_TYPE = "CAST(" + CODE + " AS smallint) AS DATA_TYPE";

  /// PRECISION, LENGTH, SCALE, RADIX.
  static final String SIZES =
      """
      CAST(CASE WHEN c.max_length = -1 OR b.name IN ('hierarchyid', 'geometry', 'geography') THEN 0 WHEN b.name IN ('nchar', 'nvarchar') THEN c.max_length / 2
        WHEN b.name IN ('char', 'varchar', 'binary', 'varbinary') THEN c.max_length WHEN b.name IN ('text', 'image') THEN 2147483647 WHEN b.name = 'ntext' THEN 1073741823
        WHEN b.name = 'uniqueidentifier' THEN 36 WHEN b.name = 'timestamp' THEN 8 WHEN b.name = 'sql_variant' THEN 8000 ELSE c.precision END AS int) AS [PRECISION],
      CAST(CASE WHEN c.max_length = -1 OR b.name IN ('hierarchyid', 'geometry', 'geography') THEN 0 WHEN b.name IN ('text', 'image') THEN 2147483647 WHEN b.name = 'ntext' THEN 2147483646
        WHEN b.name IN ('decimal', 'numeric') THEN c.precision + 2 WHEN b.name = 'money' THEN 21 WHEN b.name = 'smallmoney' THEN 12
        WHEN b.name IN ('datetime', 'smalldatetime', 'datetime2') THEN 16 WHEN b.name = 'date' THEN 6 WHEN b.name = 'time' THEN 12 WHEN b.name = 'datetimeoffset' THEN 20
        WHEN b.name = 'sql_variant' THEN 8000 ELSE c.max_length END AS int) AS LENGTH,
      CAST(CASE WHEN b.name IN ('decimal', 'numeric', 'time', 'datetime2', 'datetimeoffset') THEN c.scale WHEN b.name IN ('money', 'smallmoney') THEN 4
        WHEN b.name = 'datetime' THEN 3 WHEN b.name IN ('tinyint', 'smallint', 'int', 'bigint', 'smalldatetime', 'date') THEN 0 END AS smallint) AS SCALE,
      CAST(CASE WHEN b.name IN ('real', 'float') THEN 2 WHEN b.name IN ('decimal', 'numeric', 'money', 'smallmoney', 'tinyint', 'smallint', 'int', 'bigint') THEN 10 END AS smallint) AS RADIX\
      """;

  /// SQL_DATA_TYPE, SQL_DATETIME_SUB, CHAR_OCTET_LENGTH.
  static final String SQL_TYPE =
      "CAST(CASE WHEN @odbc >= 3 AND b.name IN ('date', 'datetime', 'smalldatetime', 'datetime2')"
          + " THEN 9 WHEN b.name IN ('datetime', 'smalldatetime') THEN 9 ELSE "
          + CODE
          + """
               END AS smallint) AS SQL_DATA_TYPE,
          CAST(CASE WHEN b.name IN ('datetime', 'smalldatetime') THEN 3 WHEN @odbc >= 3 AND b.name = 'datetime2' THEN 3 WHEN @odbc >= 3 AND b.name = 'date' THEN 1
            WHEN @odbc >= 3 AND b.name IN ('time', 'datetimeoffset') THEN 0 END AS smallint) AS SQL_DATETIME_SUB,
          CAST(CASE WHEN b.name IN ('text', 'image') THEN 2147483647 WHEN b.name = 'ntext' THEN 2147483646 WHEN b.name IN ('char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary')
            THEN CASE c.max_length WHEN -1 THEN 0 ELSE c.max_length END WHEN b.name IN ('timestamp') THEN 8 END AS int) AS CHAR_OCTET_LENGTH\
          """;

  /// SS_DATA_TYPE: the type's number in TDS, that of the nullable form where `c` is nullable.
  static final String TDS_TYPE =
      """
      CAST(CASE b.name WHEN 'bit' THEN 50 WHEN 'tinyint' THEN CASE c.is_nullable WHEN 1 THEN 38 ELSE 48 END WHEN 'smallint' THEN CASE c.is_nullable WHEN 1 THEN 38 ELSE 52 END
        WHEN 'int' THEN CASE c.is_nullable WHEN 1 THEN 38 ELSE 56 END WHEN 'bigint' THEN CASE c.is_nullable WHEN 1 THEN 108 ELSE 63 END WHEN 'decimal' THEN 106 WHEN 'numeric' THEN 108
        WHEN 'money' THEN CASE c.is_nullable WHEN 1 THEN 110 ELSE 60 END WHEN 'smallmoney' THEN CASE c.is_nullable WHEN 1 THEN 110 ELSE 122 END
        WHEN 'real' THEN CASE c.is_nullable WHEN 1 THEN 109 ELSE 59 END WHEN 'float' THEN CASE c.is_nullable WHEN 1 THEN 109 ELSE 62 END
        WHEN 'datetime' THEN CASE c.is_nullable WHEN 1 THEN 111 ELSE 61 END WHEN 'smalldatetime' THEN CASE c.is_nullable WHEN 1 THEN 111 ELSE 58 END
        WHEN 'char' THEN 47 WHEN 'nchar' THEN 47 WHEN 'varchar' THEN 39 WHEN 'nvarchar' THEN 39 WHEN 'text' THEN 35 WHEN 'ntext' THEN 35 WHEN 'binary' THEN 45 WHEN 'timestamp' THEN 45
        WHEN 'varbinary' THEN 37 WHEN 'image' THEN 34 WHEN 'uniqueidentifier' THEN 37 WHEN 'sql_variant' THEN 39 ELSE 0 END AS tinyint) AS SS_DATA_TYPE\
      """;

  /// `sys.types` twice for `c`.
  static final String JOINS =
      """
      INNER JOIN sys.types AS u ON u.user_type_id = c.user_type_id
      INNER JOIN sys.types AS b ON b.user_type_id = CASE WHEN u.is_user_defined = 1 THEN c.system_type_id ELSE c.user_type_id END\
      """;

  /// What only the newer procedures give: the names of CLR types and XML schema collections.
  static final String NAMES =
      """
      CAST(NULL AS nvarchar(128)) AS SS_UDT_CATALOG_NAME, CAST(NULL AS nvarchar(128)) AS SS_UDT_SCHEMA_NAME, CAST(NULL AS nvarchar(max)) AS SS_UDT_ASSEMBLY_TYPE_NAME,
      CAST(NULL AS nvarchar(128)) AS SS_XML_SCHEMACOLLECTION_CATALOG_NAME, CAST(NULL AS nvarchar(128)) AS SS_XML_SCHEMACOLLECTION_SCHEMA_NAME,
      CAST(NULL AS nvarchar(128)) AS SS_XML_SCHEMACOLLECTION_NAME\
      """;
}
