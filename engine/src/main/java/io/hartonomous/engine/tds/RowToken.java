package io.hartonomous.engine.tds;

/// ROW and NBCROW; the second tells NULLs by a bitmap and is used where that is shorter.
///
/// Source: [MS-TDS] 2.2.7.19 ROW, 2.2.7.14 NBCROW.
final class RowToken {
  static final int ROW = 0xD1;
  private static final int NBCROW = 0xD2;

  private RowToken() {}

  static void write(TdsWriter out, WireType[] wires, Object[] values) {
    int nulls = 0;
    for (int i = 0; i < wires.length; i++) {
      if (values[i] == null) {
        nulls += wires[i].nullSize();
      }
    }
    if (nulls <= (wires.length + 7) / 8) {
      out.u8(ROW);
      for (int i = 0; i < wires.length; i++) {
        wires[i].writeValue(out, values[i]);
      }
      return;
    }
    out.u8(NBCROW);
    for (int first = 0; first < wires.length; first += 8) {
      int bits = 0;
      for (int i = first; i < wires.length && i < first + 8; i++) {
        bits |= values[i] == null ? 1 << i - first : 0;
      }
      out.u8(bits);
    }
    for (int i = 0; i < wires.length; i++) {
      if (values[i] != null) {
        wires[i].writeValue(out, values[i]);
      }
    }
  }
}
