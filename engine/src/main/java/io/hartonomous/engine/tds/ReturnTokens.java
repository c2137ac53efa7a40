package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;

/// RETURNSTATUS and RETURNVALUE.
///
/// Shape of RETURNVALUE: AC, ordinal 2, name, status 1 (1 is an OUTPUT parameter), user type 4,
/// flags 2, TYPE_INFO, value. Source: [MS-TDS] 2.2.7.17 RETURNSTATUS, 2.2.7.18 RETURNVALUE.
final class ReturnTokens {
  private static final int RETURNSTATUS = 0x79;
  private static final int RETURNVALUE = 0xAC;
  private static final int OUTPUT_PARAMETER = 1;

  private ReturnTokens() {}

  static void status(TdsWriter out, int status) {
    out.u8(RETURNSTATUS);
    out.i32(status);
  }

  static void value(
      TdsWriter out, int ordinal, String name, SqlType type, Object value, Features features) {
    WireType wire = WireTypes.of(type, features);
    out.u8(RETURNVALUE);
    out.u16(ordinal);
    out.shortText(name);
    out.u8(OUTPUT_PARAMETER);
    out.i32(ColMetadataToken.userType(type));
    out.u16(1);
    wire.writeTypeInfo(out);
    wire.writeValue(out, value);
  }
}
