package io.hartonomous.cli;

import io.hartonomous.dbtest.TestOutcome;
import io.hartonomous.deploy.StepFailure;
import io.hartonomous.deploy.Target;
import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineResult.HazardReport;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.pipeline.StepReport;
import io.hartonomous.plan.PlanRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a run gave, for people: findings, a table of its steps, what went wrong and what to do
/// about it, where the database is and what to try next.
final class RunReport {
  private static final int LINES_AROUND = 4;
  private static final int OMISSIONS = 5;

  private final PipelineRun run;
  private final DeployRequest request;
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  private RunReport(PipelineRun run, DeployRequest request, Paint paint) {
    this.run = run;
    this.request = request;
    this.paint = paint;
  }

  static String of(PipelineRun run, DeployRequest request, boolean colours) {
    RunReport report = new RunReport(run, request, new Paint(colours));
    report.out.append(BuildReport.render(run, PipelineVerb.PRETTY, colours));
    if (request.dryRun()) {
      run.plan().ifPresent(plan -> report.out.append(PlanRenderer.pretty(plan)).append('\n'));
    }
    report.table();
    report.failure();
    report.hazards();
    report.tests();
    report.omissions();
    report.end();
    return report.out.toString();
  }

  /// The plan, and what is at stake.
  static String ofPlan(PipelineRun run, DeployRequest request, boolean colours) {
    RunReport report = new RunReport(run, request, new Paint(colours));
    report.out.append(BuildReport.render(run, PipelineVerb.PRETTY, colours));
    run.plan().ifPresent(plan -> report.out.append(PlanRenderer.pretty(plan)));
    report.hazards();
    return report.out.toString();
  }

  private void table() {
    out.append(paint.strong(String.format("  %-9s%8s  %s", "step", "time", "result"))).append('\n');
    for (StepReport step : run.result().steps()) {
      out.append(RunLog.line(step, paint)).append('\n');
    }
  }

  private void failure() {
    if (run.failure().isEmpty()) {
      return;
    }
    StepFailure failure = run.failure().get();
    out.append('\n')
        .append(paint.error("error " + failure.number()))
        .append(" (severity ")
        .append(failure.severity())
        .append(", state ")
        .append(failure.state())
        .append("): ")
        .append(failure.message())
        .append("\n  --> ")
        .append(
            failure.file().isEmpty()
                ? "step " + failure.step().id() + ", " + failure.step().title()
                : failure.file() + ":" + failure.line())
        .append(failure.procedure().isEmpty() ? "" : ", in " + failure.procedure())
        .append("\n\n");
    List<String> lines = failure.batchSql().lines().toList();
    int at = Math.clamp(failure.batchLine(), 1, Math.max(1, lines.size()));
    int from = Math.max(1, at - LINES_AROUND);
    int to = Math.min(lines.size(), at + LINES_AROUND);
    if (from > 1) {
      out.append(paint.dim("        ... " + Words.count(from - 1, "line"))).append('\n');
    }
    for (int i = from; i <= to; i++) {
      String line = String.format(" %s%5d | %s", i == at ? ">" : " ", i, lines.get(i - 1));
      out.append(i == at ? paint.strong(line) : line).append('\n');
    }
    if (to < lines.size()) {
      out.append(paint.dim("        ... " + Words.count(lines.size() - to, "line"))).append('\n');
    }
  }

  private void hazards() {
    for (HazardReport hazard : run.result().hazards()) {
      if (hazard.rows() == 0) {
        continue;
      }
      out.append('\n')
          .append(
              hazard.allowed()
                  ? paint.warning("allowed " + hazard.id())
                  : paint.error("hazard " + hazard.id()))
          .append(": ")
          .append(hazard.message())
          .append("\n  object: ")
          .append(hazard.object())
          .append("\n  at stake: ")
          .append(hazard.rows() < 0 ? "nobody could count" : Words.count(hazard.rows(), "row"));
      if (!hazard.allowed()) {
        out.append("\n  to let it happen: ").append(hazard.allow());
      }
      out.append('\n');
    }
  }

  private void tests() {
    for (TestOutcome test : run.tests()) {
      if (test.passed()) {
        continue;
      }
      out.append('\n')
          .append(
              paint.error(
                  test.verdict() == TestOutcome.Verdict.ENDED_TRANSACTION
                      ? "ended its transaction"
                      : "failed"))
          .append(": ")
          .append(test.test().name())
          .append("\n  --> ")
          .append(test.test().file())
          .append(':')
          .append(test.fileLine())
          .append('\n');
      test.detail().lines().forEach(line -> out.append("  ").append(line).append('\n'));
      test.messages().forEach(text -> out.append("  said: ").append(text).append('\n'));
    }
  }

  private void omissions() {
    if (run.scaffold().isEmpty() || run.scaffold().get().omissions().isEmpty()) {
      return;
    }
    var omissions = run.scaffold().get().omissions();
    boolean all = request.goals().equals(ScaffoldCommand.GOALS);
    out.append("\nLeft out of the entities:\n");
    omissions.stream()
        .limit(all ? omissions.size() : OMISSIONS)
        .forEach(omission -> out.append("  ").append(omission).append('\n'));
    if (!all && omissions.size() > OMISSIONS) {
      out.append("  and ")
          .append(omissions.size() - OMISSIONS)
          .append(" more; hart scaffold lists them\n");
    }
  }

  private void end() {
    run.result().failure().ifPresent(text -> out.append('\n').append(text).append('\n'));
    switch (run.result().outcome()) {
      case SUCCEEDED -> success();
      case BUILD_FAILED, TESTS_FAILED -> {}
      case BLOCKED, ROLLED_BACK -> out.append("The database is as it was.\n");
      case NEEDS_ATTENTION -> attention();
    }
  }

  private void attention() {
    if (run.failure().isEmpty() || run.target().isEmpty()) {
      out.append("What was published stays.\n");
      database();
      return;
    }
    var step = run.failure().get().step();
    out.append(
            step.id() == 1
                ? "It was the first step"
                : Words.count(step.id() - 1, "step") + " before it stay done")
        .append(
            step.transactional()
                ? "; the step itself was rolled back.\n"
                : "; parts of the step itself, which cannot run in a transaction, may stay too.\n")
        .append("The journal is in hart.deployment and hart.deployment_step of ")
        .append(run.target().get().display())
        .append(". Mend the cause and run again: what is done is not done twice.\n");
  }

  private void success() {
    if (run.target().isEmpty() || request.dryRun() || !request.goals().contains(Goal.PUBLISH)) {
      return;
    }
    database();
    next();
  }

  private void database() {
    if (run.target().isEmpty()) {
      return;
    }
    Target target = run.target().get();
    out.append('\n')
        .append(paint.good(run.databaseCreated() ? "Made database " : "Database "))
        .append(target.database())
        .append("\n  ")
        .append(target.jdbcUrl())
        .append(target.user().isEmpty() ? "" : ";user=" + target.user())
        .append('\n');
  }

  private void next() {
    String project =
        request.project().toString().equals(".") ? "" : " " + quoted(request.project().toString());
    out.append("\nNext\n");
    Map<String, String> next = new LinkedHashMap<>();
    if (request.server().isEmpty()) {
      next.put("hart engine connection --show-password", "the password, for other tools");
    }
    next.put("hart plan" + project, "what an edit of the project would change");
    if (!run.tests().isEmpty()) {
      next.put("hart test" + project, "the database tests alone");
    }
    int width = next.keySet().stream().mapToInt(String::length).max().orElse(1);
    next.forEach((command, what) ->
        out.append(String.format("  %-" + width + "s  %s", command, what)).append('\n'));
  }

  private static String quoted(String path) {
    return path.contains(" ") ? "\"" + path + "\"" : path;
  }
}
