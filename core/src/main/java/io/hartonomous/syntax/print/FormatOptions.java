package io.hartonomous.syntax.print;

/// How a file is formatted.
///
/// @param keywords the case of keywords; names are never changed
/// @param indent blanks a level, 1 to 16
/// @param width columns that a line should not exceed, 40 to 400; what cannot be broken may
public record FormatOptions(KeywordCase keywords, int indent, int width) {
  /// The house style.
  public static final FormatOptions DEFAULT = new FormatOptions(KeywordCase.UPPER, 4, 100);

  public enum KeywordCase {
    UPPER,
    LOWER,
    KEEP
  }

  public FormatOptions {
    if (indent < 1 || indent > 16) {
      throw new IllegalArgumentException("indent is " + indent + ", it must be 1 to 16");
    }
    if (width < 40 || width > 400) {
      throw new IllegalArgumentException("width is " + width + ", it must be 40 to 400");
    }
  }
}
