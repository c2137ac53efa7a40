package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart scaffold`: entities from the project.
final class ScaffoldCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Writes Jakarta Persistence entities for the tables of a project.",
            "  hart scaffold --entities src/main/java --package-name com.acme.shop");
    RequestFlags.project(spec);
    RequestFlags.scaffold(spec);
    return RequestFlags.format(spec, FORMATS);
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    boolean json = RequestFlags.format(flags, Set.of("pretty", "json")).equals("json");
    PipelineRun run =
        run(
            RequestFlags.request(flags, Set.of(Goal.BUILD, Goal.SCAFFOLD), false, System.getenv()),
            output,
            json,
            new RunLog(output));
    if (!json) {
      BuildReport.findings(run, "pretty", output).ifPresent(output.result()::print);
      run.scaffold()
          .ifPresent(scaffold ->
              scaffold
                  .omissions()
                  .forEach(omission -> output.result().println("Left out " + omission + ".")));
      output.result().print(RunReport.of(run));
    }
    return exitCode(run.result().outcome());
  }
}
