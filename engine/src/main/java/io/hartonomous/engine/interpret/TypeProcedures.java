package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// `sp_datatype_info`: the types of the system.
///
/// Source: Microsoft Learn, "sp_datatype_info"; "Data types (Transact-SQL)" for the limits.
final class TypeProcedures {
  /// One type. `code` is that of ODBC 3, `older` that of ODBC 2. `autoIncrement`, `scale` and
  /// `radix` are null where they do not apply; `scale` is the highest, the lowest is 0 unless
  /// `fixed`.
  private record Type(
      String name,
      int code,
      int older,
      int precision,
      String prefix,
      String suffix,
      String parameters,
      int searchable,
      Integer unsigned,
      int money,
      Integer autoIncrement,
      Integer scale,
      boolean fixed,
      Integer radix,
      int userType) {}

  private static final int LOB = 2147483647;
  private static final List<Type> TYPES =
      List.of(
          number("bit", -7, 1, null, 0, 0, null, 16),
          number("tinyint", -6, 3, 1, 0, 0, 10, 5),
          number("tinyint identity", -6, 3, 1, 1, 0, 10, 5),
          number("smallint", 5, 5, 0, 0, 0, 10, 6),
          number("smallint identity", 5, 5, 0, 1, 0, 10, 6),
          number("int", 4, 10, 0, 0, 0, 10, 7),
          number("int identity", 4, 10, 0, 1, 0, 10, 7),
          number("bigint", -5, 19, 0, 0, 0, 10, 0),
          number("bigint identity", -5, 19, 0, 1, 0, 10, 0),
          number("real", 7, 24, 0, 0, null, 2, 23),
          number("float", 6, 53, 0, 0, null, 2, 8),
          exact("decimal", 3, 0, 24, "precision,scale"),
          exact("decimal() identity", 3, 1, 24, "precision"),
          exact("numeric", 2, 0, 10, "precision,scale"),
          exact("numeric() identity", 2, 1, 10, "precision"),
          new Type("money", 3, 3, 19, "$", null, null, 2, 0, 1, 0, 4, true, 10, 11),
          new Type("smallmoney", 3, 3, 10, "$", null, null, 2, 0, 1, 0, 4, true, 10, 21),
          text("char", 1, 8000, "'", "length", 3, 1),
          text("varchar", 12, 8000, "'", "max length", 3, 2),
          text("text", -1, LOB, "'", null, 1, 19),
          text("nchar", -8, 4000, "N'", "length", 3, 0),
          text("nvarchar", -9, 4000, "N'", "max length", 3, 0),
          text("sysname", -9, 128, "N'", null, 3, 18),
          text("ntext", -10, LOB / 2, "N'", null, 1, 0),
          text("xml", -152, 0, "N'", null, 0, 0),
          binary("binary", -2, 8000, "length", 2, 3),
          binary("varbinary", -3, 8000, "max length", 2, 4),
          binary("timestamp", -2, 8, null, 2, 80),
          binary("image", -4, LOB, null, 0, 20),
          new Type(
              "uniqueidentifier",
              -11,
              -11,
              36,
              "'",
              "'",
              null,
              2,
              null,
              0,
              null,
              null,
              false,
              null,
              0),
          new Type(
              "sql_variant", -150, -150, 8000, null, null, null, 2, null, 0, null, 0, true, 10, 0),
          time("date", 91, -9, 10, null, null),
          time("time", -154, -9, 16, "scale", 7),
          time("datetime2", 93, -9, 27, "scale", 7),
          time("datetimeoffset", -155, -9, 34, "scale", 7),
          new Type("datetime", 93, 11, 23, "'", "'", null, 3, null, 0, null, 3, true, null, 12),
          new Type(
              "smalldatetime", 93, 11, 16, "'", "'", null, 3, null, 0, null, 0, true, null, 22));

  private TypeProcedures() {}

  private static Type number(
      String name,
      int code,
      int precision,
      Integer unsigned,
      Integer auto,
      Integer scale,
      Integer radix,
      int userType) {
    return new Type(
        name, code, code, precision, null, null, null, 2, unsigned, 0, auto, scale, true, radix,
        userType);
  }

  private static Type exact(String name, int code, int auto, int userType, String parameters) {
    return new Type(
        name,
        code,
        code,
        38,
        null,
        null,
        parameters,
        2,
        0,
        0,
        auto,
        auto == 1 ? 0 : 38,
        auto == 1,
        10,
        userType);
  }

  private static Type text(
      String name,
      int code,
      int precision,
      String prefix,
      String parameters,
      int searchable,
      int userType) {
    return new Type(
        name,
        code,
        code,
        precision,
        prefix,
        "'",
        parameters,
        searchable,
        null,
        0,
        null,
        null,
        false,
        null,
        userType);
  }

  private static Type binary(
      String name, int code, int precision, String parameters, int searchable, int userType) {
    return new Type(
        name,
        code,
        code,
        precision,
        "0x",
        null,
        parameters,
        searchable,
        null,
        0,
        null,
        null,
        false,
        null,
        userType);
  }

  private static Type time(
      String name, int code, int older, int precision, String parameters, Integer scale) {
    return new Type(
        name,
        code,
        older,
        precision,
        "'",
        "'",
        parameters,
        3,
        null,
        0,
        null,
        scale,
        false,
        null,
        0);
  }

  private static ResultColumn column(String name, SqlType type) {
    return ResultColumn.of(name, type);
  }

  static int datatypeInfo(SystemCall call) {
    Integer wanted = call.integer(0, "@data_type");
    Integer version = call.integer(1, "@ODBCVer");
    boolean newer = version != null && version >= 3;
    SqlType small = SqlType.of(SqlType.Base.SMALLINT);
    SqlType name = SqlType.SYSNAME;
    SqlType word = SqlType.varchar(32);
    List<ResultColumn> columns =
        List.of(
            column("TYPE_NAME", name),
            column("DATA_TYPE", small),
            column("PRECISION", SqlType.INT),
            column("LITERAL_PREFIX", word),
            column("LITERAL_SUFFIX", word),
            column("CREATE_PARAMS", word),
            column("NULLABLE", small),
            column("CASE_SENSITIVE", small),
            column("SEARCHABLE", small),
            column("UNSIGNED_ATTRIBUTE", small),
            column("MONEY", small),
            column("AUTO_INCREMENT", small),
            column("LOCAL_TYPE_NAME", name),
            column("MINIMUM_SCALE", small),
            column("MAXIMUM_SCALE", small),
            column("SQL_DATA_TYPE", small),
            column("SQL_DATETIME_SUB", small),
            column("NUM_PREC_RADIX", SqlType.INT),
            column("INTERVAL_PRECISION", small),
            column("USERTYPE", small));
    List<Object[]> rows = new ArrayList<>();
    TYPES.stream()
        .sorted(
            Comparator.<Type>comparingInt(t -> newer ? t.code() : t.older())
                .thenComparingInt(t -> t.autoIncrement() == null ? 0 : t.autoIncrement())
                .thenComparingInt(Type::money)
                .thenComparingInt(Type::userType))
        .filter(t -> wanted == null || wanted == 0 || wanted == (newer ? t.code() : t.older()))
        .forEach(t -> rows.add(row(t, newer)));
    call.send(columns, rows);
    return 0;
  }

  private static Object[] row(Type t, boolean newer) {
    int code = newer ? t.code() : t.older();
    boolean date = code == 91 || code == 93 || code == 11;
    boolean identity = t.autoIncrement() != null && t.autoIncrement() == 1;
    return new Object[] {
      t.name(),
      code,
      t.precision(),
      t.prefix(),
      t.suffix(),
      t.parameters(),
      identity || t.name().equals("timestamp") || t.name().equals("sysname") ? 0 : 1,
      0,
      t.searchable(),
      t.unsigned(),
      t.money(),
      t.autoIncrement(),
      t.name(),
      t.scale() == null ? null : t.fixed() ? t.scale() : Integer.valueOf(0),
      t.scale(),
      date ? 9 : code,
      date ? Integer.valueOf(code == 91 ? 1 : 3) : null,
      t.radix(),
      null,
      t.userType()
    };
  }
}
