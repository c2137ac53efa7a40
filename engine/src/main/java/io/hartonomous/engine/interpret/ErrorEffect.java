package io.hartonomous.engine.interpret;

import java.util.Map;

/// What an error ends where no TRY catches it.
///
/// Source: Microsoft Learn, "Database Engine error severities", "SET XACT_ABORT", "TRY...CATCH";
/// the classes of errors as practice knows them.
enum ErrorEffect {
  /// The statement; the next one runs.
  STATEMENT,
  /// The batch or module in which it is; its caller goes on.
  SCOPE,
  /// The batch with all its callers; the transaction stays.
  BATCH_ONLY,
  /// The batch with all its callers, and the transaction.
  BATCH,
  /// The connection.
  CONNECTION;

  private static final Map<Integer, ErrorEffect> BY_NUMBER =
      Map.ofEntries(
          Map.entry(208, SCOPE),
          Map.entry(207, SCOPE),
          Map.entry(209, SCOPE),
          Map.entry(4104, SCOPE),
          Map.entry(4121, SCOPE),
          Map.entry(195, SCOPE),
          Map.entry(213, SCOPE),
          Map.entry(102, BATCH_ONLY),
          Map.entry(105, BATCH_ONLY),
          Map.entry(156, BATCH_ONLY),
          Map.entry(137, BATCH_ONLY),
          Map.entry(1087, BATCH_ONLY),
          Map.entry(134, BATCH_ONLY),
          Map.entry(174, SCOPE),
          Map.entry(217, BATCH),
          Map.entry(235, BATCH),
          Map.entry(241, BATCH),
          Map.entry(242, BATCH),
          Map.entry(244, BATCH),
          Map.entry(245, BATCH),
          Map.entry(248, BATCH),
          Map.entry(295, BATCH),
          Map.entry(296, BATCH),
          Map.entry(8114, BATCH),
          Map.entry(8169, BATCH),
          Map.entry(1205, BATCH),
          Map.entry(3960, BATCH),
          Map.entry(3609, BATCH),
          Map.entry(3616, BATCH),
          Map.entry(3930, BATCH_ONLY),
          Map.entry(3931, BATCH_ONLY),
          Map.entry(9420, BATCH),
          Map.entry(49900, BATCH),
          Map.entry(49901, BATCH),
          Map.entry(49902, BATCH),
          Map.entry(49903, CONNECTION),
          Map.entry(911, STATEMENT));

  static ErrorEffect of(int number, int severity) {
    if (severity >= 20) {
      return CONNECTION;
    }
    return BY_NUMBER.getOrDefault(number, STATEMENT);
  }
}
