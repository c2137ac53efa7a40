package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;

/// vector of 4-byte floats, for clients that asked for the feature.
///
/// Shape of a value: A9, version 1, dimensions 2, element type 1 (0 is float32), 3 reserved bytes,
/// the elements. Source: the layout that mssql-jdbc and SqlClient write and read.
record VectorWire(SqlType type) implements WireType {
  static final int VECTORTYPE = 0xF5;
  private static final int HEADER = 8;
  private static final int NULL_LENGTH = 0xFFFF;
  private static final int FLOAT32 = 0;

  @Override
  public void writeTypeInfo(TdsWriter out) {
    out.u8(VECTORTYPE);
    out.u16(HEADER + 4 * type.length());
    out.u8(FLOAT32);
  }

  @Override
  public int nullSize() {
    return 2;
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    if (value == null) {
      out.u16(NULL_LENGTH);
      return;
    }
    float[] elements = (float[]) value;
    out.u16(HEADER + 4 * elements.length);
    out.u8(0xA9);
    out.u8(1);
    out.u16(elements.length);
    out.u8(FLOAT32);
    out.unsigned(0, 3);
    for (float element : elements) {
      out.i32(Float.floatToRawIntBits(element));
    }
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    int length = in.u16();
    if (length == NULL_LENGTH) {
      return null;
    }
    int magic = in.u8();
    int version = in.u8();
    int dimensions = in.u16();
    int element = in.u8();
    in.skip(3);
    if (magic != 0xA9 || version != 1 || element != FLOAT32 || length != HEADER + 4 * dimensions) {
      throw new ProtocolException("a vector of a layout that is not supported");
    }
    float[] value = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      value[i] = Float.intBitsToFloat(in.i32());
    }
    return value;
  }

  static VectorWire read(TdsReader in) throws IOException {
    int length = in.u16();
    int element = in.u8();
    if (element != FLOAT32) {
      throw new ProtocolException(
          "vector elements of type " + element + ": only float32 is supported");
    }
    return new VectorWire(SqlType.sized(SqlType.Base.VECTOR, Math.max(0, (length - HEADER) / 4)));
  }
}
