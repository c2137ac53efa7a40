package io.hartonomous.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every code has an example that provokes it: `diagnostics/ID.sql`, or a folder `diagnostics/ID/`
/// with whatever the work needs.
///
/// The parser is always asked. Other packages add a [Provoker] by naming it in
/// `META-INF/services/io.hartonomous.diagnostics.Provoker` of the test resources; all that accept
/// an example are asked, and one of them must give the code.
class DiagnosticExamplesTest {
  private static final Path EXAMPLES = Path.of("src", "test", "resources", "diagnostics");

  @TestFactory
  Stream<DynamicTest> everyCodeIsProvokedByItsExample() {
    return Stream.of(Code.values())
        .map(code ->
            DynamicTest.dynamicTest(
                code.id() + " " + code,
                () -> {
                  Path file = EXAMPLES.resolve(code.id() + ".sql");
                  Path example = Files.exists(file) ? file : EXAMPLES.resolve(code.id());
                  assertThat(example).as("the example of " + code).exists();
                  List<Diagnostic> found = new ArrayList<>(parse(example));
                  for (Provoker provoker : ServiceLoader.load(Provoker.class)) {
                    if (provoker.accepts(example)) {
                      found.addAll(provoker.provoke(example));
                    }
                  }
                  assertThat(found).extracting(Diagnostic::code).contains(code);
                  assertThat(found)
                      .allSatisfy(d -> assertThat(d.message()).doesNotContain("{").isNotBlank());
                }));
  }

  private static List<Diagnostic> parse(Path example) throws Exception {
    if (!Files.isRegularFile(example)) {
      return List.of();
    }
    return Parser.parse(
            new SourceFile(example.getFileName().toString(), Files.readString(example)),
            ParseOptions.DEFAULT)
        .diagnostics();
  }

  @TestFactory
  Stream<DynamicTest> idsAreUniqueAndWellFormed() {
    return Stream.of(Code.values())
        .map(code ->
            DynamicTest.dynamicTest(
                code.toString(),
                () -> {
                  assertThat(code.id()).matches("SQL\\d{5}|HRT\\d{4}");
                  assertThat(Code.ofId(code.id())).contains(code);
                }));
  }
}
