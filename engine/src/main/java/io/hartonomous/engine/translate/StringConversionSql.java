package io.hartonomous.engine.translate;

import io.hartonomous.bind.Types;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;

/// Conversions to character types.
final class StringConversionSql {
  private static final int DEFAULT_LENGTH = 30;

  private StringConversionSql() {}

  static String string(
      ConversionSql conversions,
      String sql,
      SqlType from,
      SqlType to,
      int style,
      Collation collation) {
    boolean unicode = to.base().isUnicode();
    boolean fixed = to.base() == Base.CHAR || to.base() == Base.NCHAR;
    int n =
        to.base() == Base.TEXT || to.base() == Base.NTEXT
            ? SqlType.MAX
            : to.length() == 0 ? DEFAULT_LENGTH : to.length();
    String text;
    int longest;
    switch (from.base()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT, XML, JSON -> {
        text = from.base().isUnicode() && !unicode ? "hn.cp1252_text(" + sql + ")" : sql;
        longest =
            from.base() == Base.CHAR
                    || from.base() == Base.VARCHAR
                    || from.base() == Base.NCHAR
                    || from.base() == Base.NVARCHAR
                ? from.length()
                : SqlType.MAX;
      }
      case BIT, TINYINT, SMALLINT, INT, BIGINT -> {
        text = "(" + sql + ")::text::hn.str";
        longest =
            switch (from.base()) {
              case BIT -> 1;
              case TINYINT -> 3;
              case SMALLINT -> 6;
              case INT -> 11;
              default -> 20;
            };
        if (n != SqlType.MAX && n < longest) {
          text =
              "hn.integer_text(("
                  + sql
                  + ")::int8,"
                  + n
                  + ","
                  + (!unicode && from.base() != Base.BIGINT)
                  + ","
                  + PgNames.literal(ConversionSql.name(to))
                  + ")";
          longest = n;
        }
      }
      case DECIMAL, NUMERIC -> {
        text = "round(" + sql + "," + from.scale() + ")::text::hn.str";
        longest = PgTypes.precision(from) + 3;
        if (n != SqlType.MAX && n < longest) {
          text =
              "hn.number_text("
                  + text
                  + ","
                  + n
                  + ","
                  + PgNames.literal(ConversionSql.name(to))
                  + ")";
          longest = n;
        }
      }
      case MONEY, SMALLMONEY -> {
        text = "hn.money_text(" + sql + "," + Math.max(0, style) + ")";
        longest = 30;
      }
      case FLOAT, REAL -> {
        text =
            "hn.float_text(("
                + sql
                + ")::float8,"
                + Math.max(0, style)
                + ","
                + (from.base() == Base.REAL ? 24 : 53)
                + ")";
        longest = 30;
      }
      case DATE, TIME, SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET -> {
        text = date(sql, from, style);
        longest = SqlType.MAX;
      }
      case UNIQUEIDENTIFIER -> {
        if (n != SqlType.MAX && n < 36) {
          throw SqlError.of(529, from.sql(), to.sql());
        }
        text = "hn.guid_text(" + sql + ")";
        longest = 36;
      }
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> {
        text =
            style == 1 || style == 2
                ? "hn.hex_text(" + sql + "," + (style == 1) + ")"
                : (unicode ? "hn.from_utf16(" : "hn.from_cp1252(") + sql + ")";
        longest = SqlType.MAX;
      }
      case VECTOR -> {
        text = "hn.vector_text(" + sql + ")";
        longest = SqlType.MAX;
      }
      default -> throw SqlError.unsupported("conversion from " + from.sql() + " to " + to.sql());
    }
    if (n != SqlType.MAX) {
      boolean sameFixed =
          fixed && (from.base() == Base.CHAR || from.base() == Base.NCHAR) && from.length() == n;
      if (fixed && !sameFixed) {
        text = "hn.pad(" + text + "," + n + ")";
      } else if (!fixed && (longest == SqlType.MAX || longest > n)) {
        text = "hn.cut(" + text + "," + n + ")";
      }
    }
    // A conversion to an explicit collation, or from a value that carries another than its new
    // place.
    String wanted = PgTypes.domain(to, collation);
    boolean carries = from.base().isCharacter() && PgTypes.domain(from, collation).equals(wanted);
    return carries || !from.base().isCharacter() && wanted.equals("hn.str")
        ? text
        : "(" + text + ")::" + wanted;
  }

  static String date(String sql, SqlType from, int style) {
    int wanted = style;
    if (style == ConversionSql.NO_STYLE) {
      wanted = from.base() == Base.DATETIME || from.base() == Base.SMALLDATETIME ? 0 : 121;
    }
    int digits =
        switch (from.base()) {
          case DATE, SMALLDATETIME -> 0;
          case DATETIME -> 3;
          default -> from.scale();
        };
    String kind =
        switch (from.base()) {
          case DATE -> "date";
          case TIME -> "time";
          case DATETIME, SMALLDATETIME -> "datetime";
          default -> "datetime2";
        };
    // SQL Server shows three digits for smalldatetime in the styles that have a fraction.
    int shown = from.base() == Base.SMALLDATETIME ? 3 : digits;
    boolean zulu = from.base() == Base.DATETIMEOFFSET && wanted == 127;
    String local = zulu ? "(" + sql + ").utc" : ConversionSql.local(sql, from);
    String minutes =
        from.base() == Base.DATETIMEOFFSET && wanted != 0 && wanted != 100
            ? "(" + sql + ").minutes"
            : "NULL";
    return "hn.date_text("
        + local
        + ","
        + wanted
        + ","
        + shown
        + ",'"
        + kind
        + "',"
        + minutes
        + ")";
  }

  /// How many characters a value has as text, at most; MAX where there is no limit.
  static int width(SqlType type) {
    return switch (type.base()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR -> type.length();
      case TEXT, NTEXT, XML, JSON -> SqlType.MAX;
      case DECIMAL, NUMERIC -> Types.precisionOf(type) + 3;
      default -> 40;
    };
  }
}
