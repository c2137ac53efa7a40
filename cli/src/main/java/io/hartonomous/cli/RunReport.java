package io.hartonomous.cli;

import io.hartonomous.deploy.StepFailure;
import io.hartonomous.pipeline.PipelineResult;
import io.hartonomous.pipeline.PipelineResult.HazardReport;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.pipeline.StepReport;
import java.util.ArrayList;
import java.util.List;

/// What a run gave, for people: a table of its steps, what went wrong and what to do, where the
/// database is.
final class RunReport {
  private static final int BATCH_LINES = 12;

  private RunReport() {}

  static String of(PipelineRun run) {
    StringBuilder out = new StringBuilder();
    PipelineResult result = run.result();
    table(out, result.steps());
    run.failure().ifPresent(failure -> failure(out, failure));
    List<HazardReport> stopping =
        result.hazards().stream()
            .filter(hazard -> hazard.rows() != 0 && !hazard.allowed())
            .toList();
    if (result.outcome() == Outcome.BLOCKED || !stopping.isEmpty()) {
      hazards(out, stopping);
    }
    run.tests().stream()
        .filter(test -> !test.passed())
        .forEach(test ->
            out.append("\nFAILED ")
                .append(test.test().file())
                .append('(')
                .append(test.test().line() + Math.max(0, test.errorLine() - 1))
                .append("): ")
                .append(test.test().name())
                .append("\n  ")
                .append(test.detail())
                .append('\n'));
    result
        .failure()
        .ifPresent(
            text -> out.append('\n').append(text).append('\n').append(state(result.outcome())));
    if (result.outcome() == Outcome.SUCCEEDED) {
      next(out, run);
    }
    return out.toString();
  }

  private static void table(StringBuilder out, List<StepReport> steps) {
    out.append(String.format("%-10s %8s  %s%n", "step", "time", "result"));
    for (StepReport step : steps) {
      boolean skipped = step.status() == StepReport.Status.SKIPPED;
      out.append(
          String.format(
              "%-10s %8s  %s%n",
              step.name().label(),
              skipped ? "" : RunLog.seconds(step.millis()),
              skipped
                  ? "skipped"
                  : step.status() == StepReport.Status.SUCCEEDED
                      ? step.summary()
                      : step.status().label() + ": " + step.summary()));
    }
  }

  private static void failure(StringBuilder out, StepFailure failure) {
    out.append('\n');
    if (!failure.file().isEmpty()) {
      out.append(failure.file()).append('(').append(failure.line()).append("): ");
    }
    out.append("error ")
        .append(failure.number())
        .append(", severity ")
        .append(failure.severity())
        .append(", state ")
        .append(failure.state());
    if (!failure.procedure().isEmpty()) {
      out.append(", in ").append(failure.procedure());
    }
    out.append(", line ")
        .append(failure.batchLine())
        .append(" of the batch: ")
        .append(failure.message())
        .append("\n\n");
    List<String> lines = failure.batchSql().lines().toList();
    int at = Math.max(0, Math.min(failure.batchLine(), lines.size()) - BATCH_LINES / 2);
    for (int i = at; i < Math.min(lines.size(), at + BATCH_LINES); i++) {
      out.append(i + 1 == failure.batchLine() ? "> " : "  ")
          .append(String.format("%4d  ", i + 1))
          .append(lines.get(i))
          .append('\n');
    }
  }

  private static void hazards(StringBuilder out, List<HazardReport> hazards) {
    for (HazardReport hazard : hazards) {
      out.append('\n')
          .append(hazard.id())
          .append(' ')
          .append(hazard.object())
          .append(": ")
          .append(hazard.message());
      out.append(hazard.rows() < 0 ? "" : " Rows at stake: " + hazard.rows() + ".")
          .append("\n  Allow it with ")
          .append(hazard.allow())
          .append('\n');
    }
  }

  private static String state(Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDED, BUILD_FAILED, TESTS_FAILED -> "";
      case BLOCKED -> "The database is as it was.\n";
      case ROLLED_BACK ->
          "The failed step was undone and nothing had run before it: the database is as it was.\n";
      case NEEDS_ATTENTION ->
          "What ran before stays. The journal is in hart.deployment and hart.deployment_step of the"
              + " database. Mend the cause and run again.\n";
    };
  }

  private static void next(StringBuilder out, PipelineRun run) {
    run.target()
        .ifPresent(target -> {
          out.append('\n')
              .append(run.databaseCreated() ? "Made " : "")
              .append("database ")
              .append(target.database())
              .append(": ")
              .append(target.jdbcUrl())
              .append(target.user().isEmpty() ? "" : ";user=" + target.user())
              .append('\n');
          List<String> tries = new ArrayList<>();
          if (target.host().equals("127.0.0.1")) {
            tries.add("hart engine connection --show-password   for the password");
          }
          tries.add(
              "hart plan                                shows what a change of the project would"
                  + " do");
          out.append("Next: ").append(String.join("\n      ", tries)).append('\n');
        });
  }
}
