package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// datetime and smalldatetime.
///
/// Units: datetime is days since 1900-01-01 and 1/300 seconds since midnight; smalldatetime is days
/// and minutes.
record DateTimeWire(SqlType type, boolean fixed) implements WireType {
  static final int DATETIMN = 0x6F;
  private static final long DAY_1900 = LocalDate.of(1900, 1, 1).toEpochDay();
  private static final long TICKS_A_DAY = 24L * 60 * 60 * 300;

  private boolean small() {
    return type.base() == SqlType.Base.SMALLDATETIME;
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    if (fixed) {
      out.u8(small() ? 0x3A : 0x3D);
    } else {
      out.u8(DATETIMN);
      out.u8(small() ? 4 : 8);
    }
  }

  @Override
  public int nullSize() {
    return fixed ? ONLY_IN_BITMAP : 1;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value == null) {
      if (fixed) {
        throw new IllegalArgumentException("NULL has no fixed-length form");
      }
      out.u8(0);
    } else {
      if (!fixed) {
        out.u8(small() ? 4 : 8);
      }
      writeBody(out, type.base(), (LocalDateTime) value);
    }
  }

  static void writeBody(TdsWriter out, SqlType.Base base, LocalDateTime value) {
    long days = value.toLocalDate().toEpochDay() - DAY_1900;
    if (base == SqlType.Base.SMALLDATETIME) {
      out.u16((int) days);
      out.u16(value.getHour() * 60 + value.getMinute());
      return;
    }
    // A tick is 3 1/3 ms, so the milliseconds of a datetime are rounded; the value comes in as .003
    // or .007.
    long ticks = (value.toLocalTime().toNanoOfDay() * 3 + 5_000_000) / 10_000_000;
    if (ticks == TICKS_A_DAY) {
      ticks = 0;
      days++;
    }
    out.i32((int) days);
    out.i32((int) ticks);
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    int length = fixed ? small() ? 4 : 8 : in.u8();
    return switch (length) {
      case 0 -> null;
      case 4 -> readBody(in, SqlType.Base.SMALLDATETIME);
      case 8 -> readBody(in, SqlType.Base.DATETIME);
      default -> throw new ProtocolException("a datetime of " + length + " bytes");
    };
  }

  static LocalDateTime readBody(TdsReader in, SqlType.Base base) throws IOException {
    if (base == SqlType.Base.SMALLDATETIME) {
      int days = in.u16();
      int minutes = in.u16();
      if (minutes >= 24 * 60) {
        throw new ProtocolException("a smalldatetime of minute " + minutes);
      }
      return LocalDateTime.of(
          LocalDate.ofEpochDay(DAY_1900 + days), LocalTime.of(minutes / 60, minutes % 60));
    }
    int days = in.i32();
    long ticks = in.u32();
    if (ticks >= TICKS_A_DAY) {
      throw new ProtocolException("a datetime of tick " + ticks);
    }
    // Shown to three digits, as SQL Server does: tick 1 is .003, tick 2 is .007.
    long millis = (ticks * 10 + 1) / 3;
    return LocalDateTime.of(
        LocalDate.ofEpochDay(DAY_1900 + days), LocalTime.ofNanoOfDay(millis * 1_000_000));
  }
}
