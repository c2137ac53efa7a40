package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.FOR;

import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.CursorStatement.Orientation;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cursors. Source: Microsoft Learn, "DECLARE CURSOR", "OPEN", "FETCH", "CLOSE", "DEALLOCATE".
final class CursorGrammar {
  private CursorGrammar() {}

  /// `DECLARE name [INSENSITIVE] [SCROLL] CURSOR [options] FOR query [FOR UPDATE [OF columns] |
  /// READ ONLY]`.
  static Statement declare(Parser p) {
    int from = p.pos++;
    int nameFrom = p.pos;
    Identifier name = NameGrammar.identifier(p);
    Expression cursor =
        new Expression.ColumnReference(
            new MultiPartName(List.of(name), nameFrom, p.pos), false, nameFrom, p.pos);
    List<Identifier> before = new ArrayList<>();
    while (p.atWord("INSENSITIVE") || p.atWord("SCROLL")) {
      before.add(NameGrammar.upperWord(p));
    }
    p.expect(TokenKind.CURSOR);
    List<Identifier> options = new ArrayList<>();
    while (p.at(TokenKind.IDENTIFIER)) {
      options.add(NameGrammar.knownWord(p, Vocabulary.CURSOR_OPTIONS));
    }
    p.expect(FOR);
    Optional<QueryPart.With> with = p.optional(p.at(TokenKind.WITH), QueryGrammar::with);
    QueryExpression query = QueryGrammar.query(p);
    boolean update = false;
    boolean readOnly = false;
    List<MultiPartName> columns = List.of();
    if (p.at(FOR, TokenKind.UPDATE)) {
      p.pos += 2;
      update = true;
      columns = p.accept(TokenKind.OF) ? p.commaList(NameGrammar::name) : List.of();
    } else if (p.at(FOR, TokenKind.READ)) {
      p.pos += 2;
      p.expectWord("ONLY");
      readOnly = true;
    }
    return new CursorStatement.Declare(
        cursor, before, options, with, query, readOnly, update, columns, from, p.pos);
  }

  /// Whether `CURSOR [options] FOR` stands `ahead` tokens on.
  static boolean atCursorDefinition(Parser p, int ahead) {
    return p.kind(ahead) == TokenKind.CURSOR;
  }

  static Statement setCursor(Parser p, Expression.Variable variable, int from) {
    p.expect(TokenKind.CURSOR);
    List<Identifier> options = new ArrayList<>();
    while (p.at(TokenKind.IDENTIFIER)) {
      options.add(NameGrammar.knownWord(p, Vocabulary.CURSOR_OPTIONS));
    }
    p.expect(FOR);
    Optional<QueryPart.With> with = p.optional(p.at(TokenKind.WITH), QueryGrammar::with);
    QueryExpression query = QueryGrammar.query(p);
    return new CursorStatement.SetCursor(variable, options, with, query, from, p.pos);
  }

  static Statement statement(Parser p) {
    int from = p.pos;
    switch (p.kind()) {
      case OPEN -> {
        p.pos++;
        boolean global = global(p);
        return new CursorStatement.Open(global, name(p), from, p.pos);
      }
      case CLOSE -> {
        p.pos++;
        boolean global = global(p);
        return new CursorStatement.Close(global, name(p), from, p.pos);
      }
      case DEALLOCATE -> {
        p.pos++;
        boolean global = global(p);
        return new CursorStatement.Deallocate(global, name(p), from, p.pos);
      }
      default -> {
        return fetch(p);
      }
    }
  }

  static boolean global(Parser p) {
    if (p.atWord("GLOBAL") && NameGrammar.isIdentifier(p, 1)) {
      p.pos++;
      return true;
    }
    return false;
  }

  private static final TokenSet AFTER_NAME =
      Follow.STATEMENT_END.plus(TokenKind.INTO, TokenKind.OPTION, TokenKind.RIGHT_PARENTHESIS);

  static Expression name(Parser p) {
    if (ExpressionGrammar.atVariable(p)) {
      return ExpressionGrammar.variable(p);
    }
    int from = p.pos;
    if (NameGrammar.atIdentifier(p)) {
      p.mustPrecede(AFTER_NAME, "the end of the statement");
    }
    Identifier name = NameGrammar.identifier(p);
    return new Expression.ColumnReference(
        new MultiPartName(List.of(name), from, p.pos), false, from, p.pos);
  }

  private static Statement fetch(Parser p) {
    int from = p.pos++;
    Optional<Orientation> orientation = Optional.empty();
    Optional<Expression> offset = Optional.empty();
    for (Orientation candidate : Orientation.values()) {
      if (orientation.isEmpty()
          && p.atWord(candidate.name())
          && (p.kind(1) == TokenKind.FROM || candidate.compareTo(Orientation.LAST) > 0)) {
        orientation = Optional.of(candidate);
        p.pos++;
        if (candidate == Orientation.ABSOLUTE || candidate == Orientation.RELATIVE) {
          offset = Optional.of(ExpressionGrammar.unary(p));
        }
      }
    }
    if (orientation.isEmpty() && NameGrammar.atIdentifier(p) && p.kind(1) == TokenKind.FROM) {
      throw p.fail("NEXT, PRIOR, FIRST, LAST, ABSOLUTE or RELATIVE");
    }
    boolean keyword = p.accept(TokenKind.FROM);
    if (orientation.isPresent() && !keyword) {
      throw p.fail("FROM");
    }
    boolean global = global(p);
    Expression name = name(p);
    List<Expression.Variable> into = new ArrayList<>();
    if (p.accept(TokenKind.INTO)) {
      do {
        into.add(ExpressionGrammar.variable(p));
      } while (p.accept(COMMA));
    }
    return new CursorStatement.Fetch(orientation, offset, keyword, global, name, into, from, p.pos);
  }
}
