package io.hartonomous.cli;

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
            "  hart publish                                the project in this folder into the"
                + " embedded engine",
            "  hart publish --skip-build --package shop.dacpac --server sql1 --database Shop --env"
                + " Staging",
            "  hart publish --option DropObjectsNotInSource=True");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.plan(spec);
    return RequestFlags.format(spec, FORMATS);
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    boolean json = RequestFlags.format(flags, Set.of("pretty", "json")).equals("json");
    Set<Goal> goals = Set.of(Goal.BUILD, Goal.PLAN, Goal.PUBLISH);
    PipelineRun run =
        run(
            RequestFlags.request(flags, goals, false, System.getenv()),
            output,
            json,
            new RunLog(output));
    if (!json) {
      BuildReport.findings(run, "pretty", output).ifPresent(output.result()::print);
      output.result().print(RunReport.of(run));
    }
    return exitCode(run.result().outcome());
  }
}
