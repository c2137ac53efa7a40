package io.hartonomous.model;

import java.util.Comparator;

/// How identifiers of a model compare: by a case-insensitive or a case-sensitive collation.
///
/// Case folding is done code unit by code unit with
/// `Character.toLowerCase(Character.toUpperCase(c))`, so that no locale decides and the Turkish
/// dotless i stays a letter of its own. Source of the names: Microsoft Learn, "Windows collation
/// name (Transact-SQL)".
public record Collation(String name) implements Comparator<String> {

  /// The collation of a new database where nothing else is said.
  public static final Collation DEFAULT = new Collation("SQL_Latin1_General_CP1_CI_AS");

  public boolean isCaseSensitive() {
    return name.contains("_CS") || name.endsWith("_BIN") || name.endsWith("_BIN2");
  }

  /// The text under which an identifier is found in a map: two identifiers are the same name if
  /// their keys are equal.
  public String key(String identifier) {
    if (isCaseSensitive()) {
      return identifier;
    }
    int first = 0;
    while (first < identifier.length()
        && fold(identifier.charAt(first)) == identifier.charAt(first)) {
      first++;
    }
    if (first == identifier.length()) {
      return identifier;
    }
    char[] folded = identifier.toCharArray();
    for (int i = first; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  public ObjectName key(ObjectName name) {
    return new ObjectName(key(name.schema()), key(name.name()));
  }

  public boolean same(String left, String right) {
    return compare(left, right) == 0;
  }

  public boolean same(ObjectName left, ObjectName right) {
    return same(left.schema(), right.schema()) && same(left.name(), right.name());
  }

  @Override
  public int compare(String left, String right) {
    return isCaseSensitive()
        ? left.compareTo(right)
        : String.CASE_INSENSITIVE_ORDER.compare(left, right);
  }
}
