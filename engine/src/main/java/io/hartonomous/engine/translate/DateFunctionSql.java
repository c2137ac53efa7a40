package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.FunctionCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Date and time functions. Source: Microsoft Learn, "Date and time data types and functions
/// (Transact-SQL)".
public final class DateFunctionSql {
  private static final SqlType DATETIME2 = SqlType.scaled(Base.DATETIME2, 7);

  private DateFunctionSql() {}

  static Optional<String> write(ExpressionSql e, String name, FunctionCall call) {
    return Optional.ofNullable(sql(e, name, call));
  }

  /// The full name of a date part by any of its names; null for none.
  public static String part(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "year", "yy", "yyyy" -> "year";
      case "quarter", "qq", "q" -> "quarter";
      case "month", "mm", "m" -> "month";
      case "dayofyear", "dy", "y" -> "dayofyear";
      case "day", "dd", "d" -> "day";
      case "week", "wk", "ww" -> "week";
      case "weekday", "dw", "w" -> "weekday";
      case "hour", "hh" -> "hour";
      case "minute", "mi", "n" -> "minute";
      case "second", "ss", "s" -> "second";
      case "millisecond", "ms" -> "millisecond";
      case "microsecond", "mcs" -> "microsecond";
      case "nanosecond", "ns" -> "nanosecond";
      case "tzoffset", "tz" -> "tzoffset";
      case "iso_week", "isowk", "isoww" -> "iso_week";
      default -> null;
    };
  }

  static String part(Expression expression) {
    String word =
        switch (expression) {
          case Expression.DatePart p -> p.word();
          case Expression.ColumnReference c -> c.name().object().value();
          default -> "";
        };
    String part = part(word);
    if (part == null) {
      throw SqlError.of(155, word);
    }
    return part;
  }

  /// The argument as a local timestamp; a string is read as datetime2, which takes what datetime
  /// takes.
  private static String local(ExpressionSql e, Expression argument) {
    SqlType type = e.type(argument);
    if (type.base().isTemporal()) {
      return ConversionSql.local(e.value(argument), type);
    }
    return e.value(argument, type.base().isNumeric() ? SqlType.of(Base.DATETIME) : DATETIME2);
  }

  private static String sql(ExpressionSql e, String name, FunctionCall call) {
    List<Expression> a = call.arguments();
    return switch (name) {
      case "GETDATE" -> "hn.getdate()";
      case "GETUTCDATE" -> "hn.getutcdate()";
      case "SYSDATETIME" -> "hn.sysdatetime()";
      case "SYSUTCDATETIME" -> "hn.sysutcdatetime()";
      case "SYSDATETIMEOFFSET" -> "hn.sysdatetimeoffset()";
      case "CURRENT_TIMESTAMP" -> "hn.getdate()";
      case "YEAR", "MONTH", "DAY" ->
          "hn.datepart('" + name.toLowerCase(Locale.ROOT) + "', " + local(e, a.getFirst()) + ")";
      case "DATEPART" -> {
        String part = part(a.getFirst());
        yield part.equals("tzoffset")
            ? "(" + e.value(a.get(1), SqlType.scaled(Base.DATETIMEOFFSET, 7)) + ").minutes::int4"
            : "hn.datepart('" + part + "', " + local(e, a.get(1)) + ")";
      }
      case "DATENAME" -> {
        String part = part(a.getFirst());
        yield part.equals("tzoffset")
            ? "hn.offset_text(("
                + e.value(a.get(1), SqlType.scaled(Base.DATETIMEOFFSET, 7))
                + ").minutes)::hn.str"
            : "hn.datename('" + part + "', " + local(e, a.get(1)) + ")";
      }
      case "DATEADD" -> dateAdd(e, call);
      case "DATEDIFF", "DATEDIFF_BIG" -> {
        String part = part(a.getFirst());
        if (part.equals("dayofyear") || part.equals("weekday")) {
          part = "day";
        }
        if (part.equals("iso_week") || part.equals("tzoffset")) {
          throw SqlError.of(9806, part, "DATEDIFF");
        }
        String sql =
            "hn.datediff('"
                + part
                + "', "
                + instant(e, a.get(1))
                + ", "
                + instant(e, a.get(2))
                + ")";
        yield name.equals("DATEDIFF") ? "hn.datediff_int(" + sql + ")" : sql;
      }
      case "EOMONTH" ->
          "hn.eomonth("
              + e.value(a.getFirst(), SqlType.of(Base.DATE))
              + ", "
              + (a.size() > 1 ? e.integer(a.get(1)) : "0")
              + ")";
      case "DATEFROMPARTS" -> "hn.datefromparts(" + integers(e, a) + ")";
      case "TIMEFROMPARTS" -> "hn.timefromparts(" + integers(e, a) + ")";
      case "DATETIME2FROMPARTS" -> "hn.datetime2fromparts(" + integers(e, a) + ")";
      case "DATETIMEFROMPARTS" ->
          "hn.to_datetime(hn.datetime2fromparts(" + integers(e, a) + ", 3))";
      case "SMALLDATETIMEFROMPARTS" -> "hn.datetime2fromparts(" + integers(e, a) + ", 0, 0, 0)";
      case "DATETRUNC" -> {
        SqlType type = e.type(call);
        String part = part(a.getFirst());
        String truncated = "hn.datetrunc('" + part + "', " + local(e, a.get(1)) + ")";
        yield switch (type.base()) {
          case DATE -> "(" + truncated + ")::date";
          case TIME -> "(" + truncated + ")::time";
          case DATETIMEOFFSET -> throw SqlError.unsupported("DATETRUNC of datetimeoffset");
          default -> truncated;
        };
      }
      case "ISDATE" ->
          "CASE WHEN "
              + e.emission.conversions.convert(
                  e.text(a.getFirst()),
                  SqlType.nvarchar(4000),
                  SqlType.of(Base.DATETIME),
                  ConversionSql.NO_STYLE,
                  true)
              + " IS NULL THEN 0 ELSE 1 END";
      case "SWITCHOFFSET" -> {
        String value = e.value(a.getFirst(), SqlType.scaled(Base.DATETIMEOFFSET, 7));
        yield "ROW((" + value + ").utc, " + minutes(e, a.get(1)) + ")::hn.datetimeoffset";
      }
      case "TODATETIMEOFFSET" ->
          "hn.to_datetimeoffset(" + local(e, a.getFirst()) + ", " + minutes(e, a.get(1)) + ")";
      case "DATE_BUCKET", "DATETIMEOFFSETFROMPARTS" ->
          throw SqlError.unsupported("the function " + name);
      default -> null;
    };
  }

  private static String minutes(ExpressionSql e, Expression argument) {
    return e.type(argument).base().isCharacter()
        ? "hn.offset_minutes(" + e.text(argument) + ")"
        : e.integer(argument);
  }

  /// DATEDIFF counts in UTC where an offset is given.
  private static String instant(ExpressionSql e, Expression argument) {
    return e.type(argument).base() == Base.DATETIMEOFFSET
        ? "(" + e.value(argument) + ").utc"
        : local(e, argument);
  }

  private static String integers(ExpressionSql e, List<Expression> a) {
    return String.join(", ", a.stream().map(e::integer).toList());
  }

  private static String dateAdd(ExpressionSql e, FunctionCall call) {
    List<Expression> a = call.arguments();
    String part = part(a.getFirst());
    if (part.equals("dayofyear") || part.equals("weekday")) {
      part = "day";
    }
    if (part.equals("iso_week") || part.equals("tzoffset")) {
      throw SqlError.of(9806, part, "DATEADD");
    }
    SqlType type = e.type(call);
    SqlType number = e.type(a.get(1)).base() == Base.BIGINT ? SqlType.BIGINT : SqlType.INT;
    String n = e.value(a.get(1), number);
    SqlType from = e.type(a.get(2));
    String value =
        from.base().isTemporal() ? e.value(a.get(2)) : e.value(a.get(2), SqlType.of(Base.DATETIME));
    boolean timePart =
        switch (part) {
          case "hour", "minute", "second", "millisecond", "microsecond", "nanosecond" -> true;
          default -> false;
        };
    if (type.base() == Base.DATE && timePart) {
      throw SqlError.of(9810, part, "DATEADD", "date");
    }
    if (type.base() == Base.TIME && !timePart) {
      throw SqlError.of(9810, part, "DATEADD", "time");
    }
    String stamp =
        ConversionSql.local(value, from.base().isTemporal() ? from : SqlType.of(Base.DATETIME));
    String sum =
        part.equals("day")
            ? "hn.dateadd_days((" + n + ")::int8, " + stamp + ")"
            : "hn.dateadd('" + part + "', " + n + ", " + stamp + ")";
    return switch (type.base()) {
      case DATE -> "(" + sum + ")::date";
      case TIME -> "(" + sum + ")::time";
      case DATETIME -> timePart ? "hn.to_datetime(" + sum + ")" : sum;
      case SMALLDATETIME -> timePart ? "hn.to_smalldatetime(" + sum + ")" : sum;
      case DATETIMEOFFSET -> "hn.to_datetimeoffset(" + sum + ", (" + value + ").minutes)";
      default -> sum;
    };
  }
}
