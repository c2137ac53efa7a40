package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Conversions to dates and times.
final class TemporalConversions {
  private static final long[] STEP = {
    1_000_000_000L, 100_000_000L, 10_000_000L, 1_000_000L, 100_000L, 10_000L, 1_000L, 1_000L
  };

  private TemporalConversions() {}

  static Object convert(Object value, SqlType from, SqlType to, int style) {
    Base target = to.base();
    if (value instanceof String text) {
      return parse(text, from, to, Math.max(0, style));
    }
    if (value instanceof Number || value instanceof Boolean) {
      if (target != Base.DATETIME && target != Base.SMALLDATETIME) {
        throw Conversions.refused(from, to);
      }
      double days =
          value instanceof BigDecimal d
              ? d.doubleValue()
              : value instanceof Boolean b ? b ? 1 : 0 : ((Number) value).doubleValue();
      LocalDateTime time =
          Conversions.epoch()
              .plus(Duration.of(Math.round(days * 86_400_000_000L), ChronoUnit.MICROS));
      return target == Base.DATETIME ? datetime(time) : smallDatetime(time);
    }
    LocalDateTime local = local(value, from, to);
    return switch (target) {
      case DATE -> {
        if (value instanceof LocalTime) {
          throw Conversions.refused(from, to);
        }
        yield local.toLocalDate();
      }
      case TIME -> {
        if (value instanceof LocalDate) {
          throw Conversions.refused(from, to);
        }
        yield round(local, to.scale()).toLocalTime();
      }
      case DATETIME -> datetime(local);
      case SMALLDATETIME -> smallDatetime(local);
      case DATETIME2 -> round(local, to.scale());
      default ->
          value instanceof OffsetDateTime o
              ? round(o.toLocalDateTime(), to.scale()).atOffset(o.getOffset())
              : round(local, to.scale()).atOffset(ZoneOffset.UTC);
    };
  }

  /// The local time of a value; a time of day stands at 1900-01-01.
  static LocalDateTime local(Object value, SqlType from, SqlType to) {
    return switch (value) {
      case LocalDate d -> d.atStartOfDay();
      case LocalTime t -> LocalDate.of(1900, 1, 1).atTime(t);
      case LocalDateTime t -> t;
      case OffsetDateTime o -> o.toLocalDateTime();
      default -> throw Conversions.refused(from, to);
    };
  }

  static double days(LocalDateTime value) {
    return ChronoUnit.MICROS.between(Conversions.epoch(), value) / 86_400_000_000.0;
  }

  /// To a number of fractional digits; microseconds are the finest that PostgreSQL keeps.
  static LocalDateTime round(LocalDateTime value, int scale) {
    long step = STEP[Math.min(7, scale)];
    long nanos = value.getNano();
    // Microseconds are cut, coarser steps are rounded.
    long rounded = step <= 1_000 ? nanos / 1_000 * 1_000 : (nanos + step / 2) / step * step;
    return value.withNano(0).plusNanos(rounded);
  }

  /// datetime counts 1/300 s.
  static LocalDateTime datetime(LocalDateTime value) {
    if (value.getYear() < 1753 || value.getYear() > 9999) {
      throw SqlError.of(242, "datetime2", "datetime");
    }
    long ticks = Math.round(value.getNano() / 1000 * 300 / 1_000_000.0);
    long millis = Math.round(ticks * 10 / 3.0);
    return value.withNano(0).plus(millis, ChronoUnit.MILLIS);
  }

  static LocalDateTime smallDatetime(LocalDateTime value) {
    LocalDateTime high = LocalDateTime.of(2079, 6, 6, 23, 59, 29, 998_000_000);
    if (value.getYear() < 1900 || value.isAfter(high)) {
      throw SqlError.of(242, "datetime2", "smalldatetime");
    }
    return value.plusNanos(30_001_000_000L).truncatedTo(ChronoUnit.MINUTES);
  }

  private static Object parse(String text, SqlType from, SqlType to, int style) {
    Base target = to.base();
    boolean legacy = target == Base.DATETIME || target == Base.SMALLDATETIME;
    DateText.Parsed parsed = DateText.parse(text, style, legacy);
    int state = parsed.state();
    if (state == 0
        && target == Base.SMALLDATETIME
        && (parsed.value().getYear() < 1900
            || parsed.value().isAfter(LocalDateTime.of(2079, 6, 6, 23, 59, 29, 998_000_000)))) {
      state = 2;
    }
    if (state != 0) {
      throw state == 2 && legacy
          ? SqlError.of(242, Conversions.name(from), Conversions.name(to))
          : target == Base.SMALLDATETIME ? SqlError.of(295) : SqlError.of(241);
    }
    LocalDateTime value = parsed.value();
    return switch (target) {
      case DATE -> value.toLocalDate();
      case TIME -> round(value, to.scale()).toLocalTime();
      case DATETIME -> datetime(value);
      case SMALLDATETIME -> smallDatetime(value);
      case DATETIME2 -> round(value, to.scale());
      default ->
          round(value, to.scale())
              .atOffset(ZoneOffset.ofTotalSeconds(parsed.minutes().orElse(0) * 60));
    };
  }
}
