package io.hartonomous.engine.translate;

import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Node;
import java.util.List;

/// What an expression holds.
final class Trees {
  private Trees() {}

  static void columns(Node root, List<Expression.ColumnReference> into) {
    Nodes.walk(
        root,
        n -> {
          if (n instanceof Expression.ColumnReference c && !c.pseudo()) {
            into.add(c);
          }
        });
  }

  static void variables(Node root, List<Expression.Variable> into) {
    Nodes.walk(
        root,
        n -> {
          if (n instanceof Expression.Variable v) {
            into.add(v);
          }
        });
  }
}
