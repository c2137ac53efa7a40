package io.hartonomous.engine.tds;

/// LOGINACK and FEATUREEXTACK.
///
/// Source: [MS-TDS] 2.2.7.14 LOGINACK, 2.2.7.11 FEATUREEXTACK.
final class LoginTokens {
  private static final int LOGINACK = 0xAD;
  private static final int FEATUREEXTACK = 0xAE;
  private static final int TRANSACT_SQL = 1;
  private static final String PROGRAM = "Microsoft SQL Server";

  private LoginTokens() {}

  /// `tdsVersion` as the client sent it, 74000004 for TDS 7.4; big-endian here, though
  /// little-endian in LOGIN7.
  static void acknowledge(TdsWriter out, int tdsVersion) {
    out.u8(LOGINACK);
    out.u16(1 + 4 + 1 + 2 * PROGRAM.length() + 4);
    out.u8(TRANSACT_SQL);
    out.i32BigEndian(tdsVersion);
    out.shortText(PROGRAM);
    out.u8(PreLogin.MAJOR);
    out.u8(PreLogin.MINOR);
    out.u8(PreLogin.BUILD >> 8);
    out.u8(PreLogin.BUILD);
  }

  static void features(TdsWriter out, Features features) {
    if (features.equals(Features.NONE)) {
      return;
    }
    out.u8(FEATUREEXTACK);
    feature(out, features.utf8(), Features.UTF8_SUPPORT);
    feature(out, features.json(), Features.JSON_SUPPORT);
    feature(out, features.vector(), Features.VECTOR_SUPPORT);
    out.u8(0xFF);
  }

  // Each of the three has one byte: supported, or the version 1.
  private static void feature(TdsWriter out, boolean asked, int id) {
    if (asked) {
      out.u8(id);
      out.i32(1);
      out.u8(1);
    }
  }
}
