package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.pipeline.StepReport;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart build`: a project to findings and a package.
final class BuildCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Compiles a project and writes its package. With errors no package is left behind.",
            "  hart build                         bin/NAME.dacpac of the project here",
            "  hart build shop/Shop.sqlproj -o out/shop.dacpac",
            "  hart build --format msbuild        path(line,col): error SQL71501: text",
            "  hart build --format markdown       a checklist in working order");
    RequestFlags.project(spec);
    spec.addOption(
        RequestFlags.output("The package to write. Default: bin/NAME.dacpac of the project."));
    return RequestFlags.format(spec, PRETTY, "msbuild", JSON, "markdown");
  }

  @Override
  Set<Goal> goals(Flags flags) {
    return Set.of(Goal.BUILD);
  }

  @Override
  boolean isLogged() {
    return false;
  }

  @Override
  String render(PipelineRun run, DeployRequest request, String format, Output output) {
    String findings = BuildReport.render(run, format, output.resultColor());
    return format.equals(PRETTY)
        ? findings + (findings.isEmpty() ? "" : "\n") + summary(run) + "\n"
        : findings;
  }

  private static String summary(PipelineRun run) {
    long millis = run.result().steps().stream().mapToLong(StepReport::millis).sum();
    String counts =
        Words.count(run.result().errors(), "error")
            + ", "
            + Words.count(run.result().warnings(), "warning");
    return run.packageFile()
            .map(file ->
                "Built "
                    + file
                    + ": "
                    + Words.count(
                        run.build().orElseThrow().project().model().objects().size(), "object")
                    + ", "
                    + counts)
            .orElse("Not built, no package was written: " + counts)
        + " ("
        + Words.seconds(millis)
        + ")";
  }
}
