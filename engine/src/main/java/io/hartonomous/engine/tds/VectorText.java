package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;

/// vector as the JSON text of an array, for clients that did not ask for the feature.
record VectorText(SqlType type, CharacterWire text) implements WireType {

  static VectorText of(SqlType type) {
    return new VectorText(
        type, new CharacterWire(SqlType.varchar(SqlType.MAX), WireCollation.DEFAULT, false));
  }

  @Override
  public void writeTypeInfo(TdsWriter out) {
    text.writeTypeInfo(out);
  }

  @Override
  public int nullSize() {
    return text.nullSize();
  }

  @Override
  public void writeValue(TdsWriter out, Object value) {
    text.writeValue(out, value == null ? null : json((float[]) value));
  }

  /// Elements in the form `1.0000000e+000`, as SQL Server converts a vector to text.
  static String json(float[] elements) {
    StringBuilder json = new StringBuilder(elements.length * 15 + 2).append('[');
    for (int i = 0; i < elements.length; i++) {
      if (i > 0) {
        json.append(',');
      }
      String scientific = String.format(java.util.Locale.ROOT, "%.7e", elements[i]);
      int exponent = scientific.indexOf('e') + 2;
      json.append(scientific, 0, exponent)
          .append("0".repeat(3 - (scientific.length() - exponent)))
          .append(scientific, exponent, scientific.length());
    }
    return json.append(']').toString();
  }

  @Override
  public Object readValue(TdsReader in) throws IOException {
    throw new ProtocolException("vector text is never read as a vector");
  }
}
