package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// bit, the integers, real, float, money and smallmoney: BITN, INTN, FLTN, MONEYN and the
/// fixed-length forms of columns that are NOT NULL.
record NumberWire(SqlType type, int token, int size, boolean fixed) implements WireType {
  static final int BITN = 0x68;
  static final int INTN = 0x26;
  static final int FLTN = 0x6D;
  static final int MONEYN = 0x6E;

  @Override
  public void writeTypeInfo(TdsWriter out) {
    if (fixed) {
      out.u8(fixedToken(type.base()));
    } else {
      out.u8(token);
      out.u8(size);
    }
  }

  private static int fixedToken(SqlType.Base base) {
    return switch (base) {
      case TINYINT -> 0x30;
      case BIT -> 0x32;
      case SMALLINT -> 0x34;
      case INT -> 0x38;
      case BIGINT -> 0x7F;
      case REAL -> 0x3B;
      case FLOAT -> 0x3E;
      case MONEY -> 0x3C;
      case SMALLMONEY -> 0x7A;
      default -> throw new IllegalArgumentException("no fixed-length number: " + base);
    };
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
        out.u8(size);
      }
      writeBody(out, type.base(), value);
    }
  }

  static int size(SqlType.Base base) {
    return switch (base) {
      case BIT, TINYINT -> 1;
      case SMALLINT -> 2;
      case INT, REAL, SMALLMONEY -> 4;
      default -> 8;
    };
  }

  static void writeBody(TdsWriter out, SqlType.Base base, Object value) {
    switch (base) {
      case BIT -> out.u8((Boolean) value ? 1 : 0);
      case TINYINT -> out.u8(((Number) value).intValue());
      case SMALLINT -> out.u16(((Number) value).intValue());
      case INT -> out.i32(((Number) value).intValue());
      case BIGINT -> out.i64(((Number) value).longValue());
      case REAL -> out.i32(Float.floatToRawIntBits(((Number) value).floatValue()));
      case FLOAT -> out.i64(Double.doubleToRawLongBits(((Number) value).doubleValue()));
      case SMALLMONEY -> out.i32(Math.toIntExact(tenThousandths(value)));
      case MONEY -> {
        long amount = tenThousandths(value);
        out.i32((int) (amount >> 32));
        out.i32((int) amount);
      }
      default -> throw new IllegalArgumentException("not a number on the wire: " + base);
    }
  }

  private static long tenThousandths(Object value) {
    return ((BigDecimal) value).setScale(4, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    int length = fixed ? size : in.u8();
    return length == 0 ? null : readBody(in, token, length, type.base());
  }

  /// Reads `length` bytes. The length of the value decides, as it may be shorter than the one of
  /// the type.
  private static Object readBody(TdsReader in, int token, int length, SqlType.Base base)
      throws IOException {
    Object value =
        switch (token << 8 | length) {
          case BITN << 8 | 1 -> in.u8() != 0;
          case INTN << 8 | 1 -> in.u8();
          case INTN << 8 | 2 -> in.i16();
          case INTN << 8 | 4 -> in.i32();
          case INTN << 8 | 8 -> in.i64();
          case FLTN << 8 | 4 -> Float.intBitsToFloat(in.i32());
          case FLTN << 8 | 8 -> Double.longBitsToDouble(in.i64());
          case MONEYN << 8 | 4 -> BigDecimal.valueOf(in.i32(), 4);
          case MONEYN << 8 | 8 -> {
            long high = in.i32();
            yield BigDecimal.valueOf(high << 32 | in.u32(), 4);
          }
          default ->
              throw new ProtocolException(
                  "a value of " + length + " bytes for type 0x" + Integer.toHexString(token));
        };
    return switch (base) {
      case BIGINT -> ((Number) value).longValue();
      case FLOAT -> ((Number) value).doubleValue();
      case REAL -> ((Number) value).floatValue();
      case TINYINT, SMALLINT, INT -> ((Number) value).intValue();
      default -> value;
    };
  }

  static Object readBody(TdsReader in, SqlType.Base base) throws IOException {
    return readBody(in, family(base), size(base), base);
  }

  static int family(SqlType.Base base) {
    return switch (base) {
      case BIT -> BITN;
      case REAL, FLOAT -> FLTN;
      case MONEY, SMALLMONEY -> MONEYN;
      default -> INTN;
    };
  }

  static NumberWire of(SqlType type) {
    return new NumberWire(type, family(type.base()), size(type.base()), false);
  }

  static NumberWire fixed(SqlType.Base base) {
    return new NumberWire(typeOf(base), family(base), size(base), true);
  }

  /// From a TYPE_INFO with a length byte.
  static NumberWire of(int token, int size) throws ProtocolException {
    SqlType.Base base =
        switch (token << 8 | size) {
          case BITN << 8 | 1 -> SqlType.Base.BIT;
          case INTN << 8 | 1 -> SqlType.Base.TINYINT;
          case INTN << 8 | 2 -> SqlType.Base.SMALLINT;
          case INTN << 8 | 4 -> SqlType.Base.INT;
          case INTN << 8 | 8 -> SqlType.Base.BIGINT;
          case FLTN << 8 | 4 -> SqlType.Base.REAL;
          case FLTN << 8 | 8 -> SqlType.Base.FLOAT;
          case MONEYN << 8 | 4 -> SqlType.Base.SMALLMONEY;
          case MONEYN << 8 | 8 -> SqlType.Base.MONEY;
          default ->
              throw new ProtocolException(
                  "length " + size + " for type 0x" + Integer.toHexString(token));
        };
    return new NumberWire(typeOf(base), token, size, false);
  }

  private static SqlType typeOf(SqlType.Base base) {
    return base == SqlType.Base.FLOAT ? SqlType.FLOAT : SqlType.of(base);
  }
}
