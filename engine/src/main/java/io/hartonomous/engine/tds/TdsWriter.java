package io.hartonomous.engine.tds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Writes little-endian items into packets. Several packets gather in one buffer, so that a small
/// answer is one write to the socket.
///
/// Errors: [UncheckedIOException] where the peer is gone; the sink methods that end here have no
/// checked exceptions.
final class TdsWriter {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] buffer = new byte[2 * (PacketType.MAX_SIZE + 1)];
  private OutputStream target;
  private int packetSize = PacketType.LOGIN_SIZE;
  private int sessionId;
  private int packetId = 1;
  private int packetStart;
  private int packetEnd = PacketType.LOGIN_SIZE;
  private int position = PacketType.HEADER;

  TdsWriter(OutputStream target) {
    this.target = target;
  }

  /// Writes to another layer from now on.
  void target(OutputStream next) {
    target = next;
  }

  /// The packet size from the next message on.
  void packetSize(int size) {
    packetSize = size;
    begin(0);
  }

  void sessionId(int id) {
    sessionId = id;
  }

  private void begin(int at) {
    packetStart = at;
    packetEnd = at + packetSize;
    position = at + PacketType.HEADER;
  }

  private void close(int type, int status) {
    int length = position - packetStart;
    buffer[packetStart] = (byte) type;
    buffer[packetStart + 1] = (byte) status;
    buffer[packetStart + 2] = (byte) (length >> 8);
    buffer[packetStart + 3] = (byte) length;
    buffer[packetStart + 4] = (byte) (sessionId >> 8);
    buffer[packetStart + 5] = (byte) sessionId;
    buffer[packetStart + 6] = (byte) packetId++;
    buffer[packetStart + 7] = 0;
  }

  // The packet is full and more is to come.
  private void nextPacket() {
    close(PacketType.REPLY, 0);
    if (position + packetSize > buffer.length) {
      send(position);
      begin(0);
    } else {
      begin(position);
    }
  }

  /// Ends the message and sends it.
  void endMessage() {
    endMessage(PacketType.REPLY);
  }

  void endMessage(int type) {
    close(type, PacketType.END_OF_MESSAGE);
    send(position);
    packetId = 1;
    begin(0);
  }

  /// Sends what is there; the message goes on.
  void flush() {
    if (position > packetStart + PacketType.HEADER) {
      close(PacketType.REPLY, 0);
      send(position);
    } else if (packetStart > 0) {
      send(packetStart);
    }
    begin(0);
  }

  /// Drops what was not sent.
  void discard() {
    begin(0);
  }

  private void send(int length) {
    try {
      target.write(buffer, 0, length);
      target.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void u8(int value) {
    if (position == packetEnd) {
      nextPacket();
    }
    buffer[position++] = (byte) value;
  }

  void u16(int value) {
    if (packetEnd - position >= 2) {
      SHORT.set(buffer, position, (short) value);
      position += 2;
    } else {
      u8(value);
      u8(value >> 8);
    }
  }

  void i32(int value) {
    if (packetEnd - position >= 4) {
      INT.set(buffer, position, value);
      position += 4;
    } else {
      u16(value);
      u16(value >> 16);
    }
  }

  void i64(long value) {
    if (packetEnd - position >= 8) {
      LONG.set(buffer, position, value);
      position += 8;
    } else {
      i32((int) value);
      i32((int) (value >> 32));
    }
  }

  void i32BigEndian(int value) {
    i32(Integer.reverseBytes(value));
  }

  /// The low `size` bytes of a number.
  void unsigned(long value, int size) {
    for (int i = 0; i < size; i++) {
      u8((int) (value >> 8 * i));
    }
  }

  void bytes(byte[] value) {
    bytes(value, 0, value.length);
  }

  void bytes(byte[] value, int from, int length) {
    int done = 0;
    while (done < length) {
      if (position == packetEnd) {
        nextPacket();
      }
      int count = Math.min(length - done, packetEnd - position);
      System.arraycopy(value, from + done, buffer, position, count);
      position += count;
      done += count;
    }
  }

  void utf16(String text) {
    int length = text.length();
    int done = 0;
    while (done < length) {
      int count = Math.min(length - done, (packetEnd - position) / 2);
      if (count == 0) {
        u16(text.charAt(done++));
        continue;
      }
      int at = position;
      for (int stop = done + count; done < stop; done++, at += 2) {
        SHORT.set(buffer, at, (short) text.charAt(done));
      }
      position = at;
    }
  }

  /// `B_VARCHAR`, cut to the 255 units that its length byte can tell.
  void shortText(String text) {
    String fitting = text.length() <= 255 ? text : text.substring(0, 255);
    u8(fitting.length());
    utf16(fitting);
  }

  /// `US_VARCHAR`.
  void longText(String text) {
    u16(text.length());
    utf16(text);
  }
}
