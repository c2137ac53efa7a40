package io.hartonomous.dacpac;

import io.hartonomous.project.Build;
import io.hartonomous.project.BuildResult;
import io.hartonomous.project.Project;
import io.hartonomous.project.ProjectModel;
import io.hartonomous.project.ProjectReader;
import io.hartonomous.project.SqlcmdVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The projects whose packages are looked at, built as the product builds them.
final class Projects {
  static final Path RESOURCES = Path.of("src", "test", "resources");

  private static final Map<String, ProjectModel> BUILT = new ConcurrentHashMap<>();

  private Projects() {}

  static Path file(String name) {
    return switch (name) {
      case "slice" -> RESOURCES.resolve("projects/slice/slice.sqlproj");
      case "kinds" -> RESOURCES.resolve("dacpac/kinds/kinds.sqlproj");
      case "hartonomous" -> examples().resolve("hartonomous/Hartonomous.Database.sqlproj");
      case "storefront" -> examples().resolve("storefront/Storefront.sqlproj");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Path examples() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples"))) {
      here = here.getParent();
    }
    return here.resolve("examples");
  }

  static ProjectModel built(String name) {
    return BUILT.computeIfAbsent(name, Projects::build);
  }

  private static ProjectModel build(String name) {
    try {
      BuildResult result = Build.build(ProjectReader.read(file(name)));
      return result.project();
    } catch (Exception e) {
      throw new IllegalStateException("The project " + name + " cannot be built.", e);
    }
  }

  static PackageContent content(ProjectModel built) {
    TreeMap<String, String> variables = new TreeMap<>();
    Project project = built.project();
    for (SqlcmdVariable variable : project.sqlcmdVariables()) {
      variables.put(variable.name(), variable.defaultValue());
    }
    return new PackageContent(
        project.name(),
        project.property("DacVersion", "1.0.0.0"),
        built.model(),
        variables,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static byte[] packaged(String name) {
    ProjectModel built = built(name);
    return DacpacWriter.bytes(content(built), binding(built), "1.2.3");
  }

  static BoundPackage binding(ProjectModel built) {
    return new BoundPackage(built.catalog(), built::bound, built::isInline, built::isOnColumn);
  }
}
