package io.hartonomous.engine.interpret;

import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.translate.SqlError;

/// An error on its way to the TRY that catches it, or to the end of the batch.
///
/// `effect` is what it ends where nothing catches it. `compileFrame` is the frame whose statement
/// could not be compiled: a TRY of that same frame does not catch it. `reported`: the client has
/// the message already.
final class StatementError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ServerMessage message;
  private final ErrorEffect effect;
  private final transient Frame compileFrame;
  private boolean reported;

  StatementError(ServerMessage message, ErrorEffect effect, Frame compileFrame) {
    super(message.text(), null, false, false);
    this.message = message;
    this.effect = effect;
    this.compileFrame = compileFrame;
  }

  static StatementError of(SqlError error, Frame frame, int line) {
    return new StatementError(
        new ServerMessage(
            error.number(),
            error.state(),
            error.severity(),
            error.text(),
            frame.procedureName(),
            line),
        ErrorEffect.of(error.number(), error.severity()),
        null);
  }

  ServerMessage message() {
    return message;
  }

  ErrorEffect effect() {
    return effect;
  }

  Frame compileFrame() {
    return compileFrame;
  }

  boolean reported() {
    return reported;
  }

  void markReported() {
    reported = true;
  }
}
