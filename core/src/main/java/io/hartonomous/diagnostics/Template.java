package io.hartonomous.diagnostics;

import java.util.List;

/// Message templates: `{0}` stands for the first argument. All else is as it stands; there is no
/// escape.
final class Template {
  private Template() {}

  static String fill(String template, List<Object> args) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == '{'
          && i + 2 < template.length()
          && template.charAt(i + 2) == '}'
          && Character.isDigit(template.charAt(i + 1))) {
        int index = template.charAt(i + 1) - '0';
        out.append(index < args.size() ? args.get(index) : "?");
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
