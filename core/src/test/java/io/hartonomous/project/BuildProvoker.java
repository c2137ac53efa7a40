package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Provoker;
import io.hartonomous.model.Collation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds an example as the only file of a project.
public final class BuildProvoker implements Provoker {
  @Override
  public boolean accepts(Path example) {
    return Files.isRegularFile(example);
  }

  @Override
  public List<Diagnostic> provoke(Path example) throws ProjectException {
    String file = example.getFileName().toString();
    boolean script = file.startsWith("SQL7200");
    Project project =
        script
            ? project(example.getParent(), List.of(), Optional.of(file))
            : project(example.getParent(), List.of(file));
    return Build.build(project).diagnostics();
  }

  /// A project of these files, as if a project file named them.
  static Project project(Path folder, List<String> files) {
    return project(folder, files, Optional.empty());
  }

  private static Project project(Path folder, List<String> files, Optional<String> postDeployment) {
    return new Project(
        folder.resolve("case.sqlproj"),
        folder,
        "case",
        "Sql170",
        Collation.DEFAULT,
        true,
        true,
        Map.of(),
        files,
        Map.of(),
        Optional.empty(),
        postDeployment,
        Optional.empty(),
        List.of(),
        List.of());
  }
}
