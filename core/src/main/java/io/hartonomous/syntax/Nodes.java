package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Walks and compares trees of any depth: with stacks of their own, not the thread's.
public final class Nodes {
  private Nodes() {}

  /// The nodes directly below a node, in the order in which they stand in the text.
  public static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Object value : Parts.of(node).values()) {
      addNodes(value, children);
    }
    for (int i = 1; i < children.size(); i++) {
      if (children.get(i).from() < children.get(i - 1).from()) {
        children.sort(Comparator.comparingInt(Node::from)); // `alias = value`, `NOT NULL SPARSE`
        break;
      }
    }
    return children;
  }

  private static void addNodes(Object value, List<Node> into) {
    switch (value) {
      case Node node -> into.add(node);
      case List<?> list -> list.forEach(item -> addNodes(item, into));
      case Optional<?> optional -> optional.ifPresent(item -> addNodes(item, into));
      default -> {}
    }
  }

  /// Visits a node and all below it: parents before children, children in order.
  public static void walk(Node root, Consumer<Node> visitor) {
    Deque<Node> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      visitor.accept(node);
      List<Node> children = children(node);
      for (int i = children.size() - 1; i >= 0; i--) {
        stack.push(children.get(i));
      }
    }
  }

  /// Whether two trees say the same: same records, same values, wherever they stand and however
  /// their names are quoted.
  public static boolean same(Node left, Node right) {
    Deque<Object> stack = new ArrayDeque<>();
    stack.push(left);
    stack.push(right);
    while (!stack.isEmpty()) {
      Object b = stack.pop();
      Object a = stack.pop();
      if (!sameHere(a, b, stack)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameHere(Object a, Object b, Deque<Object> stack) {
    switch (a) {
      case Node node -> {
        if (!(b instanceof Node other)) {
          return false;
        }
        Parts mine = Parts.of(node);
        Parts theirs = Parts.of(other);
        if (node.getClass() != other.getClass() || mine.values().length != theirs.values().length) {
          return false;
        }
        for (int i = 0; i < mine.values().length; i++) {
          stack.push(mine.values()[i]);
          stack.push(theirs.values()[i]);
        }
        return true;
      }
      case List<?> list -> {
        if (!(b instanceof List<?> other) || list.size() != other.size()) {
          return false;
        }
        for (int i = 0; i < list.size(); i++) {
          stack.push(list.get(i));
          stack.push(other.get(i));
        }
        return true;
      }
      case Optional<?> optional -> {
        if (!(b instanceof Optional<?> other) || optional.isPresent() != other.isPresent()) {
          return false;
        }
        if (optional.isPresent()) {
          stack.push(optional.get());
          stack.push(other.get());
        }
        return true;
      }
      default -> {
        return a.equals(b);
      }
    }
  }
}
