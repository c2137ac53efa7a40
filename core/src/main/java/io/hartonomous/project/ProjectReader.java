package io.hartonomous.project;

import io.hartonomous.model.Collation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads project files: the SDK's (Microsoft.Build.Sql) and those of SSDT.
public final class ProjectReader {
  private static final String DSP_PREFIX = "Microsoft.Data.Tools.Schema.Sql.";
  private static final String DSP_SUFFIX = "DatabaseSchemaProvider";

  private final Path file;
  private final Path folder;
  private final BuildProperties properties;
  private final Map<String, String> build = new LinkedHashMap<>();
  private final Map<String, Set<String>> suppressedInFile = new TreeMap<>();
  private final List<String> preDeploy = new ArrayList<>();
  private final List<String> postDeploy = new ArrayList<>();
  private final List<String> refactorLog = new ArrayList<>();
  private final List<SqlcmdVariable> variables = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private List<String> files;

  private ProjectReader(Path file) {
    this.file = file;
    this.folder = file.toAbsolutePath().normalize().getParent();
    this.properties = new BuildProperties(file.toString(), this::exists);
  }

  /// Reads a project file, or the one project file of a folder.
  public static Project read(Path fileOrFolder) throws ProjectException {
    Path path = fileOrFolder;
    if (Files.isDirectory(path)) {
      path = only(path);
    } else if (!Files.exists(path)) {
      throw new ProjectException(
          path.toString(), "does not exist", "name a .sqlproj file or the folder that has one");
    }
    return new ProjectReader(path).project();
  }

  /// Whether it is a folder without any project file.
  public static boolean lacksProject(Path folder) throws ProjectException {
    return Files.isDirectory(folder) && projectFiles(folder).isEmpty();
  }

  private static List<Path> projectFiles(Path folder) throws ProjectException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(
              p -> p.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".sqlproj"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ProjectException(
          folder.toString(), "cannot be listed: " + e.getMessage(), "check its permissions");
    }
  }

  private static Path only(Path folder) throws ProjectException {
    List<Path> found = projectFiles(folder);
    if (found.isEmpty()) {
      throw new ProjectException(
          folder.toString(),
          "has no .sqlproj file",
          "name the project file, or a folder that has one");
    }
    if (found.size() > 1) {
      List<String> names = found.stream().map(p -> p.getFileName().toString()).toList();
      throw new ProjectException(
          folder.toString(),
          "has " + found.size() + " project files: " + String.join(", ", names),
          "name the one you mean");
    }
    return found.getFirst();
  }

  private Project project() throws ProjectException {
    ProjectXml.Element root = ProjectXml.parse(file.toString(), bytes(file));
    if (!root.name().equals("Project")) {
      throw new ProjectException(
          file.toString(),
          "is no project: its root element is <" + root.name() + ">",
          "name a .sqlproj file");
    }
    String fileName = file.getFileName().toString();
    String baseName =
        fileName.toLowerCase(Locale.ROOT).endsWith(".sqlproj")
            ? fileName.substring(0, fileName.length() - 8)
            : fileName;
    properties.set("MSBuildProjectName", baseName);
    properties.set("MSBuildProjectDirectory", ".");
    properties.set("MSBuildThisFileDirectory", "");
    properties.set("ProjectDir", "");
    properties.set("Configuration", "Debug");
    properties.set("Platform", "AnyCPU");
    properties(root);
    boolean sdk = root.attribute("Sdk").isPresent() || root.child("Sdk").isPresent();
    boolean defaults =
        sdk
            && !properties
                .values()
                .getOrDefault("EnableDefaultSqlItems", "true")
                .equalsIgnoreCase("false");
    if (defaults) {
      for (String path : files()) {
        if (path.toLowerCase(Locale.ROOT).endsWith(".sql") && !isOutput(path)) {
          build.put(path, path);
        }
      }
    }
    for (ProjectXml.Element group : root.children()) {
      if (group.name().equals("ItemGroup") && properties.holds(group)) {
        for (ProjectXml.Element item : group.children()) {
          if (properties.holds(item)) {
            item(item);
          }
        }
      }
    }
    // The SDK takes scripts out of its default items; a file is either a definition or a script.
    if (sdk) {
      preDeploy.forEach(build::remove);
      postDeploy.forEach(build::remove);
    }
    return result(baseName);
  }

  private Project result(String baseName) throws ProjectException {
    Map<String, String> values = properties.values();
    String name = values.getOrDefault("SqlTargetName", values.getOrDefault("Name", baseName));
    List<String> ordered = new ArrayList<>(new TreeSet<>(build.values()));
    return new Project(
        file,
        folder,
        name.isBlank() ? baseName : name,
        provider(values.getOrDefault("DSP", "")),
        collation(values),
        flag(values, "AnsiNulls", true),
        flag(values, "QuotedIdentifier", true),
        values,
        ordered,
        suppressedInFile,
        one(preDeploy, "PreDeploy"),
        one(postDeploy, "PostDeploy"),
        one(refactorLog, "RefactorLog"),
        variables,
        references);
  }

  private Optional<String> one(List<String> paths, String kind) throws ProjectException {
    if (paths.size() > 1) {
      throw new ProjectException(
          file.toString(),
          "has " + paths.size() + " " + kind + " items: " + String.join(", ", paths),
          "keep one; it can include the others by :r");
    }
    return paths.stream().findFirst();
  }

  private static boolean flag(Map<String, String> values, String name, boolean missing) {
    return Boolean.parseBoolean(
        values.getOrDefault(name, String.valueOf(missing)).toLowerCase(Locale.ROOT));
  }

  private String provider(String dsp) throws ProjectException {
    if (dsp.isEmpty()) {
      return "Sql170";
    }
    String shortName = dsp.startsWith(DSP_PREFIX) ? dsp.substring(DSP_PREFIX.length()) : dsp;
    if (!shortName.endsWith(DSP_SUFFIX)) {
      throw new ProjectException(
          file.toString(),
          "names the unknown schema provider " + dsp,
          "write " + DSP_PREFIX + "Sql170" + DSP_SUFFIX);
    }
    return shortName.substring(0, shortName.length() - DSP_SUFFIX.length());
  }

  /// `DefaultCollation` is the database's; `ModelCollation` (`1033, CI`) says how names compare.
  private static Collation collation(Map<String, String> values) {
    String name = values.getOrDefault("DefaultCollation", Collation.DEFAULT.name());
    return new Collation(name.isBlank() ? Collation.DEFAULT.name() : name);
  }

  private void properties(ProjectXml.Element root) throws ProjectException {
    for (ProjectXml.Element group : root.children()) {
      if (group.name().equals("PropertyGroup") && properties.holds(group)) {
        for (ProjectXml.Element property : group.children()) {
          if (properties.holds(property)) {
            properties.set(property.name(), properties.expand(property.text()));
          }
        }
      }
    }
  }

  private void item(ProjectXml.Element item) throws ProjectException {
    switch (item.name()) {
      case "Build" -> build(item);
      case "PreDeploy" -> script(item, preDeploy);
      case "PostDeploy" -> script(item, postDeploy);
      case "RefactorLog" -> script(item, refactorLog);
      case "SqlCmdVariable" -> variable(item);
      case "ArtifactReference", "PackageReference", "ProjectReference" ->
          item.attribute("Include")
              .ifPresent(include -> references.add(properties.expand(include)));
      default -> {} // folders, images, documents: nothing that a build reads
    }
  }

  private void variable(ProjectXml.Element item) {
    item.attribute("Include")
        .ifPresent(include -> {
          String value = item.child("DefaultValue").map(ProjectXml.Element::text).orElse("");
          variables.removeIf(v -> v.name().equalsIgnoreCase(include));
          variables.add(new SqlcmdVariable(properties.expand(include), value));
        });
  }

  private void build(ProjectXml.Element item) throws ProjectException {
    Optional<String> remove = item.attribute("Remove");
    if (remove.isPresent()) {
      List<ItemGlob> globs = globs(remove.get());
      build.keySet().removeIf(path -> globs.stream().anyMatch(g -> g.matches(path)));
    }
    Optional<String> include = item.attribute("Include");
    if (include.isPresent()) {
      List<ItemGlob> excluded = globs(item.attribute("Exclude").orElse(""));
      for (String path : expand(include.get(), item)) {
        if (excluded.stream().noneMatch(g -> g.matches(path))) {
          build.put(path, path);
          suppress(item, path);
        }
      }
    }
    Optional<String> update = item.attribute("Update");
    if (update.isPresent()) {
      List<ItemGlob> globs = globs(update.get());
      build.keySet().stream()
          .filter(path -> globs.stream().anyMatch(g -> g.matches(path)))
          .forEach(path -> suppress(item, path));
    }
  }

  private void suppress(ProjectXml.Element item, String path) {
    String numbers =
        item.child("SuppressTSqlWarnings")
            .map(ProjectXml.Element::text)
            .or(() -> item.attribute("SuppressTSqlWarnings"))
            .orElse("");
    Set<String> set = new TreeSet<>();
    for (String number : numbers.split("[,;\\s]+")) {
      if (!number.isBlank()) {
        set.add(number.startsWith("SQL") ? number.substring(3) : number);
      }
    }
    if (!set.isEmpty()) {
      suppressedInFile.put(path, set);
    }
  }

  private void script(ProjectXml.Element item, List<String> paths) throws ProjectException {
    Optional<String> remove = item.attribute("Remove");
    if (remove.isPresent()) {
      List<ItemGlob> globs = globs(remove.get());
      paths.removeIf(path -> globs.stream().anyMatch(g -> g.matches(path)));
    }
    Optional<String> include = item.attribute("Include");
    if (include.isPresent()) {
      paths.addAll(expand(include.get(), item));
    }
  }

  private List<ItemGlob> globs(String list) {
    return Stream.of(properties.expand(list).split(";"))
        .filter(p -> !p.isBlank())
        .map(ItemGlob::new)
        .toList();
  }

  /// The files that an Include names: all that match a pattern, or the one file, which must exist.
  private Collection<String> expand(String list, ProjectXml.Element item) throws ProjectException {
    Set<String> result = new TreeSet<>();
    for (String written : properties.expand(list).split(";")) {
      if (written.isBlank()) {
        continue;
      }
      String path = ItemGlob.normal(written);
      if (ItemGlob.isWild(path)) {
        ItemGlob glob = new ItemGlob(path);
        files().stream().filter(glob::matches).forEach(result::add);
      } else {
        result.add(literal(path, item));
      }
    }
    return result;
  }

  private String literal(String path, ProjectXml.Element item) throws ProjectException {
    String place = file + "(" + item.line() + ")";
    Path resolved;
    try {
      resolved = folder.resolve(path).normalize();
    } catch (java.nio.file.InvalidPathException e) {
      throw new ProjectException(
          place, "includes " + path + ", which is no path: " + e.getReason(), "correct it");
    }
    if (!resolved.startsWith(folder)) {
      throw new ProjectException(
          place,
          "includes " + path + ", which lies outside of the project's folder",
          "move the file into the folder");
    }
    if (Files.isRegularFile(resolved)) {
      return relative(resolved);
    }
    // Project files are written on Windows, where case does not count.
    return files().stream()
        .filter(f -> f.equalsIgnoreCase(path))
        .findFirst()
        .orElseThrow(() ->
            new ProjectException(
                place,
                "includes " + path + ", which does not exist",
                "add the file, or take the item away"));
  }

  private String relative(Path path) {
    return folder.relativize(path).toString().replace('\\', '/');
  }

  private static boolean isOutput(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return lower.startsWith("bin/") || lower.startsWith("obj/");
  }

  /// All files below the project's folder, sorted; links are not followed.
  private List<String> files() throws ProjectException {
    if (files == null) {
      List<String> found = new ArrayList<>();
      Set<String> skipped = new HashSet<>(Set.of(".git", ".vs", "node_modules"));
      try {
        Files.walkFileTree(
            folder,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                return skipped.contains(
                        dir.getFileName() == null ? "" : dir.getFileName().toString())
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                found.add(relative(path));
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        throw new ProjectException(
            folder.toString(), "cannot be listed: " + e.getMessage(), "check its permissions");
      }
      files = found.stream().sorted().toList();
    }
    return files;
  }

  /// Whether a path of a condition is there; one that is no path here is not.
  private boolean exists(String path) {
    try {
      return Files.exists(folder.resolve(ItemGlob.normal(path)));
    } catch (java.nio.file.InvalidPathException _) {
      return false;
    }
  }

  static byte[] bytes(Path path) throws ProjectException {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new ProjectException(
          path.toString(), "cannot be read: " + e.getMessage(), "check its permissions");
    }
  }
}
