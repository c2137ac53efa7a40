package io.hartonomous.engine.tds;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Reads the little-endian items of a message.
///
/// Errors: [ProtocolException] where the message ends inside an item. No length that the peer names
/// is allocated before its bytes are there.
final class TdsReader {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int STEP = 1 << 16;

  private final PacketInput more;
  private byte[] bytes;
  private int position;
  private int end;

  /// A message that is there as a whole.
  TdsReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.position = from;
    this.end = to;
    this.more = null;
  }

  /// A message that goes on with the next packet.
  TdsReader(PacketInput packets) {
    this.bytes = packets.bytes();
    this.position = packets.from();
    this.end = packets.to();
    this.more = packets;
  }

  boolean atEnd() throws IOException {
    while (position == end) {
      if (more == null || more.isLast()) {
        return true;
      }
      if (!more.next()) {
        throw new ProtocolException("the connection ended inside a message");
      }
      if (more.type() == PacketType.ATTENTION || more.isIgnored()) {
        throw new AttentionInStream();
      }
      if (more.type() != PacketType.BULK) {
        throw new ProtocolException("packet type " + more.type() + " inside a bulk load");
      }
      bytes = more.bytes();
      position = more.from();
      end = more.to();
    }
    return false;
  }

  /// The next byte without taking it.
  int peek() throws IOException {
    need();
    return bytes[position] & 0xFF;
  }

  int u8() throws IOException {
    need();
    return bytes[position++] & 0xFF;
  }

  int u16() throws IOException {
    if (end - position < 2) {
      return u8() | u8() << 8;
    }
    int value = (short) SHORT.get(bytes, position) & 0xFFFF;
    position += 2;
    return value;
  }

  int i16() throws IOException {
    return (short) u16();
  }

  int i32() throws IOException {
    if (end - position < 4) {
      return u16() | u16() << 16;
    }
    int value = (int) INT.get(bytes, position);
    position += 4;
    return value;
  }

  long u32() throws IOException {
    return i32() & 0xFFFF_FFFFL;
  }

  long i64() throws IOException {
    if (end - position < 8) {
      return u32() | (long) i32() << 32;
    }
    long value = (long) LONG.get(bytes, position);
    position += 8;
    return value;
  }

  /// An unsigned number of `size` bytes, 1 to 8.
  long unsigned(int size) throws IOException {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (long) u8() << 8 * i;
    }
    return value;
  }

  byte[] bytes(int length) throws IOException {
    if (length < 0 || more == null && length > end - position) {
      throw new ProtocolException("a length of " + length + " beyond the end of the message");
    }
    byte[] result = new byte[Math.min(length, STEP)];
    int filled = 0;
    while (filled < length) {
      if (filled == result.length) {
        result = Arrays.copyOf(result, (int) Math.min(length, 2L * result.length));
      } else if (filled == 0 && length <= end - position) {
        result = result.length == length ? result : new byte[length];
      }
      filled += take(result, filled, result.length - filled);
    }
    return result;
  }

  /// Appends `length` bytes to `target` at `at`, which has room for them.
  void bytes(byte[] target, int at, int length) throws IOException {
    int done = 0;
    while (done < length) {
      done += take(target, at + done, length - done);
    }
  }

  private int take(byte[] target, int at, int wanted) throws IOException {
    need();
    int count = Math.min(wanted, end - position);
    System.arraycopy(bytes, position, target, at, count);
    position += count;
    return count;
  }

  void skip(int length) throws IOException {
    int left = length;
    while (left > 0) {
      need();
      int count = Math.min(left, end - position);
      position += count;
      left -= count;
    }
  }

  /// Bytes left; only for a message that is there as a whole.
  int remaining() {
    return end - position;
  }

  boolean isWhole() {
    return more == null;
  }

  /// Text of `units` UTF-16 units.
  String utf16(int units) throws IOException {
    if (units < 0) {
      throw new ProtocolException("a text of " + units + " units");
    }
    if (units * 2L <= end - position) {
      String text = Utf16.decode(bytes, position, units);
      position += units * 2;
      return text;
    }
    return Utf16.decode(bytes(Math.multiplyExact(units, 2)), 0, units);
  }

  /// `B_VARCHAR`: the number of UTF-16 units in one byte, then the text.
  String shortText() throws IOException {
    return utf16(u8());
  }

  /// `US_VARCHAR`: the number of UTF-16 units in two bytes, then the text.
  String longText() throws IOException {
    return utf16(u16());
  }

  private void need() throws IOException {
    if (position == end && atEnd()) {
      throw new ProtocolException("the message ends inside an item");
    }
  }
}
