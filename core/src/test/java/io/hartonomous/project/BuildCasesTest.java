package io.hartonomous.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Small projects with the findings of the reference compiler (DacFx 170.5.96): file, line, column,
/// severity, id.
///
/// SQL71561 counts as SQL71501 and SQL71562 as SQL71502; findings about system objects, which the
/// reference does not know, are left out.
class BuildCasesTest {
  @TestFactory
  Stream<DynamicTest> findsWhatTheReferenceFinds() throws IOException, URISyntaxException {
    Path root = Path.of(BuildCasesTest.class.getResource("/build").toURI());
    try (Stream<Path> cases = Files.list(root)) {
      return cases.filter(Files::isDirectory).sorted().toList().stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException, ProjectException {
    BuildResult result = Build.build(project(folder));
    List<String> expected =
        Files.readAllLines(folder.resolve("expected.txt")).stream()
            .filter(l -> !l.isBlank())
            .sorted()
            .toList();
    assertSame(expected, result.diagnostics());
  }

  /// Says what is missing and what is too much, which is easier to read than two long lists. That
  /// the package lacks something is said by us alone.
  static void assertSame(List<String> expected, List<Diagnostic> found) {
    List<String> missing = new ArrayList<>(expected);
    List<String> extra = new ArrayList<>();
    for (Diagnostic d : found) {
      if (!missing.remove(line(d)) && d.code() != Code.NOT_IN_THE_PACKAGE) {
        extra.add(line(d) + " " + d.message());
      }
    }
    assertThat("missing: " + missing + "\nextra: " + extra).isEqualTo("missing: []\nextra: []");
  }

  static String line(Diagnostic d) {
    return d.at().path()
        + "("
        + d.at().line()
        + ","
        + d.at().column()
        + "): "
        + d.severity().label()
        + " "
        + d.code().id();
  }

  static Project project(Path folder) throws IOException, ProjectException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
      if (all.stream().anyMatch(f -> f.toString().endsWith(".sqlproj"))) {
        return ProjectReader.read(folder);
      }
      List<String> sql =
          all.stream()
              .filter(f -> f.toString().endsWith(".sql"))
              .map(f -> folder.relativize(f).toString().replace('\\', '/'))
              .toList();
      return BuildProvoker.project(folder, sql);
    }
  }
}
