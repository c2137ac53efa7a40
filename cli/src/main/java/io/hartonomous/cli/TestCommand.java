package io.hartonomous.cli;

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
            "  hart test                                   in the embedded engine",
            "  hart test --report target/database-tests.xml");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.tests(spec);
    return RequestFlags.format(spec, FORMATS);
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    boolean json = RequestFlags.format(flags, Set.of("pretty", "json")).equals("json");
    PipelineRun run =
        run(
            RequestFlags.request(flags, Set.of(Goal.TEST), false, System.getenv()),
            output,
            json,
            new RunLog(output));
    if (!json) {
      output.result().print(RunReport.of(run));
    }
    return exitCode(run.result().outcome());
  }
}
