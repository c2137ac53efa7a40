package io.hartonomous.engine.tds;

/// What a client asked for in LOGIN7 and the server acknowledged. A feature that was not asked for
/// is never acknowledged: clients take that for a broken server.
///
/// Source: [MS-TDS] 2.2.6.4 FeatureExt (0A UTF8_SUPPORT, 0D JSONSUPPORT, 0E VECTORSUPPORT).
record Features(boolean utf8, boolean json, boolean vector) {
  static final int UTF8_SUPPORT = 0x0A;
  static final int JSON_SUPPORT = 0x0D;
  static final int VECTOR_SUPPORT = 0x0E;
  static final int FEDERATED_AUTHENTICATION = 0x02;
  static final Features NONE = new Features(false, false, false);
}
