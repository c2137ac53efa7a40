package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.model.SqlType;
import java.util.List;

/// COLMETADATA: what the rows that follow look like.
///
/// Shape: 81, count 2, then for each column: user type 4, flags 2, TYPE_INFO, a table name for
/// text, ntext and image, the name. Source: [MS-TDS] 2.2.7.4 COLMETADATA.
final class ColMetadataToken {
  static final int COLMETADATA = 0x81;
  private static final int NULLABLE = 0x01;
  private static final int CASE_SENSITIVE = 0x02;
  private static final int UPDATEABLE_UNKNOWN = 0x08;
  private static final int IDENTITY = 0x10;
  private static final int COMPUTED = 0x20;
  private static final int TIMESTAMP = 80;
  private static final int SYSNAME = 256;

  private ColMetadataToken() {}

  static void write(TdsWriter out, List<ResultColumn> columns, WireType[] wires) {
    out.u8(COLMETADATA);
    out.u16(wires.length);
    for (int i = 0; i < wires.length; i++) {
      ResultColumn column = columns.get(i);
      out.i32(userType(column.type()));
      int flags =
          (column.nullable() ? NULLABLE : 0)
              | (column.identity() ? IDENTITY : 0)
              | (column.computed() ? COMPUTED : 0);
      boolean readOnly =
          column.identity() || column.computed() || column.type().base() == SqlType.Base.ROWVERSION;
      flags |= readOnly ? 0 : UPDATEABLE_UNKNOWN;
      // Types that compare byte by byte count as case-sensitive.
      flags |=
          column.type().base() == SqlType.Base.XML || column.type().base() == SqlType.Base.JSON
              ? CASE_SENSITIVE
              : 0;
      out.u16(flags);
      wires[i].writeTypeInfo(out);
      if (wires[i] instanceof LobWire) {
        LobWire.writeTableName(out);
      }
      out.shortText(column.name());
    }
  }

  static int userType(SqlType type) {
    if (type.base() == SqlType.Base.ROWVERSION) {
      return TIMESTAMP;
    }
    boolean sysname =
        type.userType().isPresent()
            && type.userType().get().schema().equals("sys")
            && type.userType().get().name().equals("sysname");
    return sysname ? SYSNAME : 0;
  }
}
