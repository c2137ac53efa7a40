package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.GraphPattern;

/// What patterns of graphs are made of, in the order in which it stands.
final class GraphParts {
  private GraphParts() {}

  static Parts of(GraphPattern node) {
    return switch (node) {
      case GraphPattern.Vertex n -> parts("Vertex", keyword(n.last(), "LAST_NODE"), n.name());
      case GraphPattern.Hop n ->
          n.vertexFirst()
              ? parts("Hop", n.vertex(), n.backward() ? "<-" : "->", n.edge())
              : parts("Hop", n.backward() ? "<-" : "->", n.edge(), n.vertex());
      case GraphPattern.Path n -> parts("Path", n.start(), n.hops());
      case GraphPattern.SameNode n -> parts("SameNode", n.left(), n.right());
      case GraphPattern.ShortestPath n ->
          n.hops().getFirst().vertexFirst()
              ? parts("ShortestPath", "last", n.hops(), n.least(), n.most(), n.end())
              : parts("ShortestPath", "first", n.end(), n.hops(), n.least(), n.most());
    };
  }
}
