package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// json as UTF-8, for clients that asked for the feature.
record JsonWire() implements WireType {
  static final int JSONTYPE = 0xF4;

  @Override
  public SqlType type() {
    return SqlType.of(SqlType.Base.JSON);
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(JSONTYPE);
  }

  @Override
  public int nullSize() {
    return 8;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value == null) {
      Plp.writeNull(out);
    } else {
      Plp.write(out, ((String) value).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    byte[] bytes = Plp.read(in);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }
}
