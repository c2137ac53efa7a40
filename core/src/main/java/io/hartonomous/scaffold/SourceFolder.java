package io.hartonomous.scaffold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/// Writes source files into a folder. A file whose text is the same is not touched, so that build
/// tools see no change.
public final class SourceFolder {
  private SourceFolder() {}

  /// How many files were written anew or changed. Errors: [IOException]; every file is then either
  /// the old one or the new one, never half of one. [IllegalArgumentException] for a path that
  /// leaves the folder.
  public static int write(Path folder, List<SourceText> files) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    int written = 0;
    for (SourceText file : files) {
      Path target = root.resolve(file.path()).normalize();
      if (!target.startsWith(root)) {
        throw new IllegalArgumentException(
            "The path " + file.path() + " leaves the output folder.");
      }
      byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
      if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), bytes)) {
        continue;
      }
      Files.createDirectories(target.getParent());
      Path part =
          Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
      try {
        Files.write(part, bytes);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      written++;
    }
    return written;
  }
}
