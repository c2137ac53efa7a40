package io.hartonomous.plan;

/// The parts of a deployment, in their order.
public enum Phase {
  PRE_DEPLOYMENT("pre-deployment script"),
  RENAME("renames"),
  DATABASE("database options"),
  /// What must be out of the way: dropped objects, and what depends on objects that change.
  DETACH("drops"),
  /// Objects in the order of their dependencies.
  CHANGE("objects"),
  /// Constraints, indexes and triggers of tables that exist by now.
  ATTACH("constraints, indexes, triggers"),
  /// What nothing needs any more.
  CLEANUP("late drops"),
  DESCRIBE("permissions and extended properties"),
  REFRESH("refreshed modules"),
  POST_DEPLOYMENT("post-deployment script"),
  /// Existing rows against new constraints.
  VALIDATE("validation");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
