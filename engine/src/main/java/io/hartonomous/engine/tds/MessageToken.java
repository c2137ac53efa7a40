package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ServerMessage;

/// ERROR and INFO.
///
/// Shape: AA or AB, length 2, number 4, state 1, class 1, text, server name, procedure name, line
/// 4. Source: [MS-TDS] 2.2.7.10 ERROR, 2.2.7.13 INFO.
final class MessageToken {
  private static final int ERROR = 0xAA;
  private static final int INFO = 0xAB;

  // The token's length field counts bytes in 16 bits, so a longer text could not be told.
  private static final int MAX_TEXT = 30_000;

  private MessageToken() {}

  static void write(TdsWriter out, ServerMessage message, String server) {
    String text =
        message.text().length() <= MAX_TEXT
            ? message.text()
            : message.text().substring(0, MAX_TEXT);
    String procedure =
        message.procedure().length() <= 255
            ? message.procedure()
            : message.procedure().substring(0, 255);
    out.u8(message.isError() ? ERROR : INFO);
    out.u16(
        4
            + 1
            + 1
            + 2
            + 2 * text.length()
            + 1
            + 2 * server.length()
            + 1
            + 2 * procedure.length()
            + 4);
    out.i32(message.number());
    out.u8(message.state());
    out.u8(message.severity());
    out.longText(text);
    out.shortText(server);
    out.shortText(procedure);
    out.i32(message.line());
  }
}
