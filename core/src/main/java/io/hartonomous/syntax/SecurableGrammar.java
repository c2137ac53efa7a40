package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Identifier;
import java.util.Optional;
import java.util.Set;

/// The class of a securable: `SCHEMA::`, `XML SCHEMA COLLECTION::`. Source: Microsoft Learn,
/// "Securables"; what the reference compiler takes.
final class SecurableGrammar {
  private static final Set<String> CLASSES =
      Set.of(
          "APPLICATION ROLE",
          "ASSEMBLY",
          "ASYMMETRIC KEY",
          "AVAILABILITY GROUP",
          "CERTIFICATE",
          "CONTRACT",
          "DATABASE",
          "ENDPOINT",
          "EXTERNAL MODEL",
          "FULLTEXT CATALOG",
          "FULLTEXT STOPLIST",
          "LOGIN",
          "MESSAGE TYPE",
          "OBJECT",
          "REMOTE SERVICE BINDING",
          "ROLE",
          "ROUTE",
          "SCHEMA",
          "SEARCH PROPERTY LIST",
          "SERVER",
          "SERVER ROLE",
          "SERVICE",
          "SYMMETRIC KEY",
          "TYPE",
          "USER",
          "XML SCHEMA COLLECTION");

  private SecurableGrammar() {}

  /// Whether the token may be a word of a permission or a class: any word but these.
  static boolean isWord(TokenKind kind) {
    return switch (kind) {
      case TO, FROM, GRANT, WHERE, ON -> false;
      default -> kind == TokenKind.IDENTIFIER || kind.isReservedWord();
    };
  }

  /// The words before `::` in upper case as one identifier; nothing where no `::` follows.
  static Optional<Identifier> securableClass(Parser p) {
    int words = 0;
    while (isWord(p.kind(words))) {
      words++;
    }
    if (words == 0 || p.kind(words) != TokenKind.DOUBLE_COLON) {
      return Optional.empty();
    }
    int from = p.pos;
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words; i++) {
      name.append(i == 0 ? "" : " ").append(Words.upper(p.tokens.text(from + i)));
    }
    if (!CLASSES.contains(name.toString())) {
      throw p.fail("a class of securables");
    }
    p.pos += words;
    Identifier found = new Identifier(name.toString(), Identifier.Quote.NONE, from, p.pos);
    p.pos++;
    return Optional.of(found);
  }
}
