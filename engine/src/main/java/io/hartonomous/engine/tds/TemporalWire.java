package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// date, time, datetime2 and datetimeoffset.
///
/// Units: a date is days since 0001-01-01 in 3 bytes; a time is 10^-scale seconds since midnight in
/// 3 to 5 bytes; a datetimeoffset is date and time in UTC, then the offset in minutes.
record TemporalWire(SqlType type) implements WireType {
  static final int DATEN = 0x28;
  static final int TIMEN = 0x29;
  static final int DATETIME2N = 0x2A;
  static final int DATETIMEOFFSETN = 0x2B;
  private static final long DAY_ONE = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay() - DAY_ONE;
  private static final long[] NANOS_OF_SCALE = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100
  };

  static int token(SqlType.Base base) {
    return switch (base) {
      case DATE -> DATEN;
      case TIME -> TIMEN;
      case DATETIME2 -> DATETIME2N;
      case DATETIMEOFFSET -> DATETIMEOFFSETN;
      default -> throw new IllegalArgumentException("no date or time: " + base);
    };
  }

  static int timeSize(int scale) {
    return scale <= 2 ? 3 : scale <= 4 ? 4 : 5;
  }

  static int size(SqlType type) {
    return switch (type.base()) {
      case DATE -> 3;
      case TIME -> timeSize(type.scale());
      case DATETIME2 -> timeSize(type.scale()) + 3;
      default -> timeSize(type.scale()) + 5;
    };
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(token(type.base()));
    if (type.base() != SqlType.Base.DATE) {
      out.u8(type.scale());
    }
  }

  @Override
  public int nullSize() {
    return 1;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value == null) {
      out.u8(0);
    } else {
      out.u8(size(type));
      writeBody(out, type, value);
    }
  }

  static void writeBody(TdsWriter out, SqlType type, Object value) {
    switch (type.base()) {
      case DATE -> date(out, (LocalDate) value);
      case TIME -> time(out, (LocalTime) value, type.scale());
      case DATETIME2 -> {
        LocalDateTime both = (LocalDateTime) value;
        time(out, both.toLocalTime(), type.scale());
        date(out, both.toLocalDate());
      }
      default -> {
        OffsetDateTime local = (OffsetDateTime) value;
        LocalDateTime utc = local.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        time(out, utc.toLocalTime(), type.scale());
        date(out, utc.toLocalDate());
        out.u16(local.getOffset().getTotalSeconds() / 60);
      }
    }
  }

  private static void date(TdsWriter out, LocalDate value) {
    out.unsigned(value.toEpochDay() - DAY_ONE, 3);
  }

  private static void time(TdsWriter out, LocalTime value, int scale) {
    out.unsigned(value.toNanoOfDay() / NANOS_OF_SCALE[scale], timeSize(scale));
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    int length = in.u8();
    return length == 0 ? null : readBody(in, type, length);
  }

  static Object readBody(TdsReader in, SqlType type, int length) throws IOException {
    try {
      return switch (type.base()) {
        case DATE -> date(in);
        case TIME -> time(in, length, type.scale());
        case DATETIME2 -> {
          LocalTime time = time(in, length - 3, type.scale());
          yield LocalDateTime.of(date(in), time);
        }
        default -> {
          LocalTime time = time(in, length - 5, type.scale());
          LocalDate date = date(in);
          ZoneOffset offset = ZoneOffset.ofTotalSeconds(in.i16() * 60);
          yield LocalDateTime.of(date, time).atOffset(ZoneOffset.UTC).withOffsetSameInstant(offset);
        }
      };
    } catch (DateTimeException e) {
      throw new ProtocolException("a date or time out of range: " + e.getMessage());
    }
  }

  private static LocalDate date(TdsReader in) throws IOException {
    long days = in.unsigned(3);
    if (days > LAST_DAY) {
      throw new ProtocolException("a date of day " + days);
    }
    return LocalDate.ofEpochDay(DAY_ONE + days);
  }

  private static LocalTime time(TdsReader in, int size, int scale) throws IOException {
    if (size < 3 || size > 5) {
      throw new ProtocolException("a time of " + size + " bytes");
    }
    return LocalTime.ofNanoOfDay(in.unsigned(size) * NANOS_OF_SCALE[scale]);
  }

  static TemporalWire read(TdsReader in, int token) throws IOException {
    int scale = token == DATEN ? 0 : in.u8();
    if (scale > 7) {
      throw new ProtocolException("a time of scale " + scale);
    }
    return new TemporalWire(
        switch (token) {
          case DATEN -> SqlType.of(SqlType.Base.DATE);
          case TIMEN -> SqlType.scaled(SqlType.Base.TIME, scale);
          case DATETIME2N -> SqlType.scaled(SqlType.Base.DATETIME2, scale);
          default -> SqlType.scaled(SqlType.Base.DATETIMEOFFSET, scale);
        });
  }
}
