package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModuleStatement.TriggerScope;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.OptionNode.OptionValue;
import io.hartonomous.syntax.ast.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// DROP of every kind of object. Source: Microsoft Learn, the DROP page of each kind; what the
/// reference compiler takes.
final class DropGrammar {
  /// What stands behind the kind.
  private enum Shape {
    /// `name`.
    ONE,
    /// `[schema.]name`.
    ONE_OF_SCHEMA,
    /// `[database.][schema.]name`.
    ONE_OF_DATABASE,
    /// `[schema.]name, ...`.
    LIST,
    /// `[database.][schema.]name, ...`.
    LIST_OF_DATABASE,
    /// `table.name, ...`.
    LIST_OF_TABLE,
    /// Nothing: there is one only.
    NONE
  }

  /// A kind of object; `looksAhead` where the kind's word is no reserved one: without a name behind
  /// it the reference compiler does not take the word.
  private record Kind(String words, Shape shape, boolean ifExists, boolean looksAhead) {}

  private static final Map<String, Kind> KINDS = new HashMap<>();

  private static void kinds(Shape shape, boolean ifExists, boolean looksAhead, String... words) {
    for (String word : words) {
      KINDS.put(word, new Kind(word, shape, ifExists, looksAhead));
    }
  }

  static {
    kinds(Shape.LIST_OF_DATABASE, true, false, "TABLE");
    kinds(Shape.LIST_OF_DATABASE, false, false, "EXTERNAL TABLE");
    kinds(
        Shape.LIST,
        true,
        false,
        "VIEW",
        "PROCEDURE",
        "FUNCTION",
        "TRIGGER",
        "DEFAULT",
        "RULE",
        "SECURITY POLICY");
    kinds(Shape.LIST, true, true, "SEQUENCE", "SYNONYM", "AGGREGATE", "ASSEMBLY");
    kinds(Shape.LIST_OF_TABLE, false, false, "STATISTICS");
    kinds(Shape.ONE_OF_DATABASE, true, false, "SCHEMA");
    kinds(Shape.ONE_OF_DATABASE, true, true, "TYPE");
    kinds(Shape.ONE_OF_DATABASE, false, true, "QUEUE");
    kinds(Shape.ONE_OF_SCHEMA, false, false, "XML SCHEMA COLLECTION");
    kinds(Shape.ONE, true, false, "USER");
    kinds(Shape.ONE, true, true, "ROLE");
    kinds(
        Shape.ONE,
        false,
        true,
        "LOGIN",
        "SERVICE",
        "CONTRACT",
        "CERTIFICATE",
        "ROUTE",
        "CREDENTIAL",
        "ENDPOINT",
        "FEDERATION",
        "SERVER ROLE",
        "SERVER AUDIT",
        "EXTERNAL MODEL",
        "EXTERNAL LIBRARY",
        "EXTERNAL LANGUAGE");
    kinds(
        Shape.ONE,
        false,
        false,
        "PARTITION FUNCTION",
        "PARTITION SCHEME",
        "APPLICATION ROLE",
        "SYMMETRIC KEY",
        "ASYMMETRIC KEY",
        "MESSAGE TYPE",
        "EXTERNAL DATA SOURCE",
        "EXTERNAL FILE FORMAT",
        "EXTERNAL RESOURCE POOL",
        "COLUMN MASTER KEY",
        "COLUMN ENCRYPTION KEY",
        "DATABASE SCOPED CREDENTIAL",
        "DATABASE AUDIT SPECIFICATION",
        "SERVER AUDIT SPECIFICATION",
        "CRYPTOGRAPHIC PROVIDER",
        "AVAILABILITY GROUP",
        "BROKER PRIORITY",
        "REMOTE SERVICE BINDING",
        "RESOURCE POOL",
        "WORKLOAD GROUP",
        "WORKLOAD CLASSIFIER");
    kinds(Shape.NONE, false, false, "MASTER KEY", "DATABASE ENCRYPTION KEY");
  }

  private DropGrammar() {}

  static Statement drop(Parser p) {
    int from = p.pos++;
    if (p.accept(TokenKind.INDEX)) {
      return IndexGrammar.drop(p, from);
    }
    Statement ofServer = ServerDefinitionGrammar.drop(p, from);
    if (ofServer != null) {
      return ofServer;
    }
    if (p.atWord("FULLTEXT")) {
      return FullTextGrammar.drop(p, from);
    }
    if (p.atWord("SEARCH") && p.kind(1) == TokenKind.IDENTIFIER) {
      return FullTextGrammar.dropPropertyList(p, from);
    }
    Kind kind = kind(p);
    if (kind == null) {
      if (p.at(TokenKind.DATABASE)) {
        p.pos++;
        boolean ifExists = ifExists(p);
        List<Identifier> names = p.commaList(NameGrammar::identifier);
        return new DatabaseStatement.DropDatabase(ifExists, names, from, p.pos);
      }
      p.pos = from;
      String unsupported = UnsupportedStatements.nameAt(p);
      if (unsupported != null) {
        return StatementGrammar.unsupported(p, unsupported);
      }
      p.pos = from + 1;
      throw p.fail("the kind of an object");
    }
    if (kind.looksAhead && !NameGrammar.atIdentifier(p) && !(kind.ifExists && p.at(TokenKind.IF))) {
      throw p.failAt(p.pos - 1, kind.words + " and a name");
    }
    boolean ifExists = kind.ifExists && ifExists(p);
    List<MultiPartName> names = names(p, kind);
    TriggerScope scope = TriggerScope.OBJECT;
    if (kind.words.equals("TRIGGER") && p.accept(TokenKind.ON)) {
      scope = ModuleGrammar.scope(p);
      if (scope == TriggerScope.OBJECT) {
        throw p.fail("DATABASE or ALL SERVER");
      }
    }
    Optional<Option> option = option(p, kind.words);
    return new ObjectStatement.Drop(kind.words, ifExists, names, scope, option, from, p.pos);
  }

  /// DROP of a kind whose words were read, of one name of one part.
  static Statement one(Parser p, String kind, int from, boolean terminated) {
    int name = p.pos;
    List<MultiPartName> names = List.of(onePart(p));
    if (terminated) {
      FullTextGrammar.terminated(p, name);
    }
    return new ObjectStatement.Drop(
        kind, false, names, TriggerScope.OBJECT, Optional.empty(), from, p.pos);
  }

  private static List<MultiPartName> names(Parser p, Kind kind) {
    return switch (kind.shape) {
      case NONE -> List.of();
      case ONE -> List.of(onePart(p));
      case ONE_OF_SCHEMA -> List.of(NameGrammar.nameOf(p, 2));
      case ONE_OF_DATABASE ->
          List.of(kind.words.equals("SCHEMA") ? schema(p) : NameGrammar.nameOf(p, 3));
      case LIST -> p.commaList(DropGrammar::withinDatabase);
      case LIST_OF_DATABASE -> p.commaList(parser -> NameGrammar.nameOf(parser, 3));
      case LIST_OF_TABLE -> p.commaList(DropGrammar::ofTable);
    };
  }

  private static MultiPartName onePart(Parser p) {
    int from = p.pos;
    return new MultiPartName(List.of(NameGrammar.identifier(p)), from, p.pos);
  }

  private static MultiPartName withinDatabase(Parser p) {
    MultiPartName name = NameGrammar.nameOf(p, 3);
    if (name.parts().size() > 2) {
      throw p.report(
          Code.PREFIXED_NAME, name.from(), "'" + p.tokens.text(name.from(), name.to()) + "'");
    }
    return name;
  }

  /// A schema has a name of one part; the reference compiler reads an object's name and points at
  /// the part before the last.
  private static MultiPartName schema(Parser p) {
    MultiPartName name = NameGrammar.nameOf(p, 3);
    int parts = name.parts().size();
    if (parts > 1) {
      throw p.failAt(name.parts().get(parts - 2).from(), "a name of one part");
    }
    return name;
  }

  private static MultiPartName ofTable(Parser p) {
    MultiPartName name = NameGrammar.name(p);
    if (name.parts().size() < 2) {
      throw p.report(
          Code.STATISTICS_WITHOUT_TABLE, name.from(), "'" + p.tokens.text(name.from()) + "'");
    }
    return name;
  }

  /// What some kinds have behind their names.
  private static Optional<Option> option(Parser p, String kind) {
    int from = p.pos;
    switch (kind) {
      case "SCHEMA" -> {
        return p.at(TokenKind.CASCADE) || p.at(TokenKind.RESTRICT)
            ? Optional.of(OptionReader.flag(p))
            : Optional.empty();
      }
      case "ASSEMBLY" -> {
        if (!p.at(TokenKind.WITH, TokenKind.IDENTIFIER)) {
          return Optional.empty();
        }
        p.pos++;
        p.expectWord("NO");
        p.expectWord("DEPENDENTS");
        return word("WITH NO DEPENDENTS", from, p);
      }
      case "SYMMETRIC KEY", "ASYMMETRIC KEY" -> {
        if (!p.atWord("REMOVE") || p.kind(1) != TokenKind.IDENTIFIER) {
          return Optional.empty();
        }
        p.pos++;
        p.expectWord("PROVIDER");
        p.expect(TokenKind.KEY);
        return word("REMOVE PROVIDER KEY", from, p);
      }
      case "EXTERNAL LIBRARY", "EXTERNAL LANGUAGE" -> {
        if (!p.accept(TokenKind.AUTHORIZATION)) {
          return Optional.empty();
        }
        OptionValue owner = OptionReader.identifierValue(p);
        return Optional.of(OptionReader.bare("AUTHORIZATION", owner, from, p));
      }
      default -> {
        return Optional.empty();
      }
    }
  }

  private static Optional<Option> word(String words, int from, Parser p) {
    return Optional.of(new Option(words, Optional.empty(), List.of(), from, p.pos));
  }

  /// Reads the longest kind at the cursor; null if none is there.
  private static Kind kind(Parser p) {
    StringBuilder words = new StringBuilder();
    Kind found = null;
    int length = 0;
    for (int ahead = 0;
        ahead < 3 && (p.kind(ahead) == TokenKind.IDENTIFIER || p.kind(ahead).isReservedWord());
        ahead++) {
      String word = Words.upper(p.tokens.text(p.pos + ahead));
      words.append(words.isEmpty() ? "" : " ").append(word.equals("PROC") ? "PROCEDURE" : word);
      Kind kind = KINDS.get(words.toString());
      if (kind != null) {
        found = kind;
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
