package io.hartonomous.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Tests that are files: a source, and beside it what the work makes of it.
///
/// `-Dgolden.update=true` writes the expectations anew; the difference is read in review. Line ends
/// are LF on both sides.
public final class Golden {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private Golden() {}

  /// What is made of one case. `name` is its path below the folder, without the ending.
  @FunctionalInterface
  public interface Work {
    String apply(String name, String source) throws Exception;
  }

  /// One test for each file below `folder` that ends with `sourceEnding`; its expectation has the
  /// other ending.
  public static Stream<DynamicTest> cases(
      String folder, String sourceEnding, String expectedEnding, Work work) {
    return files(folder, sourceEnding).stream()
        .map(source -> {
          String name = name(folder, source, sourceEnding);
          Path expected =
              source.resolveSibling(
                  source.getFileName().toString().replace(sourceEnding, expectedEnding));
          return DynamicTest.dynamicTest(
              name, source.toUri(), () -> check(expected, work.apply(name, read(source))));
        });
  }

  /// One test for each file: a law that holds for every case and needs no expectation.
  public static Stream<DynamicTest> law(String folder, String ending, Law law) {
    return files(folder, ending).stream()
        .map(source ->
            DynamicTest.dynamicTest(
                name(folder, source, ending), source.toUri(), () -> law.check(read(source))));
  }

  @FunctionalInterface
  public interface Law {
    void check(String source) throws Exception;
  }

  /// Compares with a file, or writes it.
  public static void check(Path expected, String actual) {
    if (UPDATE) {
      write(expected, actual);
      return;
    }
    assertThat(expected).as("the expectation; -Dgolden.update=true writes it").exists();
    assertThat(actual.replace("\r\n", "\n")).isEqualTo(read(expected).replace("\r\n", "\n"));
  }

  /// The files below a folder of the test resources, in the order of their paths.
  public static List<Path> files(String folder, String ending) {
    Path root = RESOURCES.resolve(folder);
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> found =
          all.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
      assertThat(found).as("cases below " + root).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String folder, Path source, String ending) {
    String path = RESOURCES.resolve(folder).relativize(source).toString().replace('\\', '/');
    return path.substring(0, path.length() - ending.length());
  }

  public static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
