package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// xml without a schema collection, sent as UTF-16 without a byte order mark (mssql-jdbc would show
/// one as text), taken in any encoding that a mark or a declaration tells.
record XmlWire() implements WireType {
  static final int XMLTYPE = 0xF1;
  private static final char MARK = '\uFEFF';

  @Override
  public SqlType type() {
    return SqlType.of(SqlType.Base.XML);
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(XMLTYPE);
    out.u8(0);
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
      Plp.writeUtf16(out, (String) value);
    }
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    byte[] bytes = Plp.read(in);
    if (bytes == null) {
      return null;
    }
    if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
    }
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    // XML starts with `<` or a blank, so a zero second byte tells UTF-16 without a mark.
    if (bytes.length >= 2
        && (bytes[1] == 0 || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
      String text = Utf16.decode(bytes, 0, CharacterWire.evenHalf(bytes.length));
      return text.charAt(0) == MARK ? text.substring(1) : text;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static XmlWire read(TdsReader in) throws IOException {
    if (in.u8() != 0) {
      in.shortText();
      in.shortText();
      in.longText();
    }
    return new XmlWire();
  }
}
