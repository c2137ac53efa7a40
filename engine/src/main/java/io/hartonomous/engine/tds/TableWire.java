package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A table-valued parameter: only ever read.
///
/// Source: [MS-TDS] 2.2.5.5.5 TVP.
record TableWire(SqlType type) implements WireType {
  static final int TVPTYPE = 0xF3;
  private static final int NO_COLUMNS = 0xFFFF;
  private static final int DEFAULT_COLUMN = 0x200;
  private static final int END = 0x00;
  private static final int ROW = 0x01;
  private static final int ORDER_UNIQUE = 0x10;
  private static final int COLUMN_ORDERING = 0x11;

  static TableWire read(TdsReader in) throws IOException {
    in.shortText();
    String schema = in.shortText();
    String name = in.shortText();
    return new TableWire(SqlType.of(SqlType.Base.TABLE).withUserType(new ObjectName(schema, name)));
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    List<ResultColumn> columns = new ArrayList<>();
    List<WireType> wires = new ArrayList<>();
    List<Boolean> defaulted = new ArrayList<>();
    int count = in.u16();
    for (int i = 0; count != NO_COLUMNS && i < count; i++) {
      in.i32();
      int flags = in.u16();
      WireType wire = WireTypes.read(in, WireTypes.Place.TABLE_PARAMETER);
      columns.add(ResultColumn.of(in.shortText(), wire.type()));
      wires.add(wire);
      defaulted.add((flags & DEFAULT_COLUMN) != 0);
    }
    for (int token = in.u8(); token != END; token = in.u8()) {
      switch (token) {
        case ORDER_UNIQUE -> in.skip(in.u16() * 3);
        case COLUMN_ORDERING -> in.skip(in.u16() * 2);
        default ->
            throw new ProtocolException(
                "token 0x"
                    + Integer.toHexString(token)
                    + " in the head of a table-valued parameter");
      }
    }
    List<Object[]> rows = new ArrayList<>();
    for (int token = in.u8(); token != END; token = in.u8()) {
      if (token != ROW || wires.isEmpty()) {
        throw new ProtocolException(
            "token 0x" + Integer.toHexString(token) + " in the rows of a table-valued parameter");
      }
      Object[] row = new Object[wires.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = defaulted.get(i) ? RpcRequest.TableValue.DEFAULT : wires.get(i).readValue(in);
      }
      rows.add(row);
    }
    return new RpcRequest.TableValue(columns, rows);
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    throw new IllegalArgumentException("a table cannot be a column");
  }

  @Override
  public int nullSize() {
    return 0;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    throw new IllegalArgumentException("a table cannot be a value of a row");
  }
}
