package io.hartonomous.pipeline;

import io.hartonomous.deploy.Target;
import java.util.function.Consumer;

/// Gives a server where none was named: the embedded engine. Starts it where it does not run.
public interface TargetProvider {
  /// Says that [#local] will be asked for in this run, unless something stops it before: what takes
  /// time may begin, and go on beside the run. What fails is told by [#local].
  default void prepare() {}

  /// A target for a database of that name; the database need not exist. `progress` hears what takes
  /// time. Errors: [PipelineException] of kind UNAVAILABLE where the engine cannot be started.
  Target local(String database, Consumer<String> progress) throws PipelineException;

  /// What `target` messages call the engine.
  String label();
}
