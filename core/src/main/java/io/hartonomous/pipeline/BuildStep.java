package io.hartonomous.pipeline;

import io.hartonomous.dacpac.BoundPackage;
import io.hartonomous.dacpac.DacpacWriter;
import io.hartonomous.dacpac.PackageContent;
import io.hartonomous.diagnostics.Severity;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.pipeline.PipelineException.Kind;
import io.hartonomous.pipeline.StepReport.Status;
import io.hartonomous.pipeline.StepReport.StepName;
import io.hartonomous.plan.SourcePlace;
import io.hartonomous.project.Build;
import io.hartonomous.project.BuildResult;
import io.hartonomous.project.ExpandedScript;
import io.hartonomous.project.Project;
import io.hartonomous.project.ProjectException;
import io.hartonomous.project.ProjectModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;

/// Compiles the project and writes its package.
final class BuildStep {
  private final Run run;
  private final String toolVersion;

  BuildStep(Run run, String toolVersion) {
    this.run = run;
    this.toolVersion = toolVersion;
  }

  /// The package of a project that says nothing else: `bin/NAME.dacpac`.
  static Path defaultPackage(Project project) {
    return project.folder().resolve("bin").resolve(project.name() + ".dacpac");
  }

  /// False where the build found errors; then no package is left behind.
  boolean run() throws PipelineException {
    Path file = run.request.packageFile().orElseGet(() -> defaultPackage(run.project()));
    run.start(StepName.BUILD);
    try {
      Optional<String> log = refactorLog();
      RefactorLog refactorLog =
          log.isPresent() ? RefactorLogXml.read(log.get()) : RefactorLog.EMPTY;
      BuildResult result = Build.build(run.project());
      run.build = Optional.of(result);
      long errors = count(result, Severity.ERROR);
      String summary =
          Count.of(result.project().model().objects().size(), "object")
              + ", "
              + Count.of(errors, "error")
              + ", "
              + Count.of(count(result, Severity.WARNING), "warning");
      if (errors > 0) {
        Files.deleteIfExists(file);
        run.finish(StepName.BUILD, Status.FAILED, summary);
        run.skip(StepName.PACKAGE);
        return false;
      }
      run.finish(StepName.BUILD, Status.SUCCEEDED, summary);
      run.start(StepName.PACKAGE);
      ProjectModel.Scripts scripts = result.project().scripts();
      BuiltSource source = source(result.project(), refactorLog);
      run.source = Optional.of(source);
      PackageContent content =
          new PackageContent(
              run.project().name(),
              run.project().property("DacVersion", "1.0.0.0"),
              source.model(),
              source.variables(),
              scripts.preDeployment().map(ExpandedScript::text),
              scripts.postDeployment().map(ExpandedScript::text),
              log);
      DacpacWriter.write(content, binding(result.project(), source), toolVersion, file);
      run.packageFile = Optional.of(file);
      run.finish(StepName.PACKAGE, Status.SUCCEEDED, file.getFileName() + ", " + kilobytes(file));
      return true;
    } catch (ProjectException e) {
      throw new PipelineException(Kind.BAD_INPUT, e.getMessage(), e);
    } catch (IOException e) {
      throw new PipelineException(
          Kind.BAD_INPUT, "The package " + file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static String kilobytes(Path file) throws IOException {
    return (Files.size(file) + 1023) / 1024 + " kB";
  }

  private static long count(BuildResult result, Severity severity) {
    return result.diagnostics().stream().filter(found -> found.severity() == severity).count();
  }

  private Optional<String> refactorLog() throws IOException {
    if (run.project().refactorLog().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Files.readString(
            run.project().folder().resolve(run.project().refactorLog().get()),
            StandardCharsets.UTF_8));
  }

  private BuiltSource source(ProjectModel model, RefactorLog log) {
    TreeMap<String, String> variables = new TreeMap<>();
    run.project()
        .sqlcmdVariables()
        .forEach(variable -> variables.put(variable.name(), variable.defaultValue()));
    return new BuiltSource(
        run.project().name(),
        model.model(),
        model.catalog(),
        model::bound,
        key ->
            model
                .origin(key)
                .map(origin -> new SourcePlace(origin.source().path(), origin.location().line())),
        model.scripts().preDeployment(),
        model.scripts().postDeployment(),
        log,
        variables);
  }

  private static BoundPackage binding(ProjectModel model, BuiltSource source) {
    return new BoundPackage(source.catalog(), source.modules(), model::isInline, model::isOnColumn);
  }
}
