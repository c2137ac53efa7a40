package io.hartonomous.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// Whether the tool was built from the sources as they are now.
///
/// For the launcher of Windows, which has no quick way to look itself; the POSIX one asks `find`
/// for the same.
final class Sources {
  /// What the program exits with instead of running stale code: `EX_TEMPFAIL`, do it again.
  static final int STALE = 75;

  private Sources() {}

  /// True where a pom, a main source or a folder of them is newer than the stamp. A folder's own
  /// time tells of files that were deleted.
  static boolean changedSince(Path root, Path stamp) throws IOException {
    var built = Files.getLastModifiedTime(stamp);
    if (isNewer(root.resolve("pom.xml"), built)) {
      return true;
    }
    try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (var module : modules) {
        if (isNewer(module.resolve("pom.xml"), built)
            || anyNewer(module.resolve("src").resolve("main"), built)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNewer(Path file, FileTime built) throws IOException {
    return Files.exists(file) && Files.getLastModifiedTime(file).compareTo(built) > 0;
  }

  private static boolean anyNewer(Path folder, FileTime built) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    var search =
        new SimpleFileVisitor<Path>() {
          private boolean found;

          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return look(attributes);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return look(attributes);
          }

          private FileVisitResult look(BasicFileAttributes attributes) {
            found |= attributes.lastModifiedTime().compareTo(built) > 0;
            return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(folder, search);
    return search.found;
  }
}
