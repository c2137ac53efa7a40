package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.util.Arrays;

/// text, ntext and image. `inRow`: values stand in rows, with a text pointer; parameters have none.
record LobWire(SqlType type, WireCollation collation, boolean inRow) implements WireType {
  static final int IMAGE = 0x22;
  static final int TEXT = 0x23;
  static final int NTEXT = 0x63;
  private static final int MAX_BYTES = 0x7FFF_FFFF;

  // No client can use the pointer (READTEXT and its relatives are refused), so any 16 bytes and a
  // timestamp do.
  private static final byte[] POINTER = new byte[16 + 8];

  static {
    Arrays.fill(POINTER, (byte) 0x64);
  }

  private int token() {
    return switch (type.base()) {
      case IMAGE -> IMAGE;
      case TEXT -> TEXT;
      default -> NTEXT;
    };
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(token());
    out.i32(type.base() == SqlType.Base.NTEXT ? MAX_BYTES - 1 : MAX_BYTES);
    if (type.base() != SqlType.Base.IMAGE) {
      collation.write(out);
    }
  }

  /// The table name that follows TYPE_INFO in COLMETADATA: none is known here, so one empty part.
  static void writeTableName(TdsWriter out) {
    out.u8(1);
    out.u16(0);
  }

  @Override
  public int nullSize() {
    return inRow ? 1 : 4;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value == null) {
      if (inRow) {
        out.u8(0);
      } else {
        out.i32(-1);
      }
      return;
    }
    if (inRow) {
      out.u8(16);
      out.bytes(POINTER);
    }
    switch (type.base()) {
      case NTEXT -> {
        String text = (String) value;
        out.i32(Math.multiplyExact(text.length(), 2));
        out.utf16(text);
      }
      case TEXT -> bytes(out, ((String) value).getBytes(collation.charset()));
      default -> bytes(out, (byte[]) value);
    }
  }

  private static void bytes(TdsWriter out, byte[] value) {
    out.i32(value.length);
    out.bytes(value);
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    if (inRow) {
      int pointer = in.u8();
      if (pointer == 0) {
        return null;
      }
      in.skip(pointer + 8);
    }
    int length = in.i32();
    if (length == -1) {
      return null;
    }
    return switch (type.base()) {
      case NTEXT -> in.utf16(CharacterWire.evenHalf(length));
      case TEXT -> new String(in.bytes(length), collation.charset());
      default -> in.bytes(length);
    };
  }

  static LobWire read(TdsReader in, int token, boolean inRow) throws IOException {
    in.i32();
    if (token == IMAGE) {
      return new LobWire(SqlType.of(SqlType.Base.IMAGE), WireCollation.DEFAULT, inRow);
    }
    WireCollation collation = WireCollation.read(in);
    if (token == TEXT) {
      collation.requireCharset();
    }
    return new LobWire(
        SqlType.of(token == TEXT ? SqlType.Base.TEXT : SqlType.Base.NTEXT), collation, inRow);
  }
}
