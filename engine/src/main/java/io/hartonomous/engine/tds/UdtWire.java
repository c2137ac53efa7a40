package io.hartonomous.engine.tds;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.util.Locale;

/// hierarchyid, geometry, geography and, from clients, any CLR type: bytes in the type's own
/// format.
///
/// Source: [MS-TDS] 2.2.5.5.2 UDT; the assembly-qualified names are those of
/// Microsoft.SqlServer.Types 11.
record UdtWire(SqlType type) implements WireType {
  static final int UDTTYPE = 0xF0;
  private static final String ASSEMBLY =
      ", Microsoft.SqlServer.Types, Version=11.0.0.0, Culture=neutral,"
          + " PublicKeyToken=89845dcd8080cc91";

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(UDTTYPE);
    out.u16(type.base() == SqlType.Base.HIERARCHYID ? 892 : Plp.MAX_LENGTH);
    out.shortText("");
    out.shortText("sys");
    out.shortText(type.base().name().toLowerCase(Locale.ROOT));
    String className =
        switch (type.base()) {
          case HIERARCHYID -> "SqlHierarchyId";
          case GEOMETRY -> "SqlGeometry";
          case GEOGRAPHY -> "SqlGeography";
          default -> throw new IllegalArgumentException("CLR type " + type + " cannot be sent");
        };
    out.longText("Microsoft.SqlServer.Types." + className + ASSEMBLY);
  }

  @Override
  public int nullSize() {
    return 8;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value == null) {
      Plp.writeNull(out);
    } else {
      Plp.write(out, (byte[]) value);
    }
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    return Plp.read(in);
  }

  /// Reads the UDT_INFO of a client: database, schema, type; where `withSize` (bulk load) also the
  /// size before and the assembly after.
  static UdtWire read(TdsReader in, boolean withSize) throws IOException {
    if (withSize) {
      in.u16();
    }
    in.shortText();
    String schema = in.shortText();
    String name = in.shortText();
    if (withSize) {
      in.longText();
    }
    return new UdtWire(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "hierarchyid" -> SqlType.of(SqlType.Base.HIERARCHYID);
          case "geometry" -> SqlType.of(SqlType.Base.GEOMETRY);
          case "geography" -> SqlType.of(SqlType.Base.GEOGRAPHY);
          default -> SqlType.of(SqlType.Base.CLR).withUserType(new ObjectName(schema, name));
        });
  }
}
