package io.hartonomous.cli;

import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineTarget;
import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.Pipeline;
import io.hartonomous.pipeline.PipelineException;
import io.hartonomous.pipeline.PipelineListener;
import io.hartonomous.pipeline.PipelineResult.Outcome;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.pipeline.ResultJson;

/// What commands that run the pipeline share: the run itself, and what its end means for the
/// process.
abstract class PipelineVerb implements Verb {
  static final String FORMATS = "pretty, json";

  /// Runs a request. With `json` the one document of the result goes to standard output, also where
  /// the run could not begin.
  static PipelineRun run(
      DeployRequest request, Output output, boolean json, PipelineListener listener) {
    try {
      PipelineRun run =
          new Pipeline(new EngineTarget(EngineOptions.defaults()), version(), listener)
              .run(request);
      if (json) {
        output.result().println(ResultJson.write(run.result()));
      }
      return run;
    } catch (PipelineException e) {
      if (json) {
        output.result().println(ResultJson.failure(request.environment().label(), e.getMessage()));
      }
      throw new CommandFailure(exitCode(e.kind()), e.getMessage(), e);
    }
  }

  static String version() {
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

  private static ExitCode exitCode(PipelineException.Kind kind) {
    return switch (kind) {
      case USAGE -> ExitCode.USAGE;
      case BAD_INPUT -> ExitCode.BAD_INPUT;
      case CONFIGURATION -> ExitCode.CONFIGURATION;
      case UNAVAILABLE -> ExitCode.UNAVAILABLE;
      case LOCKED -> ExitCode.BLOCKED;
    };
  }
}
