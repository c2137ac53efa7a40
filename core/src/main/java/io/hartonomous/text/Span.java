package io.hartonomous.text;

/// A stretch of a text, in UTF-16 units.
public record Span(int offset, int length) {
  public static Span between(int start, int end) {
    return new Span(start, end - start);
  }

  public int end() {
    return offset + length;
  }
}
