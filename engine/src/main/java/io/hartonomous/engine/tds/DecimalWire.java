package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// decimal and numeric: a sign byte (1 is positive), then the magnitude in 4, 8, 12 or 16 bytes.
record DecimalWire(SqlType type) implements WireType {
  static final int DECIMALN = 0x6A;
  static final int NUMERICN = 0x6C;

  /// Bytes of a value with its sign.
  static int size(int precision) {
    return precision <= 9 ? 5 : precision <= 19 ? 9 : precision <= 28 ? 13 : 17;
  }

  int token() {
    return type.base() == SqlType.Base.DECIMAL ? DECIMALN : NUMERICN;
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(token());
    out.u8(size(type.precision()));
    out.u8(type.precision());
    out.u8(type.scale());
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
      int size = size(type.precision());
      out.u8(size);
      writeBody(out, (BigDecimal) value, type.scale(), size);
    }
  }

  static void writeBody(TdsWriter out, BigDecimal value, int scale, int size) {
    BigDecimal scaled =
        value.scale() == scale ? value : value.setScale(scale, RoundingMode.HALF_UP);
    BigInteger digits = scaled.unscaledValue();
    out.u8(digits.signum() < 0 ? 0 : 1);
    if (digits.bitLength() < 64) {
      long magnitude = Math.abs(digits.longValue());
      if (size == 5) {
        if (magnitude >>> 32 != 0) {
          throw new ArithmeticException("the value does not fit its precision");
        }
        out.i32((int) magnitude);
      } else {
        out.i64(magnitude);
        for (int i = 9; i < size; i += 4) {
          out.i32(0);
        }
      }
      return;
    }
    byte[] bigEndian = digits.abs().toByteArray();
    int first = bigEndian[0] == 0 ? 1 : 0;
    if (bigEndian.length - first > size - 1) {
      throw new ArithmeticException("the value does not fit its precision");
    }
    for (int i = 0; i < size - 1; i++) {
      int at = bigEndian.length - 1 - i;
      out.u8(at >= first ? bigEndian[at] : 0);
    }
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    int length = in.u8();
    return length == 0 ? null : readBody(in, length, type.scale());
  }

  static BigDecimal readBody(TdsReader in, int length, int scale) throws IOException {
    if (length < 2 || length > 17) {
      throw new ProtocolException("a decimal of " + length + " bytes");
    }
    boolean negative = in.u8() == 0;
    if (length <= 8) {
      long magnitude = in.unsigned(length - 1);
      return BigDecimal.valueOf(negative ? -magnitude : magnitude, scale);
    }
    byte[] bigEndian = new byte[length - 1];
    for (int i = bigEndian.length - 1; i >= 0; i--) {
      bigEndian[i] = (byte) in.u8();
    }
    return new BigDecimal(new BigInteger(negative ? -1 : 1, bigEndian), scale);
  }

  static DecimalWire read(TdsReader in, int token) throws IOException {
    in.u8();
    int precision = in.u8();
    int scale = in.u8();
    if (precision == 0 && scale == 0) {
      // What mssql-jdbc says about a column of a table-valued parameter without rows.
      precision = 38;
    }
    if (precision < 1 || precision > 38 || scale > precision) {
      throw new ProtocolException("decimal(" + precision + "," + scale + ")");
    }
    SqlType.Base base =
        token == NUMERICN || token == 0x3F ? SqlType.Base.NUMERIC : SqlType.Base.DECIMAL;
    return new DecimalWire(
        new SqlType(
            base, 0, precision, scale, java.util.Optional.empty(), java.util.Optional.empty()));
  }
}
