package io.hartonomous.project;

import java.util.ArrayList;
import java.util.List;

/// Names as findings write them: `[dbo].[T].[c]`, or words with dots where nothing is quoted.
final class QuotedName {
  private QuotedName() {}

  /// The parts without brackets; empty for an empty name.
  static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (inside && c == ']') {
        if (i + 1 < name.length() && name.charAt(i + 1) == ']') {
          part.append(c);
          i++;
        } else {
          inside = false;
        }
      } else if (!inside && c == '[') {
        inside = true;
      } else if (!inside && c == '.') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (!name.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }
}
