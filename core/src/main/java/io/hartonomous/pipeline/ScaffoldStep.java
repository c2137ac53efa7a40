package io.hartonomous.pipeline;

import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.scaffold.Scaffold;
import io.hartonomous.scaffold.SourceFolder;
import io.hartonomous.scaffold.jpa.JpaScaffold;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Writes the entities.
final class ScaffoldStep {
  private final Run run;

  ScaffoldStep(Run run) {
    this.run = run;
  }

  void run() throws PipelineException {
    run.start(StepName.SCAFFOLD);
    BuiltSource source = run.source.orElseThrow();
    Path folder =
        run.request
            .scaffoldFolder()
            .orElseGet(() -> run.project().folder().resolve("obj").resolve("entities"));
    Scaffold scaffold =
        JpaScaffold.scaffold(source.model(), source.catalog(), run.request.scaffoldPackage());
    try {
      int written = SourceFolder.write(folder, scaffold.files());
      run.scaffold = Optional.of(scaffold);
      scaffold
          .omissions()
          .forEach(omission -> run.progress(StepName.SCAFFOLD, "left out " + omission));
      run.finish(
          StepName.SCAFFOLD,
          Status.SUCCEEDED,
          Count.of(scaffold.entities(), "entity", "entities")
              + " in "
              + Count.of(scaffold.files().size(), "file")
              + ", "
              + written
              + " changed");
    } catch (IOException e) {
      run.finish(StepName.SCAFFOLD, Status.FAILED, "the entities cannot be written");
      String text = "The entities cannot be written to " + folder + ": " + e.getMessage() + ".";
      if (!run.published) {
        throw new PipelineException(Kind.BAD_INPUT, text, e);
      }
      run.fail(PipelineResult.Outcome.NEEDS_ATTENTION, text);
    }
  }
}
