package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Commas;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Semicolons;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A tree as text, for golden tests: a node a line, indented by depth, with its plain values. Names
/// stand in the line of their node. From a depth of [#INDENTED] on the depth is written as a
/// number, so that the dump of a very deep tree does not grow with the square of its depth.
public final class TreeDump {
  private static final int INDENTED = 200;

  private TreeDump() {}

  private record Line(Node node, int depth) {}

  public static String dump(Node root) {
    StringBuilder out = new StringBuilder();
    Deque<Line> stack = new ArrayDeque<>();
    stack.push(new Line(root, 0));
    while (!stack.isEmpty()) {
      Line line = stack.pop();
      out.repeat(' ', Math.min(line.depth, INDENTED));
      if (line.depth > INDENTED) {
        out.append('(').append(line.depth).append(") ");
      }
      Parts parts = Parts.of(line.node);
      out.append(parts.name());
      List<Node> below = new ArrayList<>();
      for (Object value : parts.values()) {
        component(value, out, below);
      }
      out.append('\n');
      for (int i = below.size() - 1; i >= 0; i--) {
        stack.push(new Line(below.get(i), line.depth + 1));
      }
    }
    return out.toString();
  }

  private static void component(Object value, StringBuilder out, List<Node> below) {
    switch (value) {
      case Identifier name -> out.append(' ').append(show(name));
      case MultiPartName name -> out.append(' ').append(show(name));
      case Node node -> below.add(node);
      case Optional<?> optional ->
          optional.ifPresentOrElse(v -> component(v, out, below), () -> {});
      case List<?> list -> {
        if (!list.isEmpty()
            && (list.getFirst() instanceof Identifier
                || list.getFirst() instanceof MultiPartName)) {
          out.append(" (");
          for (int i = 0; i < list.size(); i++) {
            component(list.get(i), out.append(i == 0 ? "" : ","), below);
          }
          out.append(" )");
        } else {
          list.forEach(item -> component(item, out, below));
        }
      }
      case Boolean flag -> out.append(flag ? " +" : " -");
      case String text ->
          out.append(" `").append(text.replace("\n", "\\n").replace("\r", "\\r")).append('`');
      case Semicolons s -> shown(s.toString(), out);
      case Commas c -> shown(c.toString(), out);
      default -> out.append(' ').append(value);
    }
  }

  private static void shown(String text, StringBuilder out) {
    out.append(text.isEmpty() ? "" : " ").append(text);
  }

  private static String show(MultiPartName name) {
    return String.join(".", name.parts().stream().map(TreeDump::show).toList());
  }

  private static String show(Identifier name) {
    return switch (name.quote()) {
      case NONE -> name.value();
      case BRACKET -> "[" + name.value() + "]";
      case DOUBLE -> "\"" + name.value() + "\"";
      case STRING -> "'" + name.value() + "'";
    };
  }
}
