package io.hartonomous.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/// Whether a package is as new as the files it was made of.
final class Freshness {
  private Freshness() {}

  /// The first source that changed after the package was written.
  static Optional<Path> newerThan(Path packageFile, List<Path> sources) throws IOException {
    FileTime built = Files.getLastModifiedTime(packageFile);
    for (Path source : sources) {
      if (Files.exists(source) && Files.getLastModifiedTime(source).compareTo(built) > 0) {
        return Optional.of(source);
      }
    }
    return Optional.empty();
  }
}
