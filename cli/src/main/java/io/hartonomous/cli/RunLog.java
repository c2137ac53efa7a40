package io.hartonomous.cli;

import io.hartonomous.pipeline.PipelineListener;
import io.hartonomous.pipeline.StepReport;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import java.io.PrintStream;

/// Shows a run while it goes on, on standard error: where it goes, a line a step, and what the
/// server says in between. On a terminal the line of the running step says what it is at; in a file
/// there are finished lines only.
final class RunLog implements PipelineListener, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";
  private static final int LINE = 78;

  private final PrintStream log;
  private final boolean lively;
  private final Paint paint;
  private String open = "";

  RunLog(Output output) {
    this.log = output.log();
    this.lively = output.progress();
    this.paint = new Paint(output.logColor());
  }

  @Override
  public void target(String environment, String server, String database) {
    log.println(
        "Environment "
            + environment
            + (server.isEmpty() ? "" : ", server " + server + ", database " + database));
  }

  @Override
  public void started(StepName step) {
    open(name(step) + "...");
  }

  @Override
  public void progress(StepName step, String text) {
    open(name(step) + "... " + text);
  }

  @Override
  public void message(StepName step, String text) {
    text.lines().forEach(line -> say("    " + line));
  }

  @Override
  public void warning(String text) {
    say(paint.warning("  note") + "  " + text);
  }

  @Override
  public void finished(StepReport report) {
    clear();
    if (report.status() != Status.SKIPPED) {
      log.println(line(report, paint));
    }
  }

  /// A step as one line: name, time, result.
  static String line(StepReport report, Paint paint) {
    if (report.status() == Status.SKIPPED) {
      return name(report.name()) + paint.dim("       -  skipped");
    }
    return name(report.name())
        + String.format("%8s  ", Words.seconds(report.millis()))
        + switch (report.status()) {
          case SUCCEEDED, SKIPPED -> report.summary();
          case BLOCKED, FAILED, ROLLED_BACK ->
              paint.error(word(report.status()))
                  + (report.summary().isEmpty() ? "" : ": " + report.summary());
        };
  }

  private static String word(Status status) {
    return status == Status.ROLLED_BACK ? "rolled back" : status.label();
  }

  private static String name(StepName step) {
    return String.format("  %-9s", step.label());
  }

  private void say(String line) {
    String unfinished = open;
    clear();
    log.println(line);
    if (!unfinished.isEmpty()) {
      open(unfinished);
    }
  }

  private void open(String line) {
    if (lively) {
      open = line.length() > LINE ? line.substring(0, LINE) : line;
      log.print(CLEAR + open);
      log.flush();
    }
  }

  /// Sets the report that follows on a terminal apart from the log.
  @Override
  public void close() {
    if (lively) {
      open = "";
      log.println();
    }
  }

  private void clear() {
    if (!open.isEmpty()) {
      log.print(CLEAR);
      open = "";
    }
  }
}
