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
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/// The embedded engine over a state folder, as the target of a run that names no server: found
/// running, or started.
public final class EngineTarget implements TargetProvider {
  private final Path folder;
  private final EngineOptions options;
  private Starting starting;

  /// Nothing is touched before the engine is asked for.
  public EngineTarget(Path folder, EngineOptions options) {
    this.folder = folder;
    this.options = options;
  }

  /// The engine that speaks T-SQL, as a process of its own.
  public static EngineProcess process(Path folder, EngineOptions options) throws IOException {
    return new EngineProcess(EngineState.of(folder), TsqlSessions.class.getName(), options);
  }

  /// Starts the engine where it does not run, while the project is built. A run that ends before it
  /// asks for the target leaves the engine to come up and to end when it is idle.
  @Override
  public synchronized void prepare() {
    if (starting == null) {
      starting = new Starting(folder, options);
    }
  }

  @Override
  public synchronized Target local(String database, Consumer<String> progress)
      throws PipelineException {
    prepare();
    try {
      EngineConnection running = starting.await(progress);
      return Target.of(
              running.host() + "," + running.port(), database, running.user(), running.password())
          .withEncrypt(false);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof IOException failure)) {
        throw new IllegalStateException("the start of the engine failed", e.getCause());
      }
      throw new PipelineException(
          PipelineException.Kind.UNAVAILABLE,
          "The embedded engine did not start: " + failure.getMessage(),
          failure);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PipelineException(
          PipelineException.Kind.UNAVAILABLE,
          "The start of the embedded engine was interrupted.",
          e);
    } finally {
      // The next one who asks finds an engine that has ended meanwhile.
      starting = null;
    }
  }

  /// The start of an engine in a thread of its own.
  private static final class Starting {
    private final FutureTask<EngineConnection> task;

    /// What the start says, kept until somebody listens; ends with an empty one.
    private final BlockingQueue<Optional<String>> steps = new LinkedBlockingQueue<>();

    Starting(Path folder, EngineOptions options) {
      task =
          new FutureTask<>(
              () -> process(folder, options).start(text -> steps.add(Optional.of(text)))) {
            @Override
            protected void done() {
              steps.add(Optional.empty());
            }
          };
      Thread.ofPlatform().daemon().name("engine-start").start(task);
    }

    EngineConnection await(Consumer<String> progress)
        throws InterruptedException, ExecutionException {
      Optional<String> step = steps.take();
      while (step.isPresent()) {
        progress.accept(step.get());
        step = steps.take();
      }
      return task.get();
    }
  }

  @Override
  public String label() {
    return "embedded engine";
  }
}
