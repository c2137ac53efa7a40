package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart publish`: build or take a package, plan, and run the plan.
final class PublishCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Brings a database to the state of a project or package.",
            "  hart publish                            into the embedded engine",
            "  hart publish --package bin/Shop.dacpac --env Staging --server sql1 \\",
            "               --database Shop --user deploy --password-stdin < password",
            "  hart publish --option DropObjectsNotInSource=True --dry-run");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.plan(spec);
    spec.addOption(RequestFlags.flag("--dry-run", "Plan, and run nothing."));
    return RequestFlags.format(spec, PRETTY, JSON);
  }

  @Override
  Set<Goal> goals(Flags flags) {
    return Set.of(Goal.BUILD, Goal.PLAN, Goal.PUBLISH);
  }

  @Override
  String render(PipelineRun run, DeployRequest request, String format, Output output) {
    return RunReport.of(run, request, output.resultColor());
  }
}
