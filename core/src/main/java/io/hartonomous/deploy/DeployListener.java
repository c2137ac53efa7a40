package io.hartonomous.deploy;

import io.hartonomous.plan.Step;

/// Told what happens while a plan runs. Calls come from one thread.
public interface DeployListener {
  default void stepStarted(Step step) {}

  default void stepFinished(StepResult result) {}

  /// A message of the server: PRINT has number 0 and severity 0.
  default void message(Step step, int number, int severity, String text) {}

  DeployListener SILENT = new DeployListener() {};
}
