package io.hartonomous.cli;

import io.hartonomous.pipeline.PipelineListener;
import io.hartonomous.pipeline.StepReport;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import java.util.Locale;

/// Shows a run while it goes on, on standard error: where it goes, a line a step, and what the
/// server says in between. Where nobody watches, what goes on within a step is left out.
final class RunLog implements PipelineListener {
  private final Output output;
  private final boolean lively;

  RunLog(Output output) {
    this.output = output;
    this.lively = output.progress();
  }

  @Override
  public void target(String environment, String server, String database) {
    output
        .log()
        .println(server.isEmpty() ? environment : environment + ": " + database + " on " + server);
  }

  @Override
  public void started(StepName step) {
    if (lively) {
      output.log().println("  " + step.label() + " ...");
    }
  }

  @Override
  public void progress(StepName step, String text) {
    if (lively || text.startsWith("  ") || text.startsWith("FAILED")) {
      output.log().println("      " + text.strip());
    }
  }

  @Override
  public void warning(String text) {
    output.log().println("  " + text);
  }

  @Override
  public void finished(StepReport report) {
    if (report.status() == Status.SKIPPED) {
      return;
    }
    output
        .log()
        .println(
            "  "
                + mark(report.status())
                + " "
                + report.name().label()
                + ": "
                + report.summary()
                + " ("
                + seconds(report.millis())
                + ")");
  }

  private String mark(Status status) {
    String word =
        status == Status.SUCCEEDED ? "ok" : status == Status.BLOCKED ? "blocked" : "FAILED";
    if (!output.logColor()) {
      return word;
    }
    return (status == Status.SUCCEEDED ? "\u001b[32m" : "\u001b[31m") + word + "\u001b[0m";
  }

  static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}
