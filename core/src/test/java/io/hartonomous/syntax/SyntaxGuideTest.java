package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.golden.Golden;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// The examples of `docs/syntax.md`: each compiles, and prints what stands below it.
@ResourceLock(Resources.SYSTEM_OUT)
class SyntaxGuideTest {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "## ([^\\n]*)\\n(?:(?!\\n## ).)*?```java\\n(.*?)```\\n```text\\n(.*?)```",
          Pattern.DOTALL);

  @TempDir Path classes;

  @TestFactory
  Stream<DynamicTest> examples() {
    String guide = Golden.read(Path.of("..", "docs", "syntax.md"));
    List<DynamicTest> tests = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(guide);
    while (example.find()) {
      String name = "Example" + (tests.size() + 1);
      String code = example.group(2);
      String expected = example.group(3);
      tests.add(
          DynamicTest.dynamicTest(
              example.group(1),
              () -> assertThat(run(name, code).strip()).isEqualTo(expected.strip())));
    }
    assertThat(tests).hasSize(guide.split("```java\n", -1).length - 1);
    return tests.stream();
  }

  private String run(String name, String code) throws Exception {
    compile(name, code);
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    URL[] path = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(name).getMethod("run").invoke(null);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private void compile(String name, String code) throws Exception {
    String imports =
        code.lines().filter(l -> l.startsWith("import ")).collect(Collectors.joining("\n"));
    String body =
        code.lines().filter(l -> !l.startsWith("import ")).collect(Collectors.joining("\n"));
    String source =
        imports
            + "\npublic class "
            + name
            + " {\n  public static void run() throws Exception {\n"
            + body
            + "\n  }\n}\n";
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    Path library =
        Path.of(Parser.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> options =
        List.of("-d", classes.toString(), "-cp", library.toString(), "-proc:none");
    assertThat(compiler.getTask(null, null, errors, options, null, List.of(file)).call())
        .as(() -> errors.getDiagnostics().toString())
        .isTrue();
  }
}
