package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// What MATCH looks for in a graph: nodes, by the names of their tables, and edges between them.
public sealed interface GraphPattern extends Node {
  /// `a`, or `LAST_NODE(a)` where `last`.
  record Vertex(boolean last, Identifier name, int from, int to) implements GraphPattern {}

  /// An edge and the node on one side of it: `-(edge)->node`, `<-(edge)-node` where `backward`;
  /// where `vertexFirst` the node stands before the edge.
  record Hop(
      boolean backward, Identifier edge, Vertex vertex, boolean vertexFirst, int from, int to)
      implements GraphPattern {}

  /// `a-(b)->c<-(d)-e`: a node and hops from it.
  record Path(Vertex start, List<Hop> hops, int from, int to) implements GraphPattern {
    public Path {
      hops = List.copyOf(hops);
    }
  }

  /// `LAST_NODE(a) = LAST_NODE(b)`.
  record SameNode(Vertex left, Vertex right, int from, int to) implements GraphPattern {}

  /// `SHORTEST_PATH(a(-(b)->c)+)`, or, where the hops have their nodes first,
  /// `SHORTEST_PATH((a-(b)->)+c)`. Instead of `+` a range may stand: `{least, most}`.
  record ShortestPath(
      Vertex end,
      List<Hop> hops,
      Optional<Expression.Literal> least,
      Optional<Expression.Literal> most,
      int from,
      int to)
      implements GraphPattern {
    public ShortestPath {
      hops = List.copyOf(hops);
    }
  }
}
