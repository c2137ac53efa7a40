package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.translate.DateFunctionSql;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.FunctionCall;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Date and time functions: the twin of `DateFunctionSql`.
final class DateFunctions {
  static final Set<String> NAMES =
      Set.of(
          "GETDATE",
          "GETUTCDATE",
          "SYSDATETIME",
          "SYSUTCDATETIME",
          "SYSDATETIMEOFFSET",
          "DATEADD",
          "DATEDIFF",
          "DATEDIFF_BIG",
          "DATEPART",
          "DATENAME",
          "YEAR",
          "MONTH",
          "DAY",
          "EOMONTH",
          "DATEFROMPARTS");
  private static final SqlType DATETIME2 = SqlType.scaled(Base.DATETIME2, 7);

  private final Evaluator evaluator;
  private final EvaluationContext context;

  DateFunctions(Evaluator evaluator, EvaluationContext context) {
    this.evaluator = evaluator;
    this.context = context;
  }

  Object now(String name) {
    // PostgreSQL keeps microseconds: a time of the clock must be no finer, so that it compares with
    // times from there.
    LocalDateTime utc =
        LocalDateTime.ofInstant(context.now(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    ZoneId zone = context.zone();
    LocalDateTime local =
        LocalDateTime.ofInstant(context.now(), zone).truncatedTo(ChronoUnit.MICROS);
    return switch (name) {
      case "GETDATE" -> TemporalConversions.datetime(local);
      case "GETUTCDATE" -> TemporalConversions.datetime(utc);
      case "SYSDATETIME" -> local;
      case "SYSUTCDATETIME" -> utc;
      default -> local.atOffset(zone.getRules().getOffset(context.now()));
    };
  }

  Object call(String name, FunctionCall call) {
    List<Expression> a = call.arguments();
    return switch (name) {
      case "GETDATE", "GETUTCDATE", "SYSDATETIME", "SYSUTCDATETIME", "SYSDATETIMEOFFSET" ->
          now(name);
      case "YEAR", "MONTH", "DAY" -> {
        LocalDateTime t = local(a.getFirst());
        yield t == null ? null : (Object) part(name.toLowerCase(Locale.ROOT), t);
      }
      case "DATEPART" -> {
        String part = part(a.getFirst());
        LocalDateTime t = local(a.get(1));
        yield t == null
            ? null
            : part.equals("tzoffset") ? tzOffset(a.get(1)) : (Object) part(part, t);
      }
      case "DATENAME" -> {
        String part = part(a.getFirst());
        LocalDateTime t = local(a.get(1));
        if (t == null) {
          yield null;
        }
        yield switch (part) {
          case "month" -> t.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          case "weekday" -> t.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          case "tzoffset" -> DateText.offset(tzOffset(a.get(1)));
          default -> String.valueOf(part(part, t));
        };
      }
      case "DATEADD" -> dateAdd(call);
      case "DATEDIFF", "DATEDIFF_BIG" -> dateDiff(name.equals("DATEDIFF"), a);
      case "EOMONTH" -> {
        LocalDate date = (LocalDate) evaluator.as(a.getFirst(), SqlType.of(Base.DATE));
        Integer n =
            a.size() > 1 ? (Integer) evaluator.as(a.get(1), SqlType.INT) : Integer.valueOf(0);
        yield date == null
            ? null
            : date.plusMonths(n == null ? 0 : n)
                .with(java.time.temporal.TemporalAdjusters.lastDayOfMonth());
      }
      default -> {
        Integer y = (Integer) evaluator.as(a.get(0), SqlType.INT);
        Integer m = (Integer) evaluator.as(a.get(1), SqlType.INT);
        Integer d = (Integer) evaluator.as(a.get(2), SqlType.INT);
        if (y == null || m == null || d == null) {
          yield null;
        }
        try {
          if (y < 1 || y > 9999) {
            throw SqlError.of(289, "date");
          }
          yield LocalDate.of(y, m, d);
        } catch (DateTimeException e) {
          throw SqlError.of(289, "date");
        }
      }
    };
  }

  private static String part(Expression expression) {
    String word =
        switch (expression) {
          case Expression.DatePart p -> p.word();
          case Expression.ColumnReference c -> c.name().object().value();
          default -> "";
        };
    String part = DateFunctionSql.part(word);
    if (part == null) {
      throw SqlError.of(155, word);
    }
    return part;
  }

  private LocalDateTime local(Expression argument) {
    SqlType type = evaluator.type(argument);
    Object value = evaluator.compute(argument);
    if (value == null) {
      return null;
    }
    if (!type.base().isTemporal()) {
      return (LocalDateTime)
          Conversions.convert(
              value, type, type.base().isNumeric() ? SqlType.of(Base.DATETIME) : DATETIME2, -1);
    }
    return TemporalConversions.local(value, type, DATETIME2);
  }

  private int tzOffset(Expression argument) {
    OffsetDateTime value =
        (OffsetDateTime) evaluator.as(argument, SqlType.scaled(Base.DATETIMEOFFSET, 7));
    return value.getOffset().getTotalSeconds() / 60;
  }

  /// Under DATEFIRST 7.
  private static int part(String part, LocalDateTime t) {
    return switch (part) {
      case "year" -> t.getYear();
      case "quarter" -> t.get(IsoFields.QUARTER_OF_YEAR);
      case "month" -> t.getMonthValue();
      case "dayofyear" -> t.getDayOfYear();
      case "day" -> t.getDayOfMonth();
      case "week" ->
          (t.getDayOfYear() - 1 + t.withDayOfYear(1).getDayOfWeek().getValue() % 7) / 7 + 1;
      case "weekday" -> t.getDayOfWeek().getValue() % 7 + 1;
      case "hour" -> t.getHour();
      case "minute" -> t.getMinute();
      case "second" -> t.getSecond();
      case "millisecond" -> t.getNano() / 1_000_000;
      case "microsecond" -> t.getNano() / 1_000;
      case "nanosecond" -> t.getNano();
      default -> t.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    };
  }

  private Object dateAdd(FunctionCall call) {
    List<Expression> a = call.arguments();
    String part = part(a.getFirst());
    SqlType type = evaluator.type(call);
    SqlType numberType =
        evaluator.type(a.get(1)).base() == Base.BIGINT ? SqlType.BIGINT : SqlType.INT;
    Object number = evaluator.as(a.get(1), numberType);
    Object value =
        evaluator.type(a.get(2)).base().isTemporal()
            ? evaluator.compute(a.get(2))
            : evaluator.as(a.get(2), SqlType.of(Base.DATETIME));
    if (number == null || value == null) {
      return null;
    }
    boolean time =
        switch (part) {
          case "hour", "minute", "second", "millisecond", "microsecond", "nanosecond" -> true;
          default -> false;
        };
    if (type.base() == Base.DATE && time || type.base() == Base.TIME && !time) {
      throw SqlError.of(9810, part, "DATEADD", type.base().name().toLowerCase(Locale.ROOT));
    }
    LocalDateTime from = TemporalConversions.local(value, type, type);
    long n = ((Number) number).longValue();
    LocalDateTime sum;
    try {
      sum =
          switch (part) {
            case "year" -> from.plusYears(n);
            case "quarter" -> from.plusMonths(Math.multiplyExact(n, 3));
            case "month" -> from.plusMonths(n);
            case "week" -> from.plusWeeks(n);
            case "day", "dayofyear", "weekday" -> from.plusDays(n);
            case "hour" -> from.plusHours(n);
            case "minute" -> from.plusMinutes(n);
            case "second" -> from.plusSeconds(n);
            case "millisecond" -> from.plus(n, ChronoUnit.MILLIS);
            case "microsecond" -> from.plus(n, ChronoUnit.MICROS);
            case "nanosecond" -> from.plus(n / 1000, ChronoUnit.MICROS);
            default -> throw SqlError.of(9806, part, "DATEADD");
          };
    } catch (DateTimeException | ArithmeticException e) {
      throw SqlError.of(517, "datetime2");
    }
    if (type.base() != Base.TIME && (sum.getYear() < 1 || sum.getYear() > 9999)) {
      throw SqlError.of(517, "datetime2");
    }
    return switch (type.base()) {
      case DATE -> sum.toLocalDate();
      case TIME -> sum.toLocalTime();
      case DATETIME -> TemporalConversions.datetime(sum);
      case SMALLDATETIME -> time ? TemporalConversions.smallDatetime(sum) : sum;
      case DATETIMEOFFSET -> sum.atOffset(((OffsetDateTime) value).getOffset());
      default -> sum;
    };
  }

  private Object dateDiff(boolean narrow, List<Expression> a) {
    String part = part(a.getFirst());
    LocalDateTime first = instant(a.get(1));
    LocalDateTime second = instant(a.get(2));
    if (first == null || second == null) {
      return null;
    }
    long difference =
        switch (part) {
          case "year" -> second.getYear() - first.getYear();
          case "quarter" ->
              4L * (second.getYear() - first.getYear())
                  + part("quarter", second)
                  - part("quarter", first);
          case "month" ->
              12L * (second.getYear() - first.getYear())
                  + second.getMonthValue()
                  - first.getMonthValue();
          case "day", "dayofyear", "weekday" ->
              second.toLocalDate().toEpochDay() - first.toLocalDate().toEpochDay();
          // 1970-01-04 was a Sunday.
          case "week" ->
              Math.floorDiv(second.toLocalDate().toEpochDay() - 3, 7)
                  - Math.floorDiv(first.toLocalDate().toEpochDay() - 3, 7);
          case "hour" -> between(first, second, ChronoUnit.HOURS);
          case "minute" -> between(first, second, ChronoUnit.MINUTES);
          case "second" -> between(first, second, ChronoUnit.SECONDS);
          case "millisecond" -> between(first, second, ChronoUnit.MILLIS);
          case "microsecond" -> between(first, second, ChronoUnit.MICROS);
          case "nanosecond" -> ChronoUnit.MICROS.between(first, second) * 1000;
          default -> throw SqlError.of(9806, part, "DATEDIFF");
        };
    if (narrow && difference != (int) difference) {
      throw SqlError.of(535);
    }
    return narrow ? (Object) (int) difference : (Object) difference;
  }

  private static long between(LocalDateTime first, LocalDateTime second, ChronoUnit unit) {
    return unit.between(first.truncatedTo(unit), second.truncatedTo(unit));
  }

  /// In UTC where an offset is given.
  private LocalDateTime instant(Expression argument) {
    Object value = evaluator.compute(argument);
    return value instanceof OffsetDateTime o
        ? o.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : local(argument);
  }
}
