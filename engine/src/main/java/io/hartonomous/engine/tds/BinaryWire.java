package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;

/// binary, varbinary and rowversion, `max` as partially length-prefixed bytes.
record BinaryWire(SqlType type, boolean shortLength) implements WireType {
  static final int BIGVARBINARY = 0xA5;
  static final int BIGBINARY = 0xAD;
  private static final int NULL_LENGTH = 0xFFFF;

  private int length() {
    return type.base() == SqlType.Base.ROWVERSION ? 8 : Math.max(1, type.length());
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(type.base() == SqlType.Base.VARBINARY ? BIGVARBINARY : BIGBINARY);
    out.u16(type.isMax() ? Plp.MAX_LENGTH : length());
  }

  @Override
  public int nullSize() {
    return type.isMax() ? 8 : 2;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    byte[] bytes = (byte[]) value;
    if (type.isMax()) {
      if (bytes == null) {
        Plp.writeNull(out);
      } else {
        Plp.write(out, bytes);
      }
    } else if (bytes == null) {
      out.u16(NULL_LENGTH);
    } else if (bytes.length > 8000) {
      throw new IllegalArgumentException(
          "a value of " + bytes.length + " bytes in a column of type " + type);
    } else {
      out.u16(bytes.length);
      out.bytes(bytes);
    }
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    if (type.isMax()) {
      return Plp.read(in);
    }
    int length = shortLength ? in.u8() : in.u16();
    return (shortLength ? length == 0 : length == NULL_LENGTH) ? null : in.bytes(length);
  }

  static BinaryWire read(TdsReader in, int token) throws IOException {
    int length = in.u16();
    SqlType.Base base = token == BIGBINARY ? SqlType.Base.BINARY : SqlType.Base.VARBINARY;
    return new BinaryWire(
        SqlType.sized(base, length == Plp.MAX_LENGTH ? SqlType.MAX : length), false);
  }

  /// VARBINARY (25) and BINARY (2D), which have one length byte.
  static BinaryWire readShort(TdsReader in, boolean varying) throws IOException {
    return new BinaryWire(
        SqlType.sized(varying ? SqlType.Base.VARBINARY : SqlType.Base.BINARY, in.u8()), true);
  }
}
