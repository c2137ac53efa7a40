package io.hartonomous.engine.tds;

import java.io.IOException;

/// The peer sent what TDS does not allow, or what this server does not take. The connection ends.
final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1L;

  ProtocolException(String message) {
    super(message);
  }
}
