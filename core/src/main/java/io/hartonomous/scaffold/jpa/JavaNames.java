package io.hartonomous.scaffold.jpa;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// Java names from SQL names, each once. `order line`, `Order_Line` and `OrderLine` all become
/// `OrderLine`; the second of them `OrderLine2`.
final class JavaNames {
  private final Set<String> taken = new HashSet<>();

  String type(String sqlName) {
    return unique(pascal(sqlName));
  }

  String field(String sqlName) {
    String pascal = pascal(sqlName);
    return unique(
        SourceVersion.isKeyword(lowerFirst(pascal))
            ? lowerFirst(pascal) + "_"
            : lowerFirst(pascal));
  }

  private String unique(String name) {
    String found = name;
    for (int n = 2; !taken.add(found); n++) {
      found = name + n;
    }
    return found;
  }

  /// Words begin at a capital after a small letter, and after anything that is no letter and no
  /// digit.
  static String pascal(String sqlName) {
    StringBuilder out = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < sqlName.length(); i++) {
      char c = sqlName.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        start = true;
        continue;
      }
      if (out.isEmpty() && Character.isDigit(c)) {
        out.append('_');
      }
      out.append(start ? Character.toUpperCase(c) : c);
      start = false;
    }
    return out.isEmpty() ? "_" : out.toString();
  }

  /// `URLText` becomes `urlText`, `Id` becomes `id`.
  static String lowerFirst(String pascal) {
    int capitals = 0;
    while (capitals < pascal.length() && Character.isUpperCase(pascal.charAt(capitals))) {
      capitals++;
    }
    int lower = capitals <= 1 || capitals == pascal.length() ? Math.max(capitals, 1) : capitals - 1;
    StringBuilder out = new StringBuilder(pascal);
    for (int i = 0; i < Math.min(lower, out.length()); i++) {
      out.setCharAt(i, Character.toLowerCase(out.charAt(i)));
    }
    return out.toString();
  }
}
