package io.hartonomous.project;

import java.util.regex.Pattern;

/// A path with wildcards as project files write them: `**` any folders, `*` and `?` within one
/// name. Compares without regard to case, as on Windows.
final class ItemGlob {
  private final Pattern pattern;
  private final String path;

  ItemGlob(String written) {
    this.path = normal(written);
    this.pattern = Pattern.compile(regex(path), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// A path with `/`, without `./` at its start.
  static String normal(String written) {
    String path = written.strip().replace('\\', '/');
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    return path.endsWith("/") ? path + "**" : path;
  }

  static boolean isWild(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
  }

  boolean matches(String candidate) {
    return pattern.matcher(candidate).matches();
  }

  private static String regex(String path) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '*' && path.startsWith("**/", i)) {
        out.append("(?:.*/)?");
        i += 2;
      } else if (c == '*' && path.startsWith("**", i)) {
        out.append(".*");
        i++;
      } else if (c == '*') {
        out.append("[^/]*");
      } else if (c == '?') {
        out.append("[^/]");
      } else {
        out.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return path;
  }
}
