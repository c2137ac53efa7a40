package io.hartonomous.engine.tds;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;

/// TLS over streams. While it shakes hands its records may travel in PRELOGIN packets; afterwards
/// they stand on the socket as they are.
///
/// One thread may read while another writes. Renegotiation is refused. Source: [MS-TDS] 2.2.6.5
/// PRELOGIN, the note on the TLS handshake; 3.2.5.2 for TDS 8.
final class TlsChannel {
  private final SSLEngine engine;
  private InputStream source;
  private OutputStream target;
  private ByteBuffer received;
  private ByteBuffer clear;
  private ByteBuffer sending;
  private boolean ended;

  TlsChannel(SSLContext context, boolean strict, InputStream source, OutputStream target) {
    this.engine = context.createSSLEngine();
    this.source = source;
    this.target = target;
    engine.setUseClientMode(false);
    SSLParameters parameters = engine.getSSLParameters();
    // Records of TLS 1.3 can follow the handshake, which the wrapping in packets has no place for.
    parameters.setProtocols(
        strict ? new String[] {"TLSv1.3", "TLSv1.2"} : new String[] {"TLSv1.2"});
    if (strict) {
      parameters.setApplicationProtocols(new String[] {"tds/8.0"});
    }
    engine.setSSLParameters(parameters);
    received = ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).limit(0);
    clear = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()).limit(0);
    sending = ByteBuffer.allocate(5 * engine.getSession().getPacketBufferSize());
  }

  /// Shakes hands; afterwards reads from `nextSource` and writes to `nextTarget`.
  void handshake(InputStream nextSource, OutputStream nextTarget) throws IOException {
    engine.beginHandshake();
    ByteBuffer nothing = ByteBuffer.allocate(0);
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING) {
      switch (status) {
        case NEED_TASK -> {
          for (Runnable task = engine.getDelegatedTask();
              task != null;
              task = engine.getDelegatedTask()) {
            task.run();
          }
          status = engine.getHandshakeStatus();
        }
        case NEED_WRAP -> {
          SSLEngineResult result = engine.wrap(nothing, sending);
          status = result.getHandshakeStatus();
          if (status != HandshakeStatus.NEED_WRAP) {
            send();
          }
        }
        default -> {
          SSLEngineResult result = unwrap();
          status = result.getHandshakeStatus();
          if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new EOFException("the peer gave up the TLS handshake");
          }
        }
      }
    }
    source = nextSource;
    target = nextTarget;
  }

  /// Hands back to `raw` what was received beyond the last record: plain bytes after the encrypted
  /// login.
  void returnSurplus(RawInput raw) {
    raw.unread(received.array(), received.position(), received.limit());
    received.position(received.limit());
  }

  // Takes one record, reading until it is whole. The clear bytes lie in `clear`, which is empty
  // before.
  private SSLEngineResult unwrap() throws IOException {
    while (true) {
      clear.clear();
      SSLEngineResult result = engine.unwrap(received, clear);
      clear.flip();
      switch (result.getStatus()) {
        case BUFFER_UNDERFLOW -> {
          received.compact();
          if (!received.hasRemaining()) {
            throw new ProtocolException("a TLS record longer than its limit");
          }
          int count = source.read(received.array(), received.position(), received.remaining());
          if (count < 0) {
            throw new EOFException("the peer closed the connection inside TLS");
          }
          received.position(received.position() + count).flip();
        }
        case BUFFER_OVERFLOW -> clear = ByteBuffer.allocate(2 * clear.capacity());
        default -> {
          return result;
        }
      }
    }
  }

  private void send() throws IOException {
    if (sending.position() > 0) {
      target.write(sending.array(), 0, sending.position());
      target.flush();
      sending.clear();
    }
  }

  InputStream input() {
    return new InputStream() {
      private final byte[] one = new byte[1];

      @Override
      public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        while (!clear.hasRemaining()) {
          if (ended) {
            return -1;
          }
          SSLEngineResult result;
          try {
            result = unwrap();
          } catch (EOFException e) {
            // Many clients close the socket without a close_notify; TDS messages tell their own
            // ends.
            ended = true;
            return -1;
          }
          HandshakeStatus status = result.getHandshakeStatus();
          if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            ended = true;
          } else if (status != HandshakeStatus.NOT_HANDSHAKING
              && status != HandshakeStatus.FINISHED) {
            throw new ProtocolException("TLS renegotiation is not supported");
          }
        }
        int count = Math.min(length, clear.remaining());
        clear.get(bytes, offset, count);
        return count;
      }
    };
  }

  OutputStream output() {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(bytes, offset, length);
        while (from.hasRemaining()) {
          SSLEngineResult result = engine.wrap(from, sending);
          switch (result.getStatus()) {
            case BUFFER_OVERFLOW -> send();
            case CLOSED -> throw new EOFException("TLS is closed");
            default -> {}
          }
        }
      }

      @Override
      public void flush() throws IOException {
        send();
      }
    };
  }
}
