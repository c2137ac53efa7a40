package io.hartonomous.engine.tds;

import java.io.IOException;

/// PRELOGIN: versions and whether to encrypt.
///
/// Shape: option tokens (1), offsets and lengths (2 each, big-endian), FF, then the options' data.
/// Source: [MS-TDS] 2.2.6.5 PRELOGIN.
final class PreLogin {
  /// The version that clients see; mssql-jdbc asks for TDS 7.4 from major version 11 on.
  static final int MAJOR = 17;

  static final int MINOR = 0;
  static final int BUILD = 1000;

  private static final int VERSION = 0;
  private static final int ENCRYPTION = 1;
  private static final int INSTOPT = 2;
  private static final int THREADID = 3;
  private static final int MARS = 4;
  private static final int FEDAUTHREQUIRED = 6;
  private static final int TERMINATOR = 0xFF;

  static final int ENCRYPT_OFF = 0;
  static final int ENCRYPT_ON = 1;
  static final int ENCRYPT_NOT_SUP = 2;
  static final int ENCRYPT_REQ = 3;

  private PreLogin() {}

  /// What the client asks for: its ENCRYPTION byte, and whether it mentions federated
  /// authentication.
  record Request(int encryption, boolean federated) {}

  static Request read(TdsReader body) throws IOException {
    byte[] bytes = body.bytes(body.remaining());
    int encryption = ENCRYPT_NOT_SUP;
    boolean federated = false;
    for (int at = 0; ; at += 5) {
      if (at >= bytes.length) {
        throw new ProtocolException("PRELOGIN without an end");
      }
      int token = bytes[at] & 0xFF;
      if (token == TERMINATOR) {
        return new Request(encryption, federated);
      }
      if (at + 5 > bytes.length) {
        throw new ProtocolException("PRELOGIN option cut off");
      }
      int offset = (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
      int length = (bytes[at + 3] & 0xFF) << 8 | bytes[at + 4] & 0xFF;
      if (offset + length > bytes.length) {
        throw new ProtocolException("PRELOGIN option beyond its message");
      }
      if (token == ENCRYPTION && length == 1) {
        encryption = bytes[offset] & 0x0F;
      }
      federated |= token == FEDAUTHREQUIRED;
    }
  }

  static void write(TdsWriter out, int encryption, boolean federated) {
    int[] tokens =
        federated
            ? new int[] {VERSION, ENCRYPTION, INSTOPT, THREADID, MARS, FEDAUTHREQUIRED}
            : new int[] {VERSION, ENCRYPTION, INSTOPT, THREADID, MARS};
    int offset = 5 * tokens.length + 1;
    for (int token : tokens) {
      int length = token == VERSION ? 6 : token == THREADID ? 0 : 1;
      out.u8(token);
      out.u8(offset >> 8);
      out.u8(offset);
      out.u8(0);
      out.u8(length);
      offset += length;
    }
    out.u8(TERMINATOR);
    out.u8(MAJOR);
    out.u8(MINOR);
    out.u8(BUILD >> 8);
    out.u8(BUILD);
    out.u16(0);
    out.u8(encryption);
    out.u8(0);
    out.u8(0);
    if (federated) {
      out.u8(0);
    }
  }
}
