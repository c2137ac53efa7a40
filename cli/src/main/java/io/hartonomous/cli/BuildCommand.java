package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineListener;
import io.hartonomous.pipeline.PipelineRun;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `hart build`: a project to findings and a package.
final class BuildCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Compiles a project and writes its package. With errors no package is left behind.",
            "  hart build                                  bin/NAME.dacpac of the project in this"
                + " folder",
            "  hart build shop/Shop.sqlproj -o out/shop.dacpac",
            "  hart build --format msbuild                 path(line,col): error SQL71501: text",
            "  hart build --format markdown > findings.md  a checklist in working order");
    RequestFlags.project(spec);
    spec.addOption(
        OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(String.class)
            .description("The package. Default: bin/NAME.dacpac of the project.")
            .build());
    return RequestFlags.format(spec, "pretty, msbuild, json, markdown");
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    String format = RequestFlags.format(flags, Set.of("pretty", "msbuild", "json", "markdown"));
    PipelineRun run =
        run(
            RequestFlags.request(flags, Set.of(Goal.BUILD), false, System.getenv()),
            output,
            false,
            PipelineListener.SILENT);
    BuildReport.findings(run, format, output).ifPresent(output.result()::print);
    if (format.equals("pretty")) {
      output
          .result()
          .println(
              run.packageFile().map(file -> "Built " + file + ": ").orElse("Not built: ")
                  + run.result().errors()
                  + " errors, "
                  + run.result().warnings()
                  + " warnings.");
    }
    return exitCode(run.result().outcome());
  }
}
