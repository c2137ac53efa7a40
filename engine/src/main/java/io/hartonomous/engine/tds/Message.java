package io.hartonomous.engine.tds;

import java.io.IOException;
import java.util.Arrays;

/// A request as it came: the type, the status of its first packet and its body.
///
/// The body of a bulk load is read packet by packet; all others are read whole first. A body is
/// valid until the next message is read.
record Message(int type, int status, TdsReader body) {

  /// The client gave up a request, whole or half sent.
  static final Message ATTENTION =
      new Message(PacketType.ATTENTION, 0, new TdsReader(new byte[0], 0, 0));

  /// Reads the next message; null where the peer closed the connection. Errors: [ProtocolException]
  /// for a message above `limit` bytes or packets of two types in one message.
  static Message read(PacketInput packets, int limit) throws IOException {
    if (!packets.next()) {
      return null;
    }
    int type = packets.type();
    int status = packets.status();
    if (type == PacketType.ATTENTION || packets.isIgnored()) {
      return ATTENTION;
    }
    if (packets.isLast()) {
      return new Message(
          type, status, new TdsReader(packets.bytes(), packets.from(), packets.to()));
    }
    if (type == PacketType.BULK) {
      return new Message(type, status, new TdsReader(packets));
    }
    byte[] whole = new byte[Math.min(limit, 4 * PacketType.MAX_SIZE)];
    int length = 0;
    while (true) {
      int size = packets.to() - packets.from();
      if (size > limit - length) {
        throw new ProtocolException("a message above the limit of " + limit + " bytes");
      }
      if (length + size > whole.length) {
        whole =
            Arrays.copyOf(whole, (int) Math.min(limit, Math.max(length + size, 2L * whole.length)));
      }
      System.arraycopy(packets.bytes(), packets.from(), whole, length, size);
      length += size;
      if (packets.isLast()) {
        return new Message(type, status, new TdsReader(whole, 0, length));
      }
      if (!packets.next()) {
        return null;
      }
      if (packets.type() == PacketType.ATTENTION || packets.isIgnored()) {
        return ATTENTION;
      }
      if (packets.type() != type) {
        throw new ProtocolException(
            "packet type " + packets.type() + " inside a message of type " + type);
      }
    }
  }
}
