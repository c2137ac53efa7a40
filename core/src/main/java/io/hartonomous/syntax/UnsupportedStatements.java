package io.hartonomous.syntax;

import java.util.Set;

/// Statements of T-SQL that are known by name and have no grammar here. Source: Microsoft Learn,
/// "Transact-SQL statements".
final class UnsupportedStatements {
  /// The second part of CREATE, ALTER and DROP.
  private static final Set<String> OBJECTS =
      Set.of(
          "AGGREGATE",
          "ASSEMBLY",
          "EXTERNAL DATA SOURCE",
          "EXTERNAL FILE FORMAT",
          "EXTERNAL LANGUAGE",
          "EXTERNAL LIBRARY",
          "EXTERNAL MODEL",
          "EXTERNAL STREAM",
          "EXTERNAL TABLE",
          "PARTITION FUNCTION",
          "PARTITION SCHEME",
          "SECURITY POLICY",
          "XML SCHEMA COLLECTION");

  private UnsupportedStatements() {}

  /// The name of the statement at the cursor if it is one of these, else null. The longest name
  /// wins.
  static String nameAt(Parser p) {
    StringBuilder words = new StringBuilder();
    String found = null;
    boolean object = p.at(TokenKind.CREATE) || p.at(TokenKind.ALTER) || p.at(TokenKind.DROP);
    String verb = Words.upper(p.text());
    for (int ahead = 0;
        ahead < 4 && (p.kind(ahead) == TokenKind.IDENTIFIER || p.kind(ahead).isReservedWord());
        ahead++) {
      words.append(words.isEmpty() ? "" : " ").append(Words.upper(p.tokens.text(p.pos + ahead)));
      String name = words.toString();
      if (object && ahead > 0 && OBJECTS.contains(name.substring(verb.length() + 1))) {
        found = name;
      }
    }
    return found;
  }
}
