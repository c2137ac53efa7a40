package io.hartonomous.plan;

/// What can go wrong with rows or running systems when a step runs. A number is never used twice.
public enum HazardKind {
  DROPS_COLUMN("HRT5001", "data-loss", true),
  DROPS_TABLE("HRT5002", "data-loss", true),
  NARROWS_COLUMN("HRT5003", "data-loss", true),
  REQUIRES_VALUES("HRT5004", "not-null", true),
  ADDS_REQUIRED_COLUMN("HRT5005", "not-null", true),
  REBUILDS_TABLE("HRT5006", "rebuild", false);

  private final String id;
  private final String flag;
  private final boolean blocks;

  HazardKind(String id, String flag, boolean blocks) {
    this.id = id;
    this.flag = flag;
    this.blocks = blocks;
  }

  public String id() {
    return id;
  }

  /// The part of the flag before the colon.
  public String flag() {
    return flag;
  }

  /// Whether a deployment stops at it while rows are at stake.
  public boolean blocks() {
    return blocks;
  }
}
