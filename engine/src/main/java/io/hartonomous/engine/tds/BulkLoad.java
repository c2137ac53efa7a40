package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.ResultColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/// The rows of a bulk load, read from the wire while they are taken.
///
/// Errors: the iterator throws [UncheckedIOException] where the peer breaks the protocol, goes away
/// or cancels. Source: [MS-TDS] 2.2.6.1 Bulk Load BCP.
final class BulkLoad implements Iterator<Object[]> {
  private static final int DONE = 0xFD;
  private static final int NULLABLE = 0x01;
  private static final int IDENTITY = 0x10;

  private final TdsReader in;
  private final List<WireType> wires = new ArrayList<>();
  private final List<ResultColumn> columns = new ArrayList<>();
  private boolean tokenTaken;
  private boolean ended;

  BulkLoad(TdsReader in) throws IOException {
    this.in = in;
    int token = in.u8();
    if (token != ColMetadataToken.COLMETADATA) {
      throw new ProtocolException(
          "token 0x" + Integer.toHexString(token) + " at the start of a bulk load");
    }
    int count = in.u16();
    for (int i = 0; i < count; i++) {
      in.i32();
      int flags = in.u16();
      WireType wire = WireTypes.read(in, WireTypes.Place.BULK_COLUMN);
      if (wire instanceof LobWire) {
        for (int parts = in.u8(); parts > 0; parts--) {
          in.longText();
        }
      }
      wires.add(wire);
      columns.add(
          new ResultColumn(
              in.shortText(),
              wire.type(),
              (flags & NULLABLE) != 0,
              (flags & IDENTITY) != 0,
              false));
    }
  }

  List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public boolean hasNext() {
    if (!tokenTaken && !ended) {
      try {
        // Some clients leave the closing DONE out when there are no rows.
        int token = in.atEnd() ? DONE : in.u8();
        ended = token == DONE;
        tokenTaken = !ended;
        if (!ended && token != RowToken.ROW) {
          throw new ProtocolException("token 0x" + Integer.toHexString(token) + " in a bulk load");
        }
        if (ended) {
          drain();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return !ended;
  }

  @Override
  public Object[] next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    tokenTaken = false;
    Object[] row = new Object[wires.size()];
    try {
      for (int i = 0; i < row.length; i++) {
        row[i] = wires.get(i).readValue(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return row;
  }

  /// Reads what is left of the message, so that the next one starts at its beginning.
  void drain() throws IOException {
    while (!in.atEnd()) {
      in.u8();
    }
  }
}
