package io.hartonomous.model;

/// Options of an index or of a key constraint. `fillFactor` 0 is the server's default.
/// `compression` is `NONE`, `ROW`, `PAGE`, `COLUMNSTORE` or `COLUMNSTORE_ARCHIVE`.
public record IndexOptions(
    int fillFactor,
    boolean padIndex,
    boolean ignoreDupKey,
    boolean statisticsNoRecompute,
    boolean allowRowLocks,
    boolean allowPageLocks,
    boolean optimizeForSequentialKey,
    String compression,
    boolean disabled) {
  public static final IndexOptions DEFAULT =
      new IndexOptions(0, false, false, false, true, true, false, "NONE", false);
}
