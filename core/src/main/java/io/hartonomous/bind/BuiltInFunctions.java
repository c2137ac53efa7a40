package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The server's own functions: how many arguments they take and what they give.
///
/// Source: Microsoft Learn, "What are the SQL database functions?" and the page of each ("Return
/// types").
final class BuiltInFunctions {
  /// The type of a call from the types of its arguments (a date part is UNKNOWN).
  interface Rule {
    SqlType of(List<SqlType> arguments);
  }

  /// When a call may be NULL.
  enum Nulls {
    NEVER,
    ALWAYS,
    ANY_ARGUMENT
  }

  enum Sort {
    SCALAR,
    AGGREGATE,
    WINDOW
  }

  record BuiltIn(String name, int least, int most, Rule rule, Nulls nulls, Sort sort) {}

  private static final int ANY = Integer.MAX_VALUE;
  private static final Map<String, BuiltIn> ALL = new HashMap<>();

  private static final SqlType NVARCHAR_MAX = SqlType.nvarchar(SqlType.MAX);
  private static final SqlType DATETIME = SqlType.of(Base.DATETIME);
  private static final SqlType DATE = SqlType.of(Base.DATE);
  private static final SqlType JSON_NVARCHAR = SqlType.nvarchar(4000);
  private static final SqlType SYSNAME = SqlType.nvarchar(128);

  private BuiltInFunctions() {}

  static BuiltIn find(String name) {
    return ALL.get(name.toUpperCase(Locale.ROOT));
  }

  private static void put(String name, int least, int most, Rule rule, Nulls nulls) {
    ALL.put(name, new BuiltIn(name, least, most, rule, nulls, Sort.SCALAR));
  }

  private static void fixed(SqlType type, Nulls nulls, int least, int most, String... names) {
    for (String name : names) {
      put(name, least, most, _ -> type, nulls);
    }
  }

  private static void aggregate(String name, int least, int most, Nulls nulls, Rule rule) {
    ALL.put(name, new BuiltIn(name, least, most, rule, nulls, Sort.AGGREGATE));
  }

  private static void window(String name, int least, int most, Nulls nulls, Rule rule) {
    ALL.put(name, new BuiltIn(name, least, most, rule, nulls, Sort.WINDOW));
  }

  static {
    aggregates();
    windows();
    numbers();
    texts();
    dates();
    json();
    system();
    others();
  }

  private static void aggregates() {
    aggregate("COUNT", 1, 1, Nulls.NEVER, _ -> SqlType.INT);
    aggregate("COUNT_BIG", 1, 1, Nulls.NEVER, _ -> SqlType.BIGINT);
    aggregate("APPROX_COUNT_DISTINCT", 1, 1, Nulls.NEVER, _ -> SqlType.BIGINT);
    aggregate("SUM", 1, 1, Nulls.ALWAYS, a -> sum(a.getFirst()));
    aggregate("AVG", 1, 1, Nulls.ALWAYS, a -> average(a.getFirst()));
    aggregate("MIN", 1, 1, Nulls.ALWAYS, List::getFirst);
    aggregate("MAX", 1, 1, Nulls.ALWAYS, List::getFirst);
    aggregate("PRODUCT", 1, 1, Nulls.ALWAYS, a -> sum(a.getFirst()));
    for (String name : List.of("STDEV", "STDEVP", "VAR", "VARP")) {
      aggregate(name, 1, 1, Nulls.ALWAYS, _ -> SqlType.FLOAT);
    }
    aggregate("CHECKSUM_AGG", 1, 1, Nulls.ALWAYS, _ -> SqlType.INT);
    aggregate("STRING_AGG", 2, 2, Nulls.ALWAYS, a -> stringAggregate(a.getFirst()));
    aggregate("GROUPING", 1, 1, Nulls.NEVER, _ -> SqlType.of(Base.TINYINT));
    aggregate("GROUPING_ID", 0, ANY, Nulls.NEVER, _ -> SqlType.INT);
    aggregate("APPROX_PERCENTILE_CONT", 1, 1, Nulls.ALWAYS, _ -> SqlType.FLOAT);
    aggregate("APPROX_PERCENTILE_DISC", 1, 1, Nulls.ALWAYS, _ -> SqlType.UNKNOWN);
  }

  private static void windows() {
    for (String name : List.of("ROW_NUMBER", "RANK", "DENSE_RANK")) {
      window(name, 0, 0, Nulls.NEVER, _ -> SqlType.BIGINT);
    }
    window(
        "NTILE",
        1,
        1,
        Nulls.ALWAYS,
        a -> a.getFirst().base() == Base.BIGINT ? SqlType.BIGINT : SqlType.BIGINT);
    for (String name : List.of("LAG", "LEAD")) {
      window(name, 1, 3, Nulls.ALWAYS, List::getFirst);
    }
    for (String name : List.of("FIRST_VALUE", "LAST_VALUE")) {
      window(name, 1, 1, Nulls.ALWAYS, List::getFirst);
    }
    window("PERCENT_RANK", 0, 0, Nulls.NEVER, _ -> SqlType.FLOAT);
    window("CUME_DIST", 0, 0, Nulls.NEVER, _ -> SqlType.FLOAT);
    window("PERCENTILE_CONT", 1, 1, Nulls.ALWAYS, _ -> SqlType.FLOAT);
    window("PERCENTILE_DISC", 1, 1, Nulls.ALWAYS, _ -> SqlType.UNKNOWN);
  }

  private static void numbers() {
    fixed(
        SqlType.FLOAT,
        Nulls.ANY_ARGUMENT,
        1,
        1,
        "ACOS",
        "ASIN",
        "ATAN",
        "COS",
        "COT",
        "EXP",
        "LOG10",
        "SIN",
        "SQRT",
        "SQUARE",
        "TAN");
    fixed(SqlType.FLOAT, Nulls.ANY_ARGUMENT, 2, 2, "ATN2");
    fixed(SqlType.FLOAT, Nulls.ANY_ARGUMENT, 1, 2, "LOG");
    fixed(SqlType.FLOAT, Nulls.NEVER, 0, 0, "PI");
    fixed(SqlType.FLOAT, Nulls.NEVER, 0, 1, "RAND");
    put("ABS", 1, 1, a -> widened(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("SIGN", 1, 1, a -> widened(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("DEGREES", 1, 1, a -> widened(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("RADIANS", 1, 1, a -> widened(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("ROUND", 2, 3, a -> widened(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("POWER", 2, 2, a -> powered(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("CEILING", 1, 1, a -> whole(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("FLOOR", 1, 1, a -> whole(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("GREATEST", 1, 254, Types::common, Nulls.ALWAYS);
    put("LEAST", 1, 254, Types::common, Nulls.ALWAYS);
    put("LEFT_SHIFT", 2, 2, List::getFirst, Nulls.ANY_ARGUMENT);
    put("RIGHT_SHIFT", 2, 2, List::getFirst, Nulls.ANY_ARGUMENT);
    put("SET_BIT", 2, 3, List::getFirst, Nulls.ANY_ARGUMENT);
    fixed(SqlType.BIT, Nulls.ANY_ARGUMENT, 2, 2, "GET_BIT");
    fixed(SqlType.BIGINT, Nulls.ANY_ARGUMENT, 1, 1, "BIT_COUNT");
    fixed(SqlType.INT, Nulls.NEVER, 1, 1, "ISNUMERIC", "ISDATE");
    fixed(SqlType.INT, Nulls.NEVER, 1, ANY, "CHECKSUM", "BINARY_CHECKSUM");
  }

  private static void texts() {
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 1, 1, "ASCII", "UNICODE");
    put("LEN", 1, 1, a -> a.getFirst().isMax() ? SqlType.BIGINT : SqlType.INT, Nulls.ANY_ARGUMENT);
    put(
        "DATALENGTH",
        1,
        1,
        a -> a.getFirst().isMax() ? SqlType.BIGINT : SqlType.INT,
        Nulls.ANY_ARGUMENT);
    put(
        "CHARINDEX",
        2,
        3,
        a -> a.get(1).isMax() ? SqlType.BIGINT : SqlType.INT,
        Nulls.ANY_ARGUMENT);
    put("PATINDEX", 2, 2, a -> a.get(1).isMax() ? SqlType.BIGINT : SqlType.INT, Nulls.ANY_ARGUMENT);
    put("CHAR", 1, 1, _ -> SqlType.sized(Base.CHAR, 1), Nulls.ALWAYS);
    put("NCHAR", 1, 1, _ -> SqlType.sized(Base.NCHAR, 1), Nulls.ALWAYS);
    for (String name : List.of("LOWER", "UPPER", "REVERSE")) {
      put(name, 1, 1, a -> varying(a.getFirst()), Nulls.ANY_ARGUMENT);
    }
    put("LTRIM", 1, 2, a -> varying(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("RTRIM", 1, 2, a -> varying(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("SUBSTRING", 2, 3, a -> substring(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("REPLACE", 3, 3, a -> widest(a, 8000), Nulls.ANY_ARGUMENT);
    put("TRANSLATE", 3, 3, a -> varying(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("STUFF", 4, 4, a -> widest(List.of(a.getFirst(), a.get(3)), 8000), Nulls.ALWAYS);
    put("REPLICATE", 2, 2, a -> widest(List.of(a.getFirst()), 8000), Nulls.ALWAYS);
    put("SPACE", 1, 1, _ -> SqlType.varchar(8000), Nulls.ALWAYS);
    put("STR", 1, 3, _ -> SqlType.varchar(10), Nulls.ANY_ARGUMENT);
    put("QUOTENAME", 1, 2, _ -> SqlType.nvarchar(258), Nulls.ALWAYS);
    put("PARSENAME", 2, 2, _ -> SYSNAME, Nulls.ALWAYS);
    put("FORMAT", 2, 3, _ -> SqlType.nvarchar(4000), Nulls.ALWAYS);
    put("CONCAT", 2, 254, BuiltInFunctions::concatenated, Nulls.NEVER);
    put("CONCAT_WS", 3, 254, a -> concatenatedWith(a), Nulls.NEVER);
    put("STRING_ESCAPE", 2, 2, _ -> NVARCHAR_MAX, Nulls.ANY_ARGUMENT);
    put("SOUNDEX", 1, 1, _ -> SqlType.varchar(5), Nulls.ANY_ARGUMENT);
    fixed(
        SqlType.INT,
        Nulls.ANY_ARGUMENT,
        2,
        2,
        "DIFFERENCE",
        "EDIT_DISTANCE",
        "EDIT_DISTANCE_SIMILARITY");
    fixed(SqlType.FLOAT, Nulls.ANY_ARGUMENT, 2, 2, "JARO_WINKLER_DISTANCE");
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 2, 2, "JARO_WINKLER_SIMILARITY");
    put("UNISTR", 1, 2, a -> a.getFirst(), Nulls.ANY_ARGUMENT);
    put("REGEXP_REPLACE", 2, 6, a -> widest(List.of(a.getFirst()), 8000), Nulls.ALWAYS);
    put("REGEXP_SUBSTR", 2, 6, a -> varying(a.getFirst()), Nulls.ALWAYS);
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 2, 7, "REGEXP_COUNT", "REGEXP_INSTR");
    fixed(SqlType.BIT, Nulls.ANY_ARGUMENT, 2, 3, "REGEXP_LIKE");
    put(
        "BASE64_ENCODE",
        1,
        2,
        a -> SqlType.varchar(a.getFirst().isMax() ? SqlType.MAX : 8000),
        Nulls.ANY_ARGUMENT);
    put(
        "BASE64_DECODE",
        1,
        1,
        a -> SqlType.varbinary(a.getFirst().isMax() ? SqlType.MAX : 8000),
        Nulls.ANY_ARGUMENT);
    put("COMPRESS", 1, 1, _ -> SqlType.varbinary(SqlType.MAX), Nulls.ANY_ARGUMENT);
    put("DECOMPRESS", 1, 1, _ -> SqlType.varbinary(SqlType.MAX), Nulls.ALWAYS);
    put("HASHBYTES", 2, 2, _ -> SqlType.varbinary(8000), Nulls.ANY_ARGUMENT);
  }

  private static void dates() {
    fixed(DATETIME, Nulls.NEVER, 0, 0, "GETDATE", "GETUTCDATE", "CURRENT_TIMESTAMP");
    fixed(SqlType.scaled(Base.DATETIME2, 7), Nulls.NEVER, 0, 0, "SYSDATETIME", "SYSUTCDATETIME");
    fixed(SqlType.scaled(Base.DATETIMEOFFSET, 7), Nulls.NEVER, 0, 0, "SYSDATETIMEOFFSET");
    fixed(DATE, Nulls.NEVER, 0, 0, "CURRENT_DATE");
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 1, 1, "DAY", "MONTH", "YEAR");
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 2, 2, "DATEPART");
    fixed(SqlType.nvarchar(30), Nulls.ANY_ARGUMENT, 2, 2, "DATENAME");
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 3, 3, "DATEDIFF");
    fixed(SqlType.BIGINT, Nulls.ANY_ARGUMENT, 3, 3, "DATEDIFF_BIG");
    put("DATEADD", 3, 3, a -> dateOrDatetime(a.get(2)), Nulls.ANY_ARGUMENT);
    put(
        "DATETRUNC",
        2,
        2,
        a -> a.get(1).base().isTemporal() ? a.get(1) : SqlType.scaled(Base.DATETIME2, 7),
        Nulls.ANY_ARGUMENT);
    put(
        "DATE_BUCKET",
        3,
        4,
        a -> a.get(2).base().isTemporal() ? a.get(2) : SqlType.scaled(Base.DATETIME2, 7),
        Nulls.ANY_ARGUMENT);
    fixed(DATE, Nulls.ALWAYS, 1, 2, "EOMONTH");
    fixed(DATE, Nulls.ANY_ARGUMENT, 3, 3, "DATEFROMPARTS");
    fixed(DATETIME, Nulls.ANY_ARGUMENT, 7, 7, "DATETIMEFROMPARTS");
    fixed(SqlType.scaled(Base.DATETIME2, 7), Nulls.ANY_ARGUMENT, 8, 8, "DATETIME2FROMPARTS");
    fixed(
        SqlType.scaled(Base.DATETIMEOFFSET, 7),
        Nulls.ANY_ARGUMENT,
        10,
        10,
        "DATETIMEOFFSETFROMPARTS");
    fixed(SqlType.of(Base.SMALLDATETIME), Nulls.ANY_ARGUMENT, 5, 5, "SMALLDATETIMEFROMPARTS");
    fixed(SqlType.scaled(Base.TIME, 7), Nulls.ANY_ARGUMENT, 5, 5, "TIMEFROMPARTS");
    put("SWITCHOFFSET", 2, 2, a -> offset(a.getFirst()), Nulls.ANY_ARGUMENT);
    put("TODATETIMEOFFSET", 2, 2, a -> offset(a.getFirst()), Nulls.ANY_ARGUMENT);
    fixed(SqlType.varchar(100), Nulls.NEVER, 0, 0, "CURRENT_TIMEZONE", "CURRENT_TIMEZONE_ID");
  }

  private static void json() {
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 1, 2, "ISJSON");
    fixed(JSON_NVARCHAR, Nulls.ALWAYS, 2, 3, "JSON_VALUE");
    put(
        "JSON_QUERY",
        1,
        2,
        a -> a.getFirst().base() == Base.JSON ? SqlType.of(Base.JSON) : NVARCHAR_MAX,
        Nulls.ALWAYS);
    put(
        "JSON_MODIFY",
        3,
        3,
        a -> a.getFirst().base() == Base.JSON ? SqlType.of(Base.JSON) : NVARCHAR_MAX,
        Nulls.ALWAYS);
    fixed(SqlType.INT, Nulls.ANY_ARGUMENT, 2, 2, "JSON_PATH_EXISTS");
    fixed(SqlType.INT, Nulls.ALWAYS, 2, 4, "JSON_CONTAINS");
  }

  private static void system() {
    fixed(
        SYSNAME,
        Nulls.ALWAYS,
        0,
        0,
        "APP_NAME",
        "HOST_NAME",
        "ORIGINAL_LOGIN",
        "ORIGINAL_DB_NAME",
        "CURRENT_USER",
        "SESSION_USER",
        "SYSTEM_USER",
        "USER");
    fixed(
        SYSNAME,
        Nulls.ALWAYS,
        0,
        1,
        "SUSER_NAME",
        "SUSER_SNAME",
        "USER_NAME",
        "DB_NAME",
        "SCHEMA_NAME");
    fixed(SYSNAME, Nulls.ALWAYS, 1, 2, "OBJECT_NAME", "OBJECT_SCHEMA_NAME", "SUSER_SID_NAME");
    fixed(SYSNAME, Nulls.ALWAYS, 2, 2, "COL_NAME");
    fixed(SYSNAME, Nulls.ALWAYS, 1, 1, "TYPE_NAME", "FILE_NAME", "FILEGROUP_NAME", "KEY_NAME");
    fixed(SYSNAME, Nulls.ALWAYS, 3, 4, "INDEX_COL");
    fixed(NVARCHAR_MAX, Nulls.ALWAYS, 1, 1, "OBJECT_DEFINITION");
    fixed(SqlType.sized(Base.CHAR, 10), Nulls.NEVER, 0, 0, "HOST_ID");
    fixed(SqlType.varbinary(85), Nulls.ALWAYS, 0, 2, "SUSER_SID");
    fixed(
        SqlType.INT,
        Nulls.ALWAYS,
        0,
        1,
        "SUSER_ID",
        "USER_ID",
        "DATABASE_PRINCIPAL_ID",
        "SCHEMA_ID");
    fixed(SqlType.of(Base.SMALLINT), Nulls.ALWAYS, 0, 1, "DB_ID");
    fixed(
        SqlType.INT,
        Nulls.ALWAYS,
        1,
        2,
        "OBJECT_ID",
        "TYPE_ID",
        "STATS_ID",
        "FILE_IDEX",
        "FILE_ID",
        "FILEGROUP_ID",
        "KEY_ID",
        "CERT_ID",
        "ASYMKEY_ID",
        "CURSOR_STATUS",
        "TYPEPROPERTY",
        "HAS_DBACCESS",
        "IS_MEMBER",
        "IS_ROLEMEMBER",
        "IS_SRVROLEMEMBER");
    fixed(SqlType.of(Base.SMALLINT), Nulls.ALWAYS, 2, 2, "COL_LENGTH");
    fixed(
        SqlType.INT,
        Nulls.ALWAYS,
        2,
        2,
        "OBJECTPROPERTY",
        "TYPEPROPERTY",
        "CURSOR_STATUS",
        "FILEPROPERTY",
        "FILEGROUPPROPERTY",
        "FULLTEXTCATALOGPROPERTY");
    fixed(SqlType.INT, Nulls.ALWAYS, 3, 4, "COLUMNPROPERTY", "INDEXPROPERTY", "INDEXKEY_PROPERTY");
    fixed(
        SqlType.INT,
        Nulls.ALWAYS,
        1,
        5,
        "HAS_PERMS_BY_NAME",
        "PERMISSIONS",
        "FULLTEXTSERVICEPROPERTY",
        "VECTORPROPERTY");
    fixed(
        SqlType.of(Base.SQL_VARIANT),
        Nulls.ALWAYS,
        1,
        2,
        "DATABASEPROPERTYEX",
        "OBJECTPROPERTYEX",
        "SERVERPROPERTY",
        "SESSIONPROPERTY",
        "CONNECTIONPROPERTY",
        "SESSION_CONTEXT",
        "SQL_VARIANT_PROPERTY",
        "LOGINPROPERTY",
        "FILEPROPERTYEX",
        "ASSEMBLYPROPERTY",
        "CERTPROPERTY");
    fixed(DATETIME, Nulls.ALWAYS, 2, 2, "STATS_DATE");
    fixed(SqlType.of(Base.XML), Nulls.ALWAYS, 2, 3, "XML_SCHEMA_NAMESPACE");
    fixed(
        Types.decimal(38, 0, Base.NUMERIC),
        Nulls.ALWAYS,
        0,
        1,
        "SCOPE_IDENTITY",
        "IDENT_CURRENT",
        "IDENT_INCR",
        "IDENT_SEED");
    fixed(
        SqlType.INT,
        Nulls.ALWAYS,
        0,
        0,
        "ERROR_LINE",
        "ERROR_NUMBER",
        "ERROR_SEVERITY",
        "ERROR_STATE");
    fixed(SqlType.nvarchar(4000), Nulls.ALWAYS, 0, 0, "ERROR_MESSAGE");
    fixed(SYSNAME, Nulls.ALWAYS, 0, 0, "ERROR_PROCEDURE");
    fixed(SqlType.BIGINT, Nulls.NEVER, 0, 0, "ROWCOUNT_BIG", "CURRENT_TRANSACTION_ID");
    fixed(
        SqlType.of(Base.SMALLINT),
        Nulls.NEVER,
        0,
        0,
        "XACT_STATE",
        "CURRENT_REQUEST_ID",
        "GETANSINULL");
    fixed(SqlType.INT, Nulls.ALWAYS, 0, 3, "TRIGGER_NESTLEVEL");
    fixed(SqlType.varbinary(128), Nulls.ALWAYS, 0, 0, "CONTEXT_INFO", "COLUMNS_UPDATED");
    fixed(SqlType.sized(Base.BINARY, 8), Nulls.NEVER, 0, 0, "MIN_ACTIVE_ROWVERSION");
    fixed(SqlType.of(Base.XML), Nulls.ALWAYS, 0, 0, "EVENTDATA");
    fixed(SqlType.of(Base.UNIQUEIDENTIFIER), Nulls.NEVER, 0, 0, "NEWID", "NEWSEQUENTIALID");
    fixed(SqlType.nvarchar(2048), Nulls.ALWAYS, 1, 21, "FORMATMESSAGE");
    fixed(SqlType.of(Base.SMALLINT), Nulls.ALWAYS, 3, 3, "APPLOCK_TEST");
    fixed(SqlType.nvarchar(32), Nulls.ALWAYS, 3, 3, "APPLOCK_MODE");
    fixed(
        SqlType.BIGINT,
        Nulls.ALWAYS,
        0,
        1,
        "CHANGE_TRACKING_CURRENT_VERSION",
        "CHANGE_TRACKING_MIN_VALID_VERSION");
    fixed(SqlType.BIT, Nulls.ALWAYS, 2, 2, "CHANGE_TRACKING_IS_COLUMN_IN_MASK");
    fixed(SqlType.INT, Nulls.NEVER, 2, 4, "PWDCOMPARE");
    fixed(SqlType.varbinary(256), Nulls.NEVER, 1, 1, "PWDENCRYPT");
    fixed(
        SqlType.varbinary(8000),
        Nulls.ALWAYS,
        1,
        5,
        "CRYPT_GEN_RANDOM",
        "ENCRYPTBYPASSPHRASE",
        "DECRYPTBYPASSPHRASE",
        "ENCRYPTBYKEY",
        "DECRYPTBYKEY",
        "ENCRYPTBYCERT",
        "DECRYPTBYCERT",
        "ENCRYPTBYASYMKEY",
        "DECRYPTBYASYMKEY",
        "DECRYPTBYKEYAUTOCERT",
        "SIGNBYCERT",
        "SIGNBYASYMKEY",
        "CERTENCODED");
    fixed(SqlType.of(Base.UNIQUEIDENTIFIER), Nulls.ALWAYS, 1, 1, "KEY_GUID");
  }

  private static void others() {
    put("ISNULL", 2, 2, a -> isNull(a.getFirst(), a.get(1)), Nulls.ALWAYS);
    put("CHOOSE", 2, 255, a -> Types.common(a.subList(1, a.size())), Nulls.ALWAYS);
    put("VECTOR_DISTANCE", 3, 3, _ -> SqlType.FLOAT, Nulls.ANY_ARGUMENT);
    put("VECTOR_NORM", 2, 2, _ -> SqlType.FLOAT, Nulls.ANY_ARGUMENT);
    put("VECTOR_NORMALIZE", 2, 2, List::getFirst, Nulls.ANY_ARGUMENT);
    put("AI_GENERATE_EMBEDDINGS", 1, 3, _ -> SqlType.of(Base.JSON), Nulls.ALWAYS);
  }

  /// The type of `ISNULL(value, other)`: that of the value, even where the other is wider.
  static SqlType isNull(SqlType value, SqlType other) {
    return value.base() == Base.NULL ? other : Types.plain(value);
  }

  private static SqlType sum(SqlType type) {
    return switch (type.base()) {
      case TINYINT, SMALLINT, INT -> SqlType.INT;
      case BIGINT -> SqlType.BIGINT;
      case SMALLMONEY, MONEY -> SqlType.of(Base.MONEY);
      case DECIMAL, NUMERIC -> Types.decimal(38, type.scale(), type.base());
      case REAL, FLOAT -> SqlType.FLOAT;
      default -> type.base().isCharacter() ? SqlType.FLOAT : SqlType.UNKNOWN;
    };
  }

  private static SqlType average(SqlType type) {
    return switch (type.base()) {
      case DECIMAL, NUMERIC -> Types.decimal(38, Math.max(6, type.scale()), type.base());
      default -> sum(type);
    };
  }

  private static SqlType stringAggregate(SqlType type) {
    return switch (type.base()) {
      case CHAR, VARCHAR, TEXT -> SqlType.varchar(type.isMax() ? SqlType.MAX : 8000);
      case NCHAR, NVARCHAR, NTEXT -> SqlType.nvarchar(type.isMax() ? SqlType.MAX : 4000);
      default -> SqlType.nvarchar(4000);
    };
  }

  /// ABS, ROUND and their like: small integers become int, real becomes float, texts become float.
  private static SqlType widened(SqlType type) {
    return switch (type.base()) {
      case TINYINT, SMALLINT, INT, BIT -> SqlType.INT;
      case SMALLMONEY -> SqlType.of(Base.MONEY);
      case REAL -> SqlType.FLOAT;
      default ->
          type.base().isCharacter() || type.base() == Base.NULL ? SqlType.FLOAT : Types.plain(type);
    };
  }

  private static SqlType powered(SqlType type) {
    return switch (type.base()) {
      case DECIMAL, NUMERIC -> Types.decimal(38, type.scale(), type.base());
      default -> widened(type);
    };
  }

  private static SqlType whole(SqlType type) {
    return switch (type.base()) {
      case DECIMAL, NUMERIC -> Types.decimal(type.precision(), 0, type.base());
      default -> widened(type);
    };
  }

  /// The text type that a text function gives: char and nchar become varying; what is no text
  /// becomes varchar.
  private static SqlType varying(SqlType type) {
    return switch (type.base()) {
      case CHAR, VARCHAR -> Types.length(Base.VARCHAR, type.length(), type.collation());
      case NCHAR, NVARCHAR -> Types.length(Base.NVARCHAR, type.length(), type.collation());
      case TEXT -> SqlType.varchar(SqlType.MAX);
      case NTEXT -> SqlType.nvarchar(SqlType.MAX);
      case UNKNOWN -> type;
      default -> SqlType.varchar(8000);
    };
  }

  private static SqlType substring(SqlType type) {
    return switch (type.base()) {
      case BINARY, VARBINARY -> SqlType.varbinary(type.length());
      case IMAGE -> SqlType.varbinary(SqlType.MAX);
      default -> varying(type);
    };
  }

  private static SqlType widest(List<SqlType> types, int limit) {
    boolean unicode = types.stream().anyMatch(t -> t.base().isUnicode());
    boolean max =
        types.stream().anyMatch(t -> t.isMax() || t.base() == Base.TEXT || t.base() == Base.NTEXT);
    if (types.getFirst().base() == Base.VARBINARY || types.getFirst().base() == Base.BINARY) {
      return SqlType.varbinary(max ? SqlType.MAX : limit);
    }
    return unicode
        ? SqlType.nvarchar(max ? SqlType.MAX : limit / 2)
        : SqlType.varchar(max ? SqlType.MAX : limit);
  }

  private static SqlType concatenated(List<SqlType> types) {
    boolean unicode = types.stream().anyMatch(t -> t.base().isUnicode());
    int total = 0;
    for (SqlType type : types) {
      if (type.isMax()
          || type.base() == Base.TEXT
          || type.base() == Base.NTEXT
          || type.base() == Base.XML
          || type.base() == Base.JSON) {
        return unicode ? NVARCHAR_MAX : SqlType.varchar(SqlType.MAX);
      }
      total += textLength(type);
    }
    return unicode
        ? SqlType.nvarchar(Math.max(1, Math.min(4000, total)))
        : SqlType.varchar(Math.max(1, Math.min(8000, total)));
  }

  private static SqlType concatenatedWith(List<SqlType> types) {
    SqlType joined = concatenated(types);
    return joined.isMax()
        ? joined
        : SqlType.sized(joined.base(), joined.base() == Base.NVARCHAR ? 4000 : 8000);
  }

  /// How many characters a value has at most once it is text.
  private static int textLength(SqlType type) {
    return switch (type.base()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY -> Math.max(1, type.length());
      case BIT -> 1;
      case TINYINT, SMALLINT, INT -> 12;
      case BIGINT -> 24;
      case DECIMAL, NUMERIC -> 41;
      case SMALLMONEY, MONEY -> 30;
      case REAL, FLOAT -> 32;
      case UNIQUEIDENTIFIER -> 36;
      case NULL -> 0;
      default -> 40;
    };
  }

  private static SqlType dateOrDatetime(SqlType type) {
    return type.base().isTemporal() ? Types.plain(type) : DATETIME;
  }

  private static SqlType offset(SqlType type) {
    return SqlType.scaled(
        Base.DATETIMEOFFSET,
        switch (type.base()) {
          case TIME, DATETIME2, DATETIMEOFFSET -> type.scale();
          case DATETIME -> 3;
          case DATE, SMALLDATETIME -> 0;
          default -> 7;
        });
  }

  /// The types of `@@NAME`.
  static SqlType global(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "@@ROWCOUNT",
          "@@ERROR",
          "@@TRANCOUNT",
          "@@FETCH_STATUS",
          "@@CURSOR_ROWS",
          "@@LOCK_TIMEOUT",
          "@@NESTLEVEL",
          "@@OPTIONS",
          "@@PROCID",
          "@@TEXTSIZE",
          "@@MAX_CONNECTIONS",
          "@@MICROSOFTVERSION",
          "@@CONNECTIONS",
          "@@CPU_BUSY",
          "@@IDLE",
          "@@IO_BUSY",
          "@@PACK_RECEIVED",
          "@@PACK_SENT",
          "@@PACKET_ERRORS",
          "@@TIMETICKS",
          "@@TOTAL_ERRORS",
          "@@TOTAL_READ",
          "@@TOTAL_WRITE" ->
          SqlType.INT;
      case "@@SPID", "@@LANGID" -> SqlType.of(Base.SMALLINT);
      case "@@DATEFIRST", "@@MAX_PRECISION" -> SqlType.of(Base.TINYINT);
      case "@@IDENTITY" -> Types.decimal(38, 0, Base.NUMERIC);
      case "@@VERSION" -> SqlType.nvarchar(300);
      case "@@DBTS" -> SqlType.varbinary(8);
      case "@@SERVERNAME", "@@SERVICENAME", "@@LANGUAGE", "@@REMSERVER" -> SYSNAME;
      default -> SqlType.UNKNOWN;
    };
  }
}
