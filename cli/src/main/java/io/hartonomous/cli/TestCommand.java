package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart test`: the project's database tests against a database that is there.
final class TestCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Runs the project's database tests (tests/**/*.sql), each in a transaction that is"
                + " rolled back.",
            "  hart test                               in the embedded engine",
            "  hart test --report target/database-tests.xml",
            "  hart test --env Development --server sql1 --database Shop --format json");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.tests(spec);
    return RequestFlags.format(spec, PRETTY, JSON);
  }

  @Override
  Set<Goal> goals(Flags flags) {
    return Set.of(Goal.TEST);
  }

  @Override
  String render(PipelineRun run, DeployRequest request, String format, Output output) {
    return RunReport.of(run, request, output.resultColor());
  }
}
