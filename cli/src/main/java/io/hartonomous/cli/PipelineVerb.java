package io.hartonomous.cli;

import io.hartonomous.engine.target.EngineTarget;
import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.Pipeline;
import io.hartonomous.pipeline.PipelineException;
import io.hartonomous.pipeline.PipelineListener;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.pipeline.ResultJson;
import java.util.Set;

/// A command that runs the pipeline or a part of it: flags to a request, the run, its result in the
/// format that was asked for, and what its end means for the process.
abstract class PipelineVerb implements Verb {
  static final String PRETTY = "pretty";
  static final String JSON = "json";

  /// The parts that run.
  abstract Set<Goal> goals(Flags flags);

  /// Whether the run ends with the plan.
  boolean dryRun(Flags flags) {
    return flags.describes("--dry-run") && flags.isSet("--dry-run");
  }

  /// Whether the run is shown while it goes on.
  boolean isLogged() {
    return true;
  }

  /// The result in a format other than JSON.
  abstract String render(PipelineRun run, DeployRequest request, String format, Output output);

  /// Puts the result where it belongs.
  void print(String text, PipelineRun run, Flags flags, Output output) {
    output.result().print(text);
  }

  @Override
  public final ExitCode run(Flags flags, Output output) {
    String format = RequestFlags.format(flags);
    DeployRequest request = RequestFlags.request(flags, goals(flags), dryRun(flags));
    PipelineRun run = run(request, format, flags, output);
    String text =
        format.equals(JSON)
            ? ResultJson.write(run, request.dryRun())
            : render(run, request, format, output);
    print(text, run, flags, output);
    return exitCode(run.result().outcome());
  }

  private PipelineRun run(DeployRequest request, String format, Flags flags, Output output) {
    EngineTarget engine = new EngineTarget(EngineFlags.folder(flags), EngineFlags.options(flags));
    try (RunLog log = new RunLog(output)) {
      return new Pipeline(engine, version(), isLogged() ? log : PipelineListener.SILENT)
          .run(request);
    } catch (PipelineException e) {
      if (format.equals(PRETTY)) {
        // What the build found is worth knowing, whatever came after it.
        e.run()
            .ifPresent(run ->
                output.result().print(BuildReport.render(run, PRETTY, output.resultColor())));
      }
      throw new CommandFailure(exitCode(e.kind()), e.getMessage(), e)
          .withDocument(
              e.run()
                  .map(run -> ResultJson.write(run, request.dryRun()))
                  .orElseGet(
                      () -> ResultJson.failure(request.environment().label(), e.getMessage())));
    }
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "0" : version;
  }

  static ExitCode exitCode(Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDED -> ExitCode.DONE;
      case BUILD_FAILED, TESTS_FAILED -> ExitCode.FINDINGS;
      case BLOCKED -> ExitCode.BLOCKED;
      case ROLLED_BACK -> ExitCode.UNDONE;
      case NEEDS_ATTENTION -> ExitCode.NEEDS_ATTENTION;
    };
  }

  static ExitCode exitCode(PipelineException.Kind kind) {
    return switch (kind) {
      case USAGE -> ExitCode.USAGE;
      case BAD_INPUT -> ExitCode.BAD_INPUT;
      case CONFIGURATION -> ExitCode.CONFIGURATION;
      case UNAVAILABLE -> ExitCode.UNAVAILABLE;
      case LOCKED -> ExitCode.BLOCKED;
    };
  }
}
