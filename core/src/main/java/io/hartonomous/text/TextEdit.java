package io.hartonomous.text;

import java.util.Comparator;
import java.util.List;

/// Replaces `span` by `replacement`; an empty span inserts.
public record TextEdit(Span span, String replacement) {

  /// Applies edits that do not overlap, given in any order, to one text. Errors:
  /// [IllegalArgumentException] if two edits overlap or one reaches beyond the text.
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted =
        edits.stream().sorted(Comparator.comparingInt((TextEdit e) -> e.span.offset())).toList();
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (TextEdit edit : sorted) {
      if (edit.span.offset() < at || edit.span.end() > text.length()) {
        throw new IllegalArgumentException(
            "edit at " + edit.span + " overlaps another or leaves the text");
      }
      out.append(text, at, edit.span.offset()).append(edit.replacement);
      at = edit.span.end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
