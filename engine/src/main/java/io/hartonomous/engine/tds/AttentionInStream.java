package io.hartonomous.engine.tds;

import java.io.IOException;

/// The client cancelled a bulk load while it was sending it.
final class AttentionInStream extends IOException {
  private static final long serialVersionUID = 1L;

  AttentionInStream() {
    super("the client cancelled the bulk load");
  }
}
