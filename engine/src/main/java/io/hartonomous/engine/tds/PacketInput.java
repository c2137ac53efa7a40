package io.hartonomous.engine.tds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads packets into one buffer. The payload of the current packet is `bytes()[from()..to())`
/// until the next packet is read.
///
/// Shape of a header: 8 bytes: type 1, status 1, length 2 (big-endian, counts these 8), SPID 2,
/// packet id 1, window 1. Errors: [ProtocolException] for a length below 8 or above 32,767. Source:
/// [MS-TDS] 2.2.3.1 Packet Header.
final class PacketInput {
  private final byte[] buffer = new byte[2 * (PacketType.MAX_SIZE + 1)];
  private InputStream source;
  private int start;
  private int end;
  private int type;
  private int status;
  private int from;
  private int to;

  PacketInput(InputStream source) {
    this.source = source;
  }

  /// Reads from another layer from now on (TLS, or the plain socket again).
  void source(InputStream next) {
    source = next;
  }

  /// Hands back to `raw` what was read beyond the current packet.
  void returnSurplus(RawInput raw) {
    raw.unread(buffer, start, end);
    start = end;
  }

  /// Whether another packet came; false where the peer closed the connection between two packets.
  boolean next() throws IOException {
    if (!fill(PacketType.HEADER, true)) {
      return false;
    }
    int length = (buffer[start + 2] & 0xFF) << 8 | buffer[start + 3] & 0xFF;
    if (length < PacketType.HEADER || length > PacketType.MAX_SIZE) {
      throw new ProtocolException("packet length " + length);
    }
    fill(length, false);
    type = buffer[start] & 0xFF;
    status = buffer[start + 1] & 0xFF;
    from = start + PacketType.HEADER;
    to = start + length;
    start = to;
    return true;
  }

  private boolean fill(int wanted, boolean mayEnd) throws IOException {
    if (end - start >= wanted) {
      return true;
    }
    if (start == end) {
      start = 0;
      end = 0;
    } else if (start + wanted > buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    while (end - start < wanted) {
      int count = source.read(buffer, end, buffer.length - end);
      if (count < 0) {
        if (mayEnd && end == start) {
          return false;
        }
        throw new EOFException("the peer closed the connection inside a packet");
      }
      end += count;
    }
    return true;
  }

  byte[] bytes() {
    return buffer;
  }

  int type() {
    return type;
  }

  int status() {
    return status;
  }

  boolean isLast() {
    return (status & PacketType.END_OF_MESSAGE) != 0;
  }

  boolean isIgnored() {
    return (status & PacketType.IGNORE) != 0;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
