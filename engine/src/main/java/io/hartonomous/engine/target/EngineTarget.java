package io.hartonomous.engine.target;

import io.hartonomous.deploy.Target;
import io.hartonomous.engine.EngineConnection;
import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineProcess;
import io.hartonomous.engine.EngineState;
import io.hartonomous.engine.interpret.TsqlSessions;
import io.hartonomous.pipeline.PipelineException;
import io.hartonomous.pipeline.TargetProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The embedded engine over a state folder, as the target of a run that names no server: found
/// running, or started.
public final class EngineTarget implements TargetProvider {
  private final Path folder;
  private final EngineOptions options;

  /// Nothing is touched before the engine is asked for.
  public EngineTarget(Path folder, EngineOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /// The engine that speaks T-SQL, as a process of its own.
  public static EngineProcess process(Path folder, EngineOptions options) throws IOException {
    return new EngineProcess(EngineState.of(folder), TsqlSessions.class.getName(), options);
  }

  @Override
  public Target local(String database, Consumer<String> progress) throws PipelineException {
    try {
      EngineConnection running = process(folder, options).start(progress::accept);
      return Target.of(
              running.host() + "," + running.port(), database, running.user(), running.password())
          .withEncrypt(false);
    } catch (IOException e) {
      throw new PipelineException(
          PipelineException.Kind.UNAVAILABLE,
          "The embedded engine did not start: " + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineException(
          PipelineException.Kind.UNAVAILABLE,
          "The start of the embedded engine was interrupted.",
          e);
    }
  }

  @Override
  public String label() {
    return "embedded engine";
  }
}
