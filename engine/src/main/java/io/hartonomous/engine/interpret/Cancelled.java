package io.hartonomous.engine.interpret;

/// The client asked the running call to stop.
final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Cancelled() {
    super("cancelled by the client", null, false, false);
  }
}
