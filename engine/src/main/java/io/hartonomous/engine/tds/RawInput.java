package io.hartonomous.engine.tds;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of the socket, with what a reader took too much of put back in front.
///
/// TLS starts and may end in the middle of a connection, so the reader of one layer can hold bytes
/// of the next.
final class RawInput extends InputStream {
  private final InputStream socket;
  private byte[] front = new byte[0];
  private int position;

  RawInput(InputStream socket) {
    this.socket = socket;
  }

  void unread(byte[] bytes, int from, int to) {
    int old = front.length - position;
    byte[] joined = new byte[to - from + old];
    System.arraycopy(bytes, from, joined, 0, to - from);
    System.arraycopy(front, position, joined, to - from, old);
    front = joined;
    position = 0;
  }

  @Override
  public int read() throws IOException {
    return position < front.length ? front[position++] & 0xFF : socket.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int waiting = front.length - position;
    if (waiting == 0) {
      return socket.read(target, offset, length);
    }
    int taken = Math.min(waiting, length);
    System.arraycopy(front, position, target, offset, taken);
    position += taken;
    return taken;
  }
}
