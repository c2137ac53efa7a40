package io.hartonomous.pipeline;

import io.hartonomous.bind.ModelCatalog;
import io.hartonomous.dacpac.Dacpac;
import io.hartonomous.dacpac.DacpacReader;
import io.hartonomous.dacpac.PackageContent;
import io.hartonomous.dacpac.PackageException;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.project.DeploymentScripts;
import io.hartonomous.project.ExpandedScript;
import io.hartonomous.project.ProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Takes a package instead of building one.
final class PackageStep {
  private final Run run;

  PackageStep(Run run) {
    this.run = run;
  }

  void run() throws PipelineException {
    Path file = run.request.packageFile().orElseGet(() -> BuildStep.defaultPackage(run.project()));
    if (!Files.isRegularFile(file)) {
      throw new PipelineException(
          Kind.BAD_INPUT,
          "There is no package "
              + file
              + ". Build the project first, or name a package with --package.");
    }
    if (run.hasProject() && !run.request.allowStale()) {
      refuseStale(file);
    }
    try {
      Dacpac dacpac = DacpacReader.read(file);
      run.packageFile = Optional.of(file);
      run.source = Optional.of(source(dacpac.content()));
    } catch (PackageException e) {
      throw new PipelineException(Kind.BAD_INPUT, e.getMessage(), e);
    }
  }

  private void refuseStale(Path file) throws PipelineException {
    List<Path> sources = new ArrayList<>(List.of(run.project().file()));
    run.project().build().forEach(path -> sources.add(run.project().folder().resolve(path)));
    sources.addAll(scripts());
    run.project()
        .refactorLog()
        .ifPresent(path -> sources.add(run.project().folder().resolve(path)));
    try {
      Optional<Path> newer = Freshness.newerThan(file, sources);
      if (newer.isPresent()) {
        throw new PipelineException(
            Kind.BAD_INPUT,
            "The package "
                + file.getFileName()
                + " is older than "
                + run.project().folder().relativize(newer.get())
                + ". Build again, or allow it with --allow-stale.");
      }
    } catch (IOException e) {
      throw new PipelineException(
          Kind.BAD_INPUT,
          "The sources of the package cannot be looked at: " + e.getMessage() + ".",
          e);
    }
  }

  /// The files of the deployment scripts, those that they include too.
  private List<Path> scripts() throws PipelineException {
    try {
      List<Path> files = new ArrayList<>();
      for (Optional<ExpandedScript> script :
          List.of(
              DeploymentScripts.preDeployment(run.project()),
              DeploymentScripts.postDeployment(run.project()))) {
        script.ifPresent(expanded ->
            expanded.pieces().stream()
                .map(piece -> run.project().folder().resolve(piece.file()))
                .distinct()
                .forEach(files::add));
      }
      return files;
    } catch (ProjectException e) {
      throw new PipelineException(Kind.BAD_INPUT, e.getMessage(), e);
    }
  }

  private static BuiltSource source(PackageContent content) throws PipelineException {
    ModelCatalog catalog = new ModelCatalog(content.model());
    RefactorLog log =
        content.refactorLog().isPresent()
            ? RefactorLogXml.read(content.refactorLog().get())
            : RefactorLog.EMPTY;
    return new BuiltSource(
        content.name(),
        content.model(),
        catalog,
        catalog::module,
        _ -> Optional.empty(),
        script("predeploy.sql", content.preDeployment()),
        script("postdeploy.sql", content.postDeployment()),
        log,
        new TreeMap<>(content.sqlcmdVariables()));
  }

  private static Optional<ExpandedScript> script(String name, Optional<String> text) {
    return text.map(t -> ExpandedScript.of(name, t));
  }
}
