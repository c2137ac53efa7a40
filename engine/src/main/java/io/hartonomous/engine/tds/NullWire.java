package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;

/// NULLTYPE (1F): a parameter that is NULL and has no type.
record NullWire() implements WireType {
  static final int NULLTYPE = 0x1F;

  @Override
  public SqlType type() {
    return SqlType.NULL;
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(NULLTYPE);
  }

  @Override
  public int nullSize() {
    return 0;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value != null) {
      throw new IllegalArgumentException("a value of the type of NULL");
    }
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    return null;
  }
}
