package io.hartonomous.diagnostics;

import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;

/// A place in a file: 1-based line, 1-based column in UTF-16 units, length in UTF-16 units. A
/// finding about a whole file has line 0 and column 0; one about no file has an empty path too.
public record Location(String path, int line, int column, int length) {
  public static final Location NONE = new Location("", 0, 0, 0);

  public static Location of(SourceFile file, Span span) {
    return new Location(
        file.path(),
        file.lines().line(span.offset()),
        file.lines().column(span.offset()),
        span.length());
  }

  public static Location ofFile(String path) {
    return new Location(path, 0, 0, 0);
  }

  public boolean hasPosition() {
    return line > 0;
  }
}
