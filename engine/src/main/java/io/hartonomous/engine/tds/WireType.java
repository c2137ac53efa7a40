package io.hartonomous.engine.tds;

import io.hartonomous.model.SqlType;
import java.io.IOException;

/// A type as it stands on the wire: its TYPE_INFO and the encoding of its values, both ways. The
/// Java object of each type is told by `io.hartonomous.engine.session.ResultSink`.
///
/// Source: [MS-TDS] 2.2.5.4 Data Type Definitions, 2.2.5.5 Data Type Dependent Data Streams.
interface WireType {

  /// A [#nullSize()] that makes every row with a NULL a NBCROW: a fixed-length type has no NULL in
  /// a ROW.
  int ONLY_IN_BITMAP = 10_000;

  SqlType type();

  void writeTypeInfo(TdsWriter out);

  /// Writes a value, length included; null is NULL.
  void writeValue(TdsWriter out, Object value);

  /// How many bytes NULL takes in a ROW token.
  int nullSize();

  Object readValue(TdsReader in) throws IOException;
}
