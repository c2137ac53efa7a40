package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.util.UUID;

/// uniqueidentifier: the first three groups little-endian, the rest as written.
record GuidWire() implements WireType {
  static final int GUIDTYPE = 0x24;

  @Override
  public SqlType type() {
    return SqlType.of(SqlType.Base.UNIQUEIDENTIFIER);
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(GUIDTYPE);
    out.u8(16);
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
      out.u8(16);
      writeBody(out, (UUID) value);
    }
  }

  static void writeBody(TdsWriter out, UUID value) {
    long high = value.getMostSignificantBits();
    out.i32((int) (high >> 32));
    out.u16((int) (high >> 16));
    out.u16((int) high);
    out.i64(Long.reverseBytes(value.getLeastSignificantBits()));
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    int length = in.u8();
    return switch (length) {
      case 0 -> null;
      case 16 -> readBody(in);
      default -> throw new ProtocolException("a uniqueidentifier of " + length + " bytes");
    };
  }

  static UUID readBody(TdsReader in) throws IOException {
    long high = in.u32() << 32;
    high |= (long) in.u16() << 16;
    high |= in.u16();
    return new UUID(high, Long.reverseBytes(in.i64()));
  }
}
