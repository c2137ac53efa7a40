package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart scaffold`: entities from the project.
final class ScaffoldCommand extends PipelineVerb {
  static final Set<Goal> GOALS = Set.of(Goal.BUILD, Goal.SCAFFOLD);

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Writes Jakarta Persistence entities for the tables of a project.",
            "  hart scaffold                           into obj/entities of the project here",
            "  hart scaffold -o src/main/java --package-name com.acme.shop");
    RequestFlags.project(spec);
    RequestFlags.entities(spec, "-o", "--output", "--entities");
    return RequestFlags.format(spec, PRETTY, JSON);
  }

  @Override
  Set<Goal> goals(Flags flags) {
    return GOALS;
  }

  @Override
  String render(PipelineRun run, DeployRequest request, String format, Output output) {
    return RunReport.of(run, request, output.resultColor());
  }
}
