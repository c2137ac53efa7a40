package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.GraphPattern;
import io.hartonomous.syntax.ast.GraphPattern.Hop;
import io.hartonomous.syntax.ast.GraphPattern.Vertex;
import io.hartonomous.syntax.ast.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Patterns of graphs. Source: Microsoft Learn, "MATCH (Transact-SQL)", "SHORTEST_PATH".
final class GraphGrammar {
  private static final TokenSet BEFORE_EDGE =
      TokenSet.of(TokenKind.MINUS_SIGN, TokenKind.LESS, LEFT_PARENTHESIS);

  private static final TokenSet AFTER_VERTEX =
      TokenSet.of(TokenKind.MINUS_SIGN, TokenKind.LESS, TokenKind.AND, RIGHT_PARENTHESIS);

  private GraphGrammar() {}

  /// `MATCH(pattern [AND pattern] ...)`. The cursor is at MATCH.
  static Condition match(Parser p) {
    int from = p.pos;
    p.pos += 2;
    List<GraphPattern> patterns = new ArrayList<>();
    do {
      patterns.add(pattern(p));
    } while (p.accept(TokenKind.AND));
    p.expect(RIGHT_PARENTHESIS);
    return new Condition.Match(patterns, from, p.pos);
  }

  private static GraphPattern pattern(Parser p) {
    int from = p.pos;
    if (p.kind(1) == LEFT_PARENTHESIS && p.atWord("SHORTEST_PATH")) {
      return shortestPath(p);
    }
    if (NameGrammar.atIdentifier(p)) {
      p.mustPrecede(BEFORE_EDGE, "an edge");
    }
    Vertex start = vertex(p);
    if (start.last() && p.accept(TokenKind.EQUALS)) {
      if (!p.atWord("LAST_NODE")) {
        throw p.fail("LAST_NODE");
      }
      return new GraphPattern.SameNode(start, vertex(p), from, p.pos);
    }
    List<Hop> hops = new ArrayList<>();
    do {
      hops.add(hop(p));
    } while (atEdge(p));
    return new GraphPattern.Path(start, hops, from, p.pos);
  }

  private static boolean atEdge(Parser p) {
    return p.at(TokenKind.MINUS_SIGN) || p.at(TokenKind.LESS);
  }

  private static Vertex vertex(Parser p) {
    int from = p.pos;
    boolean last = p.kind(1) == LEFT_PARENTHESIS && p.atWord("LAST_NODE");
    if (last) {
      p.pos += 2;
    }
    Identifier name = NameGrammar.identifier(p);
    if (last) {
      p.expect(RIGHT_PARENTHESIS);
    }
    return new Vertex(last, name, from, p.pos);
  }

  /// An edge and the node behind it.
  private static Hop hop(Parser p) {
    int from = p.pos;
    boolean backward = p.at(TokenKind.LESS);
    Identifier edge = edge(p);
    if (NameGrammar.atIdentifier(p) && p.kind(1) != LEFT_PARENTHESIS) {
      p.mustPrecede(AFTER_VERTEX, "an edge, AND or ')'");
    }
    return new Hop(backward, edge, vertex(p), false, from, p.pos);
  }

  /// `-(edge)->`, `<-(edge)-`.
  private static Identifier edge(Parser p) {
    boolean backward = p.accept(TokenKind.LESS);
    p.expect(TokenKind.MINUS_SIGN);
    p.expect(LEFT_PARENTHESIS);
    Identifier edge = NameGrammar.identifier(p);
    p.expect(RIGHT_PARENTHESIS);
    p.expect(TokenKind.MINUS_SIGN);
    if (!backward) {
      p.expect(TokenKind.GREATER);
    }
    return edge;
  }

  private static GraphPattern shortestPath(Parser p) {
    int from = p.pos;
    p.pos += 2;
    boolean vertexFirst = p.at(LEFT_PARENTHESIS);
    Optional<Vertex> start = p.optional(!vertexFirst, GraphGrammar::vertex);
    p.expect(LEFT_PARENTHESIS);
    List<Hop> hops = new ArrayList<>();
    if (vertexFirst) {
      do {
        hops.add(hopBehind(p));
      } while (!p.at(RIGHT_PARENTHESIS));
    } else {
      do {
        hops.add(hop(p));
      } while (atEdge(p));
    }
    p.expect(RIGHT_PARENTHESIS);
    Optional<Expression.Literal> least = Optional.empty();
    Optional<Expression.Literal> most = Optional.empty();
    if (p.accept(TokenKind.LEFT_BRACE)) {
      least = Optional.of(ExpressionGrammar.integer(p));
      p.expect(TokenKind.COMMA);
      most = Optional.of(ExpressionGrammar.integer(p));
      p.expect(TokenKind.RIGHT_BRACE);
    } else if (!p.accept(TokenKind.PLUS_SIGN)) {
      throw p.fail("'+' or a range in braces");
    }
    Vertex end = vertexFirst ? vertex(p) : start.orElseThrow();
    p.expect(RIGHT_PARENTHESIS);
    return new GraphPattern.ShortestPath(end, hops, least, most, from, p.pos);
  }

  /// A node and the edge behind it.
  private static Hop hopBehind(Parser p) {
    int from = p.pos;
    Vertex vertex = vertex(p);
    boolean backward = p.at(TokenKind.LESS);
    return new Hop(backward, edge(p), vertex, true, from, p.pos);
  }
}
