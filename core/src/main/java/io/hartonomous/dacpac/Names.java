package io.hartonomous.dacpac;

import io.hartonomous.model.ObjectName;
import java.util.ArrayList;
import java.util.List;

/// Element names: parts in brackets joined by dots, `[dbo].[Order].[Total]`.
final class Names {
  private Names() {}

  static String of(ObjectName name) {
    return name.quoted();
  }

  static String of(ObjectName owner, String part) {
    return owner.quoted() + "." + ObjectName.quote(part);
  }

  static String of(String... parts) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      if (!out.isEmpty()) {
        out.append('.');
      }
      out.append(ObjectName.quote(part));
    }
    return out.toString();
  }

  /// The unquoted parts of an element's name. Text outside brackets (`|` and `::` of external
  /// names) separates like a dot.
  static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    int i = 0;
    while (i < name.length()) {
      if (name.charAt(i) != '[') {
        i++;
        continue;
      }
      StringBuilder part = new StringBuilder();
      i++;
      while (i < name.length()) {
        char c = name.charAt(i);
        if (c == ']') {
          if (i + 1 < name.length() && name.charAt(i + 1) == ']') {
            i++;
          } else {
            break;
          }
        }
        part.append(c);
        i++;
      }
      parts.add(part.toString());
      i++;
    }
    return parts;
  }

  static String last(String name) {
    List<String> parts = parts(name);
    return parts.isEmpty() ? name : parts.getLast();
  }

  /// The object that a name of two parts, or of more (a column's table), begins with.
  static ObjectName object(String name) {
    List<String> parts = parts(name);
    return switch (parts.size()) {
      case 0 -> new ObjectName("", name);
      case 1 -> new ObjectName("", parts.getFirst());
      default -> new ObjectName(parts.get(0), parts.get(1));
    };
  }
}
