package io.hartonomous.project;

import io.hartonomous.text.Decoding;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// T-SQL files outside a project: those that are named, and those below folders.
public final class SqlFiles {
  private SqlFiles() {}

  /// The files that `paths` name, in that order: a file is itself, whatever its ending; a folder is
  /// every `*.sql` below it, in any case of the letters, sorted. Each is written as the path given,
  /// joined with the file's own.
  ///
  /// Errors: [NoSuchFileException] for a path that is not there.
  public static List<Path> of(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
          below.filter(SqlFiles::isSql).sorted().forEach(files::add);
        }
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    return files;
  }

  private static boolean isSql(Path path) {
    String name = path.getFileName().toString();
    return name.regionMatches(true, Math.max(0, name.length() - 4), ".sql", 0, 4)
        && Files.isRegularFile(path);
  }

  /// Errors: [NotTextException] for bytes that are no text.
  public static SourceFile read(Path file) throws IOException, NotTextException {
    return source(file, Decoding.decode(Files.readAllBytes(file)));
  }

  /// A file's text under the path that findings shall show.
  public static SourceFile source(Path file, String text) {
    return new SourceFile(file.toString().replace('\\', '/'), text);
  }
}
