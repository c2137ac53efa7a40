package io.hartonomous.engine.tds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// TLS records inside PRELOGIN packets, as long as the handshake lasts.
final class HandshakePackets {
  private HandshakePackets() {}

  static InputStream input(PacketInput packets) {
    return new InputStream() {
      private int from;
      private int to;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        while (from == to) {
          if (!packets.next()) {
            return -1;
          }
          if (packets.type() != PacketType.PRELOGIN) {
            throw new ProtocolException("packet type " + packets.type() + " in a TLS handshake");
          }
          from = packets.from();
          to = packets.to();
        }
        int count = Math.min(length, to - from);
        System.arraycopy(packets.bytes(), from, bytes, offset, count);
        from += count;
        return count;
      }
    };
  }

  static OutputStream output(TdsWriter out) {
    return new OutputStream() {
      @Override
      public void write(int value) {
        out.u8(value);
      }

      // A flight is far below a packet's size; a longer one is split as any message.
      @Override
      public void write(byte[] bytes, int offset, int length) {
        out.bytes(bytes, offset, length);
      }

      @Override
      public void flush() {
        out.endMessage(PacketType.PRELOGIN);
      }
    };
  }
}
