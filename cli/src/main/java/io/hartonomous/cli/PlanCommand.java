package io.hartonomous.cli;

import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.plan.Plan;
import io.hartonomous.plan.PlanRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/// `hart plan`: what publishing would do.
final class PlanCommand extends PipelineVerb {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Compares a project or package with a database and shows the steps that would make them"
                + " the same.",
            "  hart plan                                   the project in this folder against the"
                + " embedded engine",
            "  hart plan --format sql --out change.sql     the script, for sqlcmd",
            "  hart plan --server sql1 --database Shop --format markdown");
    RequestFlags.project(spec);
    RequestFlags.target(spec);
    RequestFlags.plan(spec);
    RequestFlags.format(spec, "pretty, sql, json, markdown");
    return spec.addOption(
        RequestFlags.text("--out", "FILE", "Write there instead of standard output."));
  }

  @Override
  public ExitCode run(Flags flags, Output output) throws IOException {
    String format = RequestFlags.format(flags, Set.of("pretty", "sql", "json", "markdown"));
    PipelineRun run =
        run(
            RequestFlags.request(flags, Set.of(Goal.BUILD, Goal.PLAN), true, System.getenv()),
            output,
            false,
            new RunLog(output));
    if (run.plan().isEmpty()) {
      BuildReport.findings(run, "pretty", output).ifPresent(output.log()::print);
      return exitCode(run.result().outcome());
    }
    Plan plan = run.plan().get();
    String text =
        switch (format) {
          case "sql" -> PlanRenderer.sql(plan);
          case "json" -> PlanRenderer.json(plan);
          case "markdown" -> PlanRenderer.markdown(plan);
          default -> PlanRenderer.pretty(plan);
        };
    Optional<String> out = flags.value("--out");
    if (out.isPresent()) {
      Files.writeString(Path.of(out.get()), text, StandardCharsets.UTF_8);
    } else {
      output.result().print(text.endsWith("\n") ? text : text + "\n");
    }
    return exitCode(run.result().outcome());
  }
}
