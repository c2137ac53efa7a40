package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModuleStatement.TriggerScope;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;
import java.util.Set;

/// DROP of every kind of object. Source: Microsoft Learn, the DROP page of each kind.
final class DropGrammar {
  /// Kinds of one word, then those of several; PROC is told as PROCEDURE.
  private static final Set<String> KINDS =
      Set.of(
          "TABLE",
          "VIEW",
          "PROCEDURE",
          "FUNCTION",
          "TRIGGER",
          "SCHEMA",
          "USER",
          "ROLE",
          "LOGIN",
          "TYPE",
          "SEQUENCE",
          "SYNONYM",
          "DEFAULT",
          "RULE",
          "STATISTICS",
          "AGGREGATE",
          "ASSEMBLY",
          "PARTITION FUNCTION",
          "PARTITION SCHEME",
          "XML SCHEMA COLLECTION",
          "APPLICATION ROLE",
          "FULLTEXT CATALOG",
          "SECURITY POLICY",
          "EXTERNAL TABLE",
          "QUEUE",
          "SERVICE",
          "CONTRACT",
          "CERTIFICATE",
          "SYMMETRIC KEY",
          "ASYMMETRIC KEY",
          "MESSAGE TYPE",
          "ROUTE",
          "FULLTEXT STOPLIST",
          "EXTERNAL DATA SOURCE",
          "EXTERNAL FILE FORMAT",
          "COLUMN MASTER KEY",
          "COLUMN ENCRYPTION KEY",
          "SEARCH PROPERTY LIST",
          "EXTERNAL MODEL");

  private DropGrammar() {}

  static Statement drop(Parser p) {
    int from = p.pos++;
    if (p.accept(TokenKind.INDEX)) {
      return IndexGrammar.drop(p, from);
    }
    if (p.at(TokenKind.DATABASE)
        && !p.atWord(1, "AUDIT")
        && !p.atWord(1, "ENCRYPTION")
        && !p.atWord(1, "SCOPED")) {
      p.pos++;
      boolean ifExists = ifExists(p);
      List<Identifier> names = p.commaList(NameGrammar::identifier);
      return new DatabaseStatement.DropDatabase(ifExists, names, from, p.pos);
    }
    String kind = kind(p);
    if (kind == null) {
      p.pos = from;
      String unsupported = UnsupportedStatements.nameAt(p);
      if (unsupported != null) {
        return StatementGrammar.unsupported(p, unsupported);
      }
      p.pos = from + 1;
      throw p.fail("the kind of an object");
    }
    boolean ifExists = ifExists(p);
    List<MultiPartName> names =
        switch (kind) {
          case "TABLE" -> p.commaList(parser -> NameGrammar.nameOf(parser, 3));
          case "VIEW", "PROCEDURE", "FUNCTION", "TRIGGER" ->
              p.commaList(NameGrammar::withinDatabase);
          default -> p.commaList(NameGrammar::name);
        };
    TriggerScope scope = TriggerScope.OBJECT;
    if (kind.equals("TRIGGER") && p.accept(TokenKind.ON)) {
      scope = ModuleGrammar.scope(p);
      if (scope == TriggerScope.OBJECT) {
        throw p.fail("DATABASE or ALL SERVER");
      }
    }
    return new ObjectStatement.Drop(kind, ifExists, names, scope, from, p.pos);
  }

  /// Reads the longest kind at the cursor; null if none is there.
  private static String kind(Parser p) {
    StringBuilder words = new StringBuilder();
    String found = null;
    int length = 0;
    for (int ahead = 0;
        ahead < 3 && (p.kind(ahead) == TokenKind.IDENTIFIER || p.kind(ahead).isReservedWord());
        ahead++) {
      String word = Words.upper(p.tokens.text(p.pos + ahead));
      words.append(words.isEmpty() ? "" : " ").append(word.equals("PROC") ? "PROCEDURE" : word);
      if (KINDS.contains(words.toString())) {
        found = words.toString();
        length = ahead + 1;
      }
    }
    p.pos += length;
    return found;
  }

  static boolean ifExists(Parser p) {
    if (p.at(TokenKind.IF, TokenKind.EXISTS)) {
      p.pos += 2;
      return true;
    }
    return false;
  }
}
