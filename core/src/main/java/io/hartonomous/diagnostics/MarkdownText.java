package io.hartonomous.diagnostics;

/// Text inside Markdown.
public final class MarkdownText {
  private static final String MARKS = "*_`[]<>|";

  private MarkdownText() {}

  /// Without the meaning of the characters that Markdown would take as its own, on one line; names
  /// with underscores are frequent.
  public static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKS.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c == '\n' ? ' ' : c);
    }
    return out.toString();
  }
}
