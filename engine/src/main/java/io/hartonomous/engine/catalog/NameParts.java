package io.hartonomous.engine.catalog;

import java.util.ArrayList;
import java.util.List;

/// Takes a written name apart, as OBJECT_ID and system procedures do: `[a].b."c"`, parts may be
/// left out (`db..t`).
public final class NameParts {
  private NameParts() {}

  /// The parts, unquoted; an empty list where the text is no name.
  public static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (true) {
      StringBuilder part = new StringBuilder();
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      char open = at < text.length() ? text.charAt(at) : '.';
      if (open == '[' || open == '"') {
        char close = open == '[' ? ']' : '"';
        at++;
        while (true) {
          if (at >= text.length()) {
            return List.of();
          }
          if (text.charAt(at) == close) {
            if (at + 1 < text.length() && text.charAt(at + 1) == close) {
              at++;
            } else {
              break;
            }
          }
          part.append(text.charAt(at++));
        }
        at++;
      } else {
        while (at < text.length() && text.charAt(at) != '.') {
          part.append(text.charAt(at++));
        }
      }
      parts.add(part.toString().stripTrailing());
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at >= text.length()) {
        return parts;
      }
      if (text.charAt(at) != '.') {
        return List.of();
      }
      at++;
    }
  }
}
