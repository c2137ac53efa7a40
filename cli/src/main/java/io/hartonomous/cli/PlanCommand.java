package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.plan.Plan;
import io.hartonomous.plan.PlanRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart plan`: what publishing would do.
final class PlanCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Compares a project or package with a database and shows the steps that would make them"
                + " the same. Runs none of them.",
            "  hart plan                               against the embedded engine",
            "  hart plan --format sql --out change.sql the script, for sqlcmd",
            "  hart plan --package bin/Shop.dacpac --server sql1 --database Shop",
            "  hart plan --format markdown > plan.md   a report for a pull request");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.plan(spec);
    spec.addOption(
        RequestFlags.text("--out", "FILE", "Write there instead of standard output.").build());
    return RequestFlags.format(spec, PRETTY, "sql", JSON, "markdown");
  }

  @Override
  Set<Goal> goals(Flags flags) {
    return Set.of(Goal.BUILD, Goal.PLAN);
  }

  @Override
  boolean dryRun(Flags flags) {
    return true;
  }

  @Override
  String render(PipelineRun run, DeployRequest request, String format, Output output) {
    if (run.plan().isEmpty()) {
      if (format.equals(PRETTY)) {
        return RunReport.of(run, request, output.resultColor());
      }
      // No script, and nothing that could be taken for an empty one.
      output.log().print(RunReport.of(run, request, output.logColor()));
      return "";
    }
    Plan plan = run.plan().get();
    return switch (format) {
      case "sql" -> PlanRenderer.sql(plan);
      case "markdown" -> PlanRenderer.markdown(plan);
      default -> RunReport.ofPlan(run, request, output.resultColor());
    };
  }

  @Override
  void print(String text, PipelineRun run, Flags flags, Output output) {
    Optional<String> out = RequestFlags.text(flags, "--out");
    if (out.isEmpty() || run.plan().isEmpty()) {
      super.print(text, run, flags, output);
      return;
    }
    Path file = Path.of(out.get()).toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "The plan cannot be written to " + file + ": " + e + ".", e);
    }
  }
}
