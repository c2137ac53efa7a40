package io.hartonomous.pipeline;

/// What became of one step of a run. `summary` is for people (`76 objects, 0 errors`), `name` for
/// machines too.
public record StepReport(StepName name, Status status, long millis, String summary) {

  public enum StepName {
    BUILD("build"),
    PACKAGE("package"),
    PLAN("plan"),
    PUBLISH("publish"),
    SCAFFOLD("scaffold"),
    TEST("test");

    private final String label;

    StepName(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  public enum Status {
    SUCCEEDED("succeeded"),
    FAILED("failed"),
    BLOCKED("blocked"),
    SKIPPED("skipped"),
    ROLLED_BACK("rolledBack");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
