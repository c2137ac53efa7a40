package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.plan.PlanRenderer;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart deploy`: everything, from source to a tested database.
final class DeployCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Builds a project, plans the change, publishes it, scaffolds entities and runs the"
                + " database tests.",
            "  hart deploy examples/hartonomous            into the embedded engine",
            "  hart deploy --dry-run                       shows the plan and runs nothing",
            "  hart deploy --env Staging --server sql1 --database Shop --user deploy"
                + " --password-file pw",
            "  hart deploy --skip-build --package bin/Shop.dacpac --allow"
                + " data-loss:dbo.Order.Note");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.plan(spec);
    RequestFlags.scaffold(spec);
    RequestFlags.tests(spec);
    RequestFlags.format(spec, FORMATS);
    return spec.addOption(
            RequestFlags.flag("--skip-deploy", "Publish nothing; plan where a target answers."))
        .addOption(RequestFlags.flag("--skip-scaffold", "Write no entities."))
        .addOption(RequestFlags.flag("--skip-tests", "Run no tests."))
        .addOption(RequestFlags.flag("--dry-run", "Plan, and run nothing."));
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    boolean json = RequestFlags.format(flags, Set.of("pretty", "json")).equals("json");
    Set<Goal> goals = EnumSet.allOf(Goal.class);
    if (flags.isSet("--skip-deploy")) {
      goals.remove(Goal.PUBLISH);
    }
    if (flags.isSet("--skip-scaffold")) {
      goals.remove(Goal.SCAFFOLD);
    }
    if (flags.isSet("--skip-tests")) {
      goals.remove(Goal.TEST);
    }
    DeployRequest request =
        RequestFlags.request(flags, goals, flags.isSet("--dry-run"), System.getenv());
    PipelineRun run = run(request, output, json, new RunLog(output));
    if (!json) {
      BuildReport.findings(run, "pretty", output).ifPresent(output.result()::print);
      run.plan()
          .filter(_ -> flags.isSet("--dry-run"))
          .ifPresent(plan -> output.result().println(PlanRenderer.pretty(plan)));
      output.result().print(RunReport.of(run));
    }
    return exitCode(run.result().outcome());
  }
}
