package io.hartonomous.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example with the mistakes that people make.
class BrokenExampleTest {
  /// The repository's root, from the folder of the module in which tests run.
  static Path example(String name) {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("examples"))) {
      here = here.getParent();
    }
    return here.resolve("examples").resolve(name);
  }

  @Test
  void findsWhatTheReferenceFinds() throws IOException, ProjectException, URISyntaxException {
    BuildResult result = Build.build(ProjectReader.read(example("hartonomous-broken")));
    Path expected =
        Path.of(
            BrokenExampleTest.class.getResource("/examples/hartonomous-broken.expected").toURI());
    List<String> lines =
        Files.readAllLines(expected).stream()
            .filter(l -> !l.startsWith("#") && !l.isBlank())
            .sorted()
            .toList();
    BuildCasesTest.assertSame(lines, result.diagnostics());
  }

  @Test
  void findsNothingInTheExamples() throws ProjectException {
    assertThat(Build.build(ProjectReader.read(example("hartonomous"))).diagnostics()).isEmpty();
    assertThat(Build.build(ProjectReader.read(example("storefront"))).diagnostics()).isEmpty();
  }
}
