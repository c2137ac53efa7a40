package io.hartonomous.engine.session;

/// What the server says beside rows: an error (class above 10) or an information message (class 0
/// to 10, PRINT is number 0 class 0).
///
/// Units: `line` is 1-based in the batch or module; `procedure` is empty outside a module. Source:
/// [MS-TDS] 2.2.7.10 ERROR, 2.2.7.13 INFO.
public record ServerMessage(
    int number, int state, int severity, String text, String procedure, int line) {

  public boolean isError() {
    return severity > 10;
  }
}
