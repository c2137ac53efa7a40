package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  private static final FileTime OLD = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
  private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-02T00:00:00Z"));
  private static final FileTime NEW = FileTime.from(Instant.parse("2026-01-03T00:00:00Z"));

  @TempDir private Path root;
  private Path stamp;
  private Path source;

  @BeforeEach
  void sourcesOlderThanTheBuild() throws IOException {
    source = root.resolve("core/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.createFile(source);
    Files.createFile(root.resolve("pom.xml"));
    Files.createFile(root.resolve("core/pom.xml"));
    stamp = Files.createFile(root.resolve("built"));
    try (var files = Files.walk(root)) {
      for (var file : files.toList()) {
        Files.setLastModifiedTime(file, OLD);
      }
    }
    Files.setLastModifiedTime(stamp, BUILT);
  }

  private boolean changed() throws IOException {
    return Sources.changedSince(root, stamp);
  }

  @Test
  void nothingNewerIsNoChange() throws IOException {
    assertThat(changed()).isFalse();
  }

  @Test
  void aNewerSourceIsAChange() throws IOException {
    Files.setLastModifiedTime(source, NEW);
    assertThat(changed()).isTrue();
  }

  @Test
  void aDeletedSourceIsAChange() throws IOException {
    Files.delete(source);
    assertThat(changed()).isTrue();
  }

  @Test
  void aNewerPomIsAChange() throws IOException {
    Files.setLastModifiedTime(root.resolve("core/pom.xml"), NEW);
    assertThat(changed()).isTrue();
  }

  @Test
  void aNewerTestIsNone() throws IOException {
    Files.createDirectories(root.resolve("core/src/test/java"));
    assertThat(changed()).isFalse();
  }
}
