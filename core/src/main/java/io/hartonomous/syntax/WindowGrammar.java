package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.Frame;
import io.hartonomous.syntax.ast.QueryPart.FrameBound;
import io.hartonomous.syntax.ast.QueryPart.FrameBoundKind;
import io.hartonomous.syntax.ast.QueryPart.Over;
import java.util.List;
import java.util.Optional;

/// Windows of window functions. Source: Microsoft Learn, "SELECT - OVER clause", "SELECT - WINDOW
/// clause".
final class WindowGrammar {
  private WindowGrammar() {}

  static Over over(Parser p) {
    int from = p.pos;
    p.expect(TokenKind.OVER);
    if (!p.at(LEFT_PARENTHESIS)) {
      Identifier window = NameGrammar.identifier(p);
      return new Over(
          Optional.of(window), false, List.of(), Optional.empty(), Optional.empty(), from, p.pos);
    }
    return specification(p, from);
  }

  /// `name AS ( ... )`.
  static QueryPart.WindowDefinition definition(Parser p) {
    int from = p.pos;
    Identifier name = NameGrammar.identifier(p);
    p.expect(TokenKind.AS);
    return new QueryPart.WindowDefinition(name, specification(p, p.pos), from, p.pos);
  }

  private static Over specification(Parser p, int from) {
    p.enter();
    p.expect(LEFT_PARENTHESIS);
    Optional<Identifier> window = Optional.empty();
    if (NameGrammar.atIdentifier(p)
        && !(p.atWord("PARTITION") && p.kind(1) == TokenKind.BY)
        && !p.atWord("ROWS")
        && !p.atWord("RANGE")) {
      window = Optional.of(NameGrammar.identifier(p));
    }
    List<Expression> partitionBy = List.of();
    if (p.atWord("PARTITION") && p.kind(1) == TokenKind.BY) {
      p.pos += 2;
      partitionBy = ExpressionGrammar.list(p);
    }
    Optional<QueryPart.OrderBy> orderBy = p.optional(p.at(TokenKind.ORDER), QueryGrammar::orderBy);
    Optional<Frame> frame = p.optional(p.atWord("ROWS") || p.atWord("RANGE"), WindowGrammar::frame);
    p.expect(RIGHT_PARENTHESIS);
    p.leave();
    return new Over(window, true, partitionBy, orderBy, frame, from, p.pos);
  }

  private static Frame frame(Parser p) {
    int from = p.pos;
    boolean rows = p.atWord("ROWS");
    p.pos++;
    if (p.accept(TokenKind.BETWEEN)) {
      FrameBound start = bound(p);
      p.expect(TokenKind.AND);
      FrameBound end = bound(p);
      return new Frame(rows, start, Optional.of(end), from, p.pos);
    }
    return new Frame(rows, bound(p), Optional.empty(), from, p.pos);
  }

  private static FrameBound bound(Parser p) {
    int from = p.pos;
    if (p.accept(TokenKind.CURRENT)) {
      p.expectWord("ROW");
      return new FrameBound(FrameBoundKind.CURRENT_ROW, Optional.empty(), from, p.pos);
    }
    if (p.acceptWord("UNBOUNDED")) {
      FrameBoundKind kind =
          p.acceptWord("PRECEDING")
              ? FrameBoundKind.UNBOUNDED_PRECEDING
              : FrameBoundKind.UNBOUNDED_FOLLOWING;
      if (kind == FrameBoundKind.UNBOUNDED_FOLLOWING) {
        p.expectWord("FOLLOWING");
      }
      return new FrameBound(kind, Optional.empty(), from, p.pos);
    }
    Expression distance = ExpressionGrammar.integer(p);
    FrameBoundKind kind =
        p.acceptWord("PRECEDING") ? FrameBoundKind.PRECEDING : FrameBoundKind.FOLLOWING;
    if (kind == FrameBoundKind.FOLLOWING) {
      p.expectWord("FOLLOWING");
    }
    return new FrameBound(kind, Optional.of(distance), from, p.pos);
  }
}
