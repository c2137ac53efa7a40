package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// char, varchar, nchar and nvarchar, `max` as partially length-prefixed bytes. `shortLength`: the
/// client used a form with one length byte.
record CharacterWire(SqlType type, WireCollation collation, boolean shortLength)
    implements WireType {
  static final int BIGVARCHAR = 0xA7;
  static final int BIGCHAR = 0xAF;
  static final int NVARCHAR = 0xE7;
  static final int NCHAR = 0xEF;
  private static final int NULL_LENGTH = 0xFFFF;

  private static int token(SqlType.Base base) {
    return switch (base) {
      case CHAR -> BIGCHAR;
      case NCHAR -> NCHAR;
      case NVARCHAR -> NVARCHAR;
      default -> BIGVARCHAR;
    };
  }

  private boolean unicode() {
    return type.base().isUnicode();
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(token(type.base()));
    int units = Math.max(1, type.length());
    out.u16(type.isMax() ? Plp.MAX_LENGTH : unicode() ? units * 2 : units);
    collation.write(out);
  }

  @Override
  public int nullSize() {
    return type.isMax() ? 8 : 2;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (type.isMax()) {
      switch (value) {
        case null -> Plp.writeNull(out);
        case String text when unicode() -> Plp.writeUtf16(out, text);
        default -> Plp.write(out, ((String) value).getBytes(collation.charset()));
      }
    } else if (value == null) {
      out.u16(NULL_LENGTH);
    } else if (unicode()) {
      String text = (String) value;
      out.u16(checked(text.length() * 2));
      out.utf16(text);
    } else {
      byte[] bytes = ((String) value).getBytes(collation.charset());
      out.u16(checked(bytes.length));
      out.bytes(bytes);
    }
  }

  // A longer value than the length field can tell would put every later byte in the wrong place.
  private int checked(int length) {
    if (length > 8000) {
      throw new IllegalArgumentException(
          "a value of " + length + " bytes in a column of type " + type);
    }
    return length;
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    if (type.isMax()) {
      byte[] bytes = Plp.read(in);
      return bytes == null ? null : text(bytes);
    }
    int length = shortLength ? in.u8() : in.u16();
    if (shortLength ? length == 0 : length == NULL_LENGTH) {
      return null;
    }
    return unicode()
        ? in.utf16(evenHalf(length))
        : new String(in.bytes(length), collation.charset());
  }

  private String text(byte[] bytes) throws ProtocolException {
    Charset charset = unicode() ? StandardCharsets.UTF_16LE : collation.charset();
    return unicode() ? Utf16.decode(bytes, 0, evenHalf(bytes.length)) : new String(bytes, charset);
  }

  static int evenHalf(int length) throws ProtocolException {
    if ((length & 1) != 0) {
      throw new ProtocolException("UTF-16 text of " + length + " bytes");
    }
    return length / 2;
  }

  static CharacterWire read(TdsReader in, int token) throws IOException {
    int length = in.u16();
    WireCollation collation = WireCollation.read(in);
    boolean unicode = token == NVARCHAR || token == NCHAR;
    SqlType.Base base =
        switch (token) {
          case NVARCHAR -> SqlType.Base.NVARCHAR;
          case NCHAR -> SqlType.Base.NCHAR;
          case BIGCHAR -> SqlType.Base.CHAR;
          default -> SqlType.Base.VARCHAR;
        };
    int units = length == Plp.MAX_LENGTH ? SqlType.MAX : unicode ? length / 2 : length;
    if (!unicode) {
      collation.requireCharset();
    }
    return new CharacterWire(SqlType.sized(base, units), collation, false);
  }

  /// VARCHAR (27) and CHAR (2F), which have one length byte and no collation.
  static CharacterWire readShort(TdsReader in, boolean varying) throws IOException {
    SqlType.Base base = varying ? SqlType.Base.VARCHAR : SqlType.Base.CHAR;
    return new CharacterWire(SqlType.sized(base, in.u8()), WireCollation.DEFAULT, true);
  }
}
