package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
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
            "  hart deploy examples/hartonomous        into the embedded engine",
            "  hart deploy --dry-run                   shows the plan and runs nothing",
            "  hart deploy --env Staging --server sql1 --database Shop --user deploy \\",
            "              --password-file staging.password",
            "  hart deploy --package bin/Shop.dacpac --allow data-loss:dbo.Order.Note",
            "  hart deploy --skip-tests --variable Tenant=acme --format json");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.plan(spec);
    spec.addOption(
            RequestFlags.flag("--skip-deploy", "Publish nothing; plan where a target answers."))
        .addOption(RequestFlags.flag("--skip-scaffold", "Write no entities."))
        .addOption(RequestFlags.flag("--skip-tests", "Run no tests."))
        .addOption(RequestFlags.flag("--dry-run", "Plan, and run nothing."));
    RequestFlags.entities(spec, "--entities");
    RequestFlags.tests(spec);
    return RequestFlags.format(spec, PRETTY, JSON);
  }

  @Override
  Set<Goal> goals(Flags flags) {
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
    return goals;
  }

  @Override
  String render(PipelineRun run, DeployRequest request, String format, Output output) {
    return RunReport.of(run, request, output.resultColor());
  }
}
