package io.hartonomous.cli;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Renderer;
import io.hartonomous.pipeline.PipelineRun;
import io.hartonomous.project.BuildResult;
import io.hartonomous.project.CauseRenderer;
import io.hartonomous.project.SourceUnit;
import io.hartonomous.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The findings of a build and the causes behind them, in a format.
final class BuildReport {
  private BuildReport() {}

  /// Empty where there was no build, or where it found nothing that a person would want to read.
  static String render(PipelineRun run, String format, boolean colours) {
    if (run.build().isEmpty()) {
      return "";
    }
    BuildResult build = run.build().get();
    List<Diagnostic> found = build.diagnostics();
    return switch (format) {
      case "msbuild" -> Renderer.msbuild().render(found);
      case "markdown" -> CauseRenderer.markdown().render(build.causes());
      default ->
          Renderer.pretty(sources(build), colours).render(found)
              + CauseRenderer.pretty(0, colours).render(build.causes());
    };
  }

  private static Function<String, Optional<SourceFile>> sources(BuildResult build) {
    Map<String, SourceFile> files =
        build.project().sources().stream()
            .collect(
                Collectors.toMap(
                    SourceUnit::path, unit -> unit.parsed().source(), (first, _) -> first));
    build.project().scripts().files().forEach(file -> files.putIfAbsent(file.path(), file));
    return path -> Optional.ofNullable(files.get(path));
  }
}
