package io.hartonomous.engine.tds;

import java.io.IOException;
import java.util.Arrays;

/// Partially length-prefixed bytes: the total length in 8 bytes, chunks with 4-byte lengths, an
/// empty chunk.
///
/// Source: [MS-TDS] 2.2.5.2.3 Partially Length-prefixed Bytes.
final class Plp {
  /// The length in a TYPE_INFO that stands for `max`.
  static final int MAX_LENGTH = 0xFFFF;

  private static final long NULL = -1;
  private static final long UNKNOWN = -2;
  private static final int STEP = 1 << 16;

  private Plp() {}

  static void writeNull(TdsWriter out) {
    out.i64(NULL);
  }

  static void write(TdsWriter out, byte[] value) {
    out.i64(value.length);
    if (value.length > 0) {
      out.i32(value.length);
      out.bytes(value);
    }
    out.i32(0);
  }

  static void writeUtf16(TdsWriter out, String value) {
    int length = Math.multiplyExact(value.length(), 2);
    out.i64(length);
    if (length > 0) {
      out.i32(length);
      out.utf16(value);
    }
    out.i32(0);
  }

  /// The bytes, or null for NULL.
  static byte[] read(TdsReader in) throws IOException {
    long total = in.i64();
    if (total == NULL) {
      return null;
    }
    if (total != UNKNOWN && (total < 0 || total > Integer.MAX_VALUE - 8)) {
      throw new ProtocolException("a value of " + Long.toUnsignedString(total) + " bytes");
    }
    boolean exact = total != UNKNOWN && (in.isWhole() ? total <= in.remaining() : total <= STEP);
    byte[] value = new byte[exact ? (int) total : STEP];
    int length = 0;
    while (true) {
      long chunk = in.u32();
      if (chunk == 0) {
        break;
      }
      if (chunk > Integer.MAX_VALUE - 8 - length || in.isWhole() && chunk > in.remaining()) {
        throw new ProtocolException("a chunk of " + chunk + " bytes");
      }
      int left = (int) chunk;
      while (left > 0) {
        if (length == value.length) {
          value =
              Arrays.copyOf(
                  value, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * Math.max(length, STEP)));
        }
        int part = Math.min(left, value.length - length);
        in.bytes(value, length, part);
        length += part;
        left -= part;
      }
    }
    if (total != UNKNOWN && length != total) {
      throw new ProtocolException("a value of " + length + " bytes announced as " + total);
    }
    return length == value.length ? value : Arrays.copyOf(value, length);
  }
}
