package io.hartonomous.engine.translate;

import java.util.Set;

/// The table of built-in functions by where they are computed: in Java, from the session, from the
/// catalog. All others are PostgreSQL's alone.
public final class FunctionPlaces {
  /// Cheap ones that the evaluator computes in Java where no query is at hand.
  private static final Set<String> JAVA =
      Set.of(
          "ISNULL",
          "CHOOSE",
          "NEWID",
          "LEN",
          "UPPER",
          "LOWER",
          "LTRIM",
          "RTRIM",
          "SUBSTRING",
          "REPLACE",
          "CHARINDEX",
          "REPLICATE",
          "SPACE",
          "STUFF",
          "REVERSE",
          "QUOTENAME",
          "CONCAT",
          "CONCAT_WS",
          "CHAR",
          "NCHAR",
          "ASCII",
          "UNICODE",
          "ABS",
          "SIGN",
          "CEILING",
          "FLOOR",
          "ROUND",
          "SQRT",
          "SQUARE",
          "RAND",
          "PI");

  /// What only the session knows: passed in as a parameter. Arguments must be constants.
  private static final Set<String> SESSION =
      Set.of(
          "SCOPE_IDENTITY",
          "ERROR_NUMBER",
          "ERROR_MESSAGE",
          "ERROR_SEVERITY",
          "ERROR_STATE",
          "ERROR_LINE",
          "ERROR_PROCEDURE",
          "XACT_STATE",
          "SUSER_NAME",
          "SUSER_SNAME",
          "SUSER_ID",
          "SUSER_SID",
          "USER_NAME",
          "USER_ID",
          "USER",
          "ORIGINAL_LOGIN",
          "ORIGINAL_DB_NAME",
          "SYSTEM_USER",
          "SESSION_USER",
          "CURRENT_USER",
          "HOST_NAME",
          "APP_NAME",
          "HOST_ID",
          "ROWCOUNT_BIG",
          "TRIGGER_NESTLEVEL",
          "CONTEXT_INFO",
          "SESSION_CONTEXT",
          "SERVERPROPERTY",
          "CONNECTIONPROPERTY",
          "SESSIONPROPERTY",
          "DATABASEPROPERTYEX",
          "CURRENT_TRANSACTION_ID",
          "CURRENT_REQUEST_ID",
          "GETANSINULL",
          "COLUMNS_UPDATED",
          "IS_MEMBER",
          "IS_ROLEMEMBER",
          "IS_SRVROLEMEMBER",
          "HAS_DBACCESS",
          "DATABASE_PRINCIPAL_ID",
          "CURSOR_STATUS",
          "APPLOCK_MODE",
          "APPLOCK_TEST",
          "EVENTDATA",
          "CURRENT_TIMEZONE",
          "CURRENT_TIMEZONE_ID");

  /// Functions of the catalog, written by the catalog's part of `hn` under their own names.
  private static final Set<String> CATALOG =
      Set.of(
          "HAS_PERMS_BY_NAME",
          "OBJECT_ID",
          "OBJECT_NAME",
          "OBJECT_SCHEMA_NAME",
          "OBJECT_DEFINITION",
          "OBJECTPROPERTY",
          "OBJECTPROPERTYEX",
          "COLUMNPROPERTY",
          "COL_NAME",
          "COL_LENGTH",
          "TYPE_ID",
          "TYPE_NAME",
          "TYPEPROPERTY",
          "SCHEMA_ID",
          "SCHEMA_NAME",
          "DB_ID",
          "DB_NAME",
          "INDEXPROPERTY",
          "INDEX_COL",
          "INDEXKEY_PROPERTY",
          "IDENT_CURRENT",
          "IDENT_SEED",
          "IDENT_INCR",
          "STATS_DATE",
          "FILEGROUP_NAME",
          "FILE_NAME",
          "FULLTEXTSERVICEPROPERTY",
          "FILEGROUP_ID",
          "SQL_VARIANT_PROPERTY",
          "XML_SCHEMA_NAMESPACE",
          "LOGINPROPERTY",
          "FILE_ID");

  /// Those of the session that a query may ask about its rows: then the catalog's part answers.
  private static final Set<String> BOTH =
      Set.of(
          "DATABASEPROPERTYEX",
          "USER_NAME",
          "USER_ID",
          "DATABASE_PRINCIPAL_ID",
          "IS_MEMBER",
          "IS_ROLEMEMBER",
          "IS_SRVROLEMEMBER",
          "SUSER_SNAME");

  private FunctionPlaces() {}

  public static boolean isOfJava(String name) {
    return JAVA.contains(name);
  }

  public static boolean isOfSession(String name) {
    return SESSION.contains(name);
  }

  static boolean isOfCatalog(String name) {
    return CATALOG.contains(name);
  }

  static boolean isOfBoth(String name) {
    return BOTH.contains(name);
  }
}
