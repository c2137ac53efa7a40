package io.hartonomous.engine.tds;

import java.io.IOException;

/// ALL_HEADERS, which stands before every batch, remote procedure call and transaction request.
///
/// Shape: total length 4 (itself included), then headers of length 4, type 2, data. The transaction
/// descriptor (type 2) needs no check: a connection without MARS has one transaction at most, and
/// the session knows it. Source: [MS-TDS] 2.2.5.3 Packet Data Stream Headers.
final class AllHeaders {
  private AllHeaders() {}

  static void skip(TdsReader in) throws IOException {
    long total = in.u32();
    if (total < 4 || total - 4 > in.remaining()) {
      throw new ProtocolException("ALL_HEADERS of " + total + " bytes");
    }
    in.skip((int) total - 4);
  }
}
