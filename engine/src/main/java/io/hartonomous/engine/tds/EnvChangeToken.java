package io.hartonomous.engine.tds;

/// ENVCHANGE: something that the client keeps in mind changed.
///
/// Shape: E3, length 2, type 1, new value, old value; texts and bytes with a length byte. Source:
/// [MS-TDS] 2.2.7.9 ENVCHANGE.
final class EnvChangeToken {
  private static final int ENVCHANGE = 0xE3;
  static final int DATABASE = 1;
  static final int LANGUAGE = 2;
  static final int PACKET_SIZE = 4;
  private static final int COLLATION = 7;
  static final int BEGAN = 8;
  static final int COMMITTED = 9;
  static final int ROLLED_BACK = 10;
  private static final int RESET = 18;

  private EnvChangeToken() {}

  static void text(TdsWriter out, int type, String now, String before) {
    head(out, type, 1 + 2 * now.length() + 1 + 2 * before.length());
    out.shortText(now);
    out.shortText(before);
  }

  static void collation(TdsWriter out, WireCollation collation) {
    head(out, COLLATION, 7);
    out.u8(5);
    collation.write(out);
    out.u8(0);
  }

  /// A transaction began: its descriptor is the new value; or it ended: its descriptor is the old
  /// one.
  static void transaction(TdsWriter out, int type, long descriptor) {
    head(out, type, 10);
    if (type == BEGAN) {
      out.u8(8);
      out.i64(descriptor);
      out.u8(0);
    } else {
      out.u8(0);
      out.u8(8);
      out.i64(descriptor);
    }
  }

  static void reset(TdsWriter out) {
    head(out, RESET, 2);
    out.u8(0);
    out.u8(0);
  }

  private static void head(TdsWriter out, int type, int size) {
    out.u8(ENVCHANGE);
    out.u16(1 + size);
    out.u8(type);
  }
}
