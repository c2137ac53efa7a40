package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.OR;

import io.hartonomous.syntax.ast.ModuleStatement.Verb;
import io.hartonomous.syntax.ast.Statement;

/// CREATE and ALTER: the choice of the grammar by the words after the verb.
final class CreateGrammar {
  private CreateGrammar() {}

  static Statement create(Parser p, boolean first) {
    int from = p.pos;
    if (p.kind(1) == OR) {
      p.pos += 2;
      p.expect(TokenKind.ALTER);
      Statement module = module(p, Verb.CREATE_OR_ALTER, from, first);
      if (module == null) {
        throw p.failAt(from, "CREATE OR ALTER of a procedure, function, view or trigger");
      }
      return module;
    }
    p.pos++;
    Statement module = module(p, Verb.CREATE, from, first);
    if (module != null) {
      return module;
    }
    Statement ofServer = ServerDefinitionGrammar.create(p, from, first);
    if (ofServer != null) {
      return ofServer;
    }
    switch (p.kind()) {
      case TABLE:
        p.pos++;
        return TableGrammar.create(p, from);
      case UNIQUE, CLUSTERED, NONCLUSTERED, INDEX:
        return IndexGrammar.create(p, from);
      case SCHEMA:
        p.pos++;
        return ObjectGrammar.schema(p, from);
      case STATISTICS:
        p.pos++;
        return StatisticsGrammar.create(p, from);
      case DEFAULT:
        p.pos++;
        return ObjectGrammar.createDefault(p, from);
      case RULE:
        p.pos++;
        return ObjectGrammar.rule(p, from);
      case PRIMARY:
        return SpecialIndexGrammar.create(p, from);
      case IDENTIFIER:
        Statement statement = byWord(p, from);
        if (statement != null) {
          return statement;
        }
        break;
      default:
        break;
    }
    return unsupportedOrError(p, from);
  }

  private static Statement byWord(Parser p, int from) {
    String word = Words.upper(p.text());
    boolean index = p.kind(1) == TokenKind.INDEX;
    switch (word) {
      case "COLUMNSTORE":
        return index ? IndexGrammar.create(p, from) : null;
      case "SELECTIVE":
        return p.atWord(1, "XML") ? SpecialIndexGrammar.create(p, from) : null;
      case "XML":
        if (p.kind(1) == TokenKind.SCHEMA) {
          p.pos += 2;
          if (!p.atWord("COLLECTION") && p.at(TokenKind.IDENTIFIER) && p.kind(1) == TokenKind.EOF) {
            throw p.failAt(p.pos + 1, "a name"); // the word is compared after it
          }
          p.expectWord("COLLECTION");
          return ObjectGrammar.xmlSchemaCollection(p, from);
        }
        return index ? SpecialIndexGrammar.create(p, from) : null;
      case "SPATIAL", "JSON", "VECTOR":
        return index ? SpecialIndexGrammar.create(p, from) : null;
      case "TYPE":
        p.pos++;
        return ObjectGrammar.type(p, from);
      case "SEQUENCE":
        p.pos++;
        return SequenceGrammar.create(p, from);
      case "SYNONYM":
        p.pos++;
        return ObjectGrammar.synonym(p, from);
      case "PARTITION":
        p.pos++;
        if (p.accept(TokenKind.FUNCTION)) {
          return ObjectGrammar.partitionFunction(p, from);
        }
        p.expectWord("SCHEME");
        return ObjectGrammar.partitionScheme(p, from);
      case "FULLTEXT":
        return FullTextGrammar.create(p, from);
      case "SEARCH":
        return p.kind(1) == TokenKind.IDENTIFIER
            ? FullTextGrammar.createPropertyList(p, from)
            : null;
      default:
        return null;
    }
  }

  static Statement alter(Parser p, boolean first) {
    int from = p.pos++;
    Statement module = module(p, Verb.ALTER, from, first);
    if (module != null) {
      return module;
    }
    Statement ofServer = ServerDefinitionGrammar.alter(p, from, first);
    if (ofServer != null) {
      return ofServer;
    }
    switch (p.kind()) {
      case TABLE:
        p.pos++;
        return AlterTableGrammar.alter(p, from);
      case INDEX:
        p.pos++;
        return IndexGrammar.alter(p, from);
      case SCHEMA:
        p.pos++;
        return ObjectGrammar.alterSchema(p, from);
      case IDENTIFIER:
        if (p.acceptWord("SEQUENCE")) {
          return SequenceGrammar.alter(p, from);
        }
        if (p.atWord("FULLTEXT")) {
          return FullTextGrammar.alter(p, from);
        }
        if (p.atWord("SEARCH") && p.kind(1) == TokenKind.IDENTIFIER) {
          return FullTextGrammar.alterPropertyList(p, from);
        }
        break;
      default:
        break;
    }
    return unsupportedOrError(p, from);
  }

  /// A procedure, function, view or trigger; null if the word is none of them. It must be the first
  /// statement of its batch: the reference compiler points at the verb if not.
  private static Statement module(Parser p, Verb verb, int from, boolean first) {
    switch (p.kind()) {
      case PROC, PROCEDURE, FUNCTION, VIEW, TRIGGER:
        break;
      default:
        return null;
    }
    if (!first) {
      throw p.failAt(from, "GO before it: this statement must be the first of its batch");
    }
    TokenKind kind = p.kind();
    p.pos++;
    return switch (kind) {
      case FUNCTION -> ModuleGrammar.function(p, verb, from);
      case VIEW -> ModuleGrammar.view(p, verb, from);
      case TRIGGER -> ModuleGrammar.trigger(p, verb, from);
      default -> ModuleGrammar.procedure(p, verb, from);
    };
  }

  private static Statement unsupportedOrError(Parser p, int from) {
    int at = p.pos;
    p.pos = from;
    String name = UnsupportedStatements.nameAt(p);
    if (name != null) {
      return StatementGrammar.unsupported(p, name);
    }
    p.pos = at;
    throw p.fail("the kind of an object");
  }
}
