package io.hartonomous.pipeline;

import io.hartonomous.pipeline.StepReport.StepName;

/// Told about a run while it goes on. Calls come from one thread.
public interface PipelineListener {
  /// The first thing told: where the run goes.
  void target(String environment, String server, String database);

  void started(StepName step);

  /// What goes on within a step: a batch that begins, a test that ended. Only the last one matters.
  void progress(StepName step, String text);

  /// What the server or a script said, such as a PRINT.
  void message(StepName step, String text);

  /// Something that a person should see even where progress is not shown.
  void warning(String text);

  void finished(StepReport report);

  /// Hears nothing.
  PipelineListener SILENT =
      new PipelineListener() {
        @Override
        public void target(String environment, String server, String database) {}

        @Override
        public void started(StepName step) {}

        @Override
        public void progress(StepName step, String text) {}

        @Override
        public void message(StepName step, String text) {}

        @Override
        public void warning(String text) {}

        @Override
        public void finished(StepReport report) {}
      };
}
