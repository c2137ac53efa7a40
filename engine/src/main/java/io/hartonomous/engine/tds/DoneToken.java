package io.hartonomous.engine.tds;

/// DONE, DONEPROC and DONEINPROC.
///
/// Shape: token 1, status 2, current command 2, row count 8. Source: [MS-TDS] 2.2.7.6 DONE, 2.2.7.7
/// DONEINPROC, 2.2.7.8 DONEPROC.
final class DoneToken {
  static final int DONE = 0xFD;
  static final int DONEPROC = 0xFE;
  static final int DONEINPROC = 0xFF;

  static final int MORE = 0x01;
  static final int ERROR = 0x02;
  static final int COUNT = 0x10;
  static final int ATTENTION = 0x20;
  static final int RPC_IN_BATCH = 0x80;

  private DoneToken() {}

  static void write(TdsWriter out, int token, int status, int command, long count) {
    out.u8(token);
    out.u16(status);
    out.u16(command);
    out.i64(count);
  }
}
