package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.GraphPattern;

/// Patterns of graphs.
final class GraphPrinter {
  private GraphPrinter() {}

  static void print(Output out, GraphPattern pattern) {
    switch (pattern) {
      case GraphPattern.Vertex n -> {
        if (n.last()) {
          out.word("LAST_NODE").glue().open().node(n.name()).close();
        } else {
          out.node(n.name());
        }
      }
      case GraphPattern.Hop n -> {
        if (n.vertexFirst()) {
          out.node(n.vertex());
        }
        out.word(n.backward() ? "<-" : "-").glue().open().node(n.edge()).close();
        out.sign(n.backward() ? "-" : "->");
        if (!n.vertexFirst()) {
          out.node(n.vertex());
        }
      }
      case GraphPattern.Path n -> out.node(n.start()).each(n.hops());
      case GraphPattern.SameNode n -> out.node(n.left()).word("=").node(n.right());
      case GraphPattern.ShortestPath n -> {
        boolean endsBehind = n.hops().getFirst().vertexFirst();
        out.word("SHORTEST_PATH").glue().open();
        if (!endsBehind) {
          out.node(n.end());
        }
        out.open().each(n.hops()).close();
        if (n.least().isPresent()) {
          out.sign("{").glue().optional(n.least()).sign(",").optional(n.most()).sign("}");
        } else {
          out.sign("+");
        }
        if (endsBehind) {
          out.node(n.end());
        }
        out.close();
      }
    }
  }
}
