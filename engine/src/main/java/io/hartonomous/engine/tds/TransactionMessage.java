package io.hartonomous.engine.tds;

import io.hartonomous.engine.session.SqlSession.IsolationLevel;
import io.hartonomous.engine.session.SqlSession.TransactionRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A transaction manager request. COMMIT and ROLLBACK may begin the next transaction at once, hence
/// a list of steps.
///
/// Source: [MS-TDS] 2.2.6.9 Transaction Manager Request.
final class TransactionMessage {
  private static final int BEGIN = 5;
  private static final int COMMIT = 7;
  private static final int ROLLBACK = 8;
  private static final int SAVE = 9;
  private static final int BEGIN_NEXT = 0x01;

  record Step(TransactionRequest request, String name, IsolationLevel isolation) {}

  private TransactionMessage() {}

  /// The steps; empty for a request of a distributed transaction, which is not supported.
  static List<Step> read(TdsReader in) throws IOException {
    AllHeaders.skip(in);
    int type = in.u16();
    List<Step> steps = new ArrayList<>(2);
    switch (type) {
      case BEGIN -> steps.add(begin(in));
      case SAVE ->
          steps.add(new Step(TransactionRequest.SAVE, in.shortText(), IsolationLevel.UNCHANGED));
      case COMMIT, ROLLBACK -> {
        TransactionRequest request =
            type == COMMIT ? TransactionRequest.COMMIT : TransactionRequest.ROLLBACK;
        steps.add(new Step(request, in.shortText(), IsolationLevel.UNCHANGED));
        if ((in.u8() & BEGIN_NEXT) != 0) {
          steps.add(begin(in));
        }
      }
      case 0, 1, 6 -> {}
      default -> throw new ProtocolException("transaction manager request " + type);
    }
    return steps;
  }

  private static Step begin(TdsReader in) throws IOException {
    IsolationLevel isolation =
        switch (in.u8()) {
          case 0 -> IsolationLevel.UNCHANGED;
          case 1 -> IsolationLevel.READ_UNCOMMITTED;
          case 2 -> IsolationLevel.READ_COMMITTED;
          case 3 -> IsolationLevel.REPEATABLE_READ;
          case 4 -> IsolationLevel.SERIALIZABLE;
          case 5 -> IsolationLevel.SNAPSHOT;
          default -> throw new ProtocolException("an isolation level that TDS does not know");
        };
    return new Step(TransactionRequest.BEGIN, in.shortText(), isolation);
  }
}
