package io.hartonomous.text;

import java.util.Objects;

/// A text and the path under which the user knows it. The path is a label: nothing here reads a
/// file.
public final class SourceFile {
  private final String path;
  private final String text;
  private volatile LineMap lines;

  public SourceFile(String path, String text) {
    this.path = Objects.requireNonNull(path);
    this.text = Objects.requireNonNull(text);
  }

  /// The text of a file's bytes, as [Decoding] tells. Errors: [NotTextException].
  public static SourceFile of(String path, byte[] bytes) throws NotTextException {
    return new SourceFile(path, Decoding.decode(bytes));
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /// Made when first asked for: most files have no finding.
  public LineMap lines() {
    LineMap made = lines;
    if (made == null) {
      made = new LineMap(text);
      lines = made;
    }
    return made;
  }

  /// One line without its line end; `line` is 1-based.
  public String line(int line) {
    return text.substring(lines().start(line), lines().end(line)).stripTrailing();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceFile that && path.equals(that.path) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
