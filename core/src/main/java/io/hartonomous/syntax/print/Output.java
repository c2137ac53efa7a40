package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Commas;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// What printers write to: words, children and layout, in the order in which they shall stand.
///
/// Nothing is written at once. What a printer hands over is noted; children are printed when it is
/// their turn, from a stack of our own, so that a deep tree needs no deep thread.
final class Output {
  private enum Layout {
    /// No blank before what comes next.
    GLUE,
    LINE,
    INDENT,
    OUTDENT
  }

  /// Levels that are indented; the text of a very deep tree shall not grow with the square of its
  /// depth.
  private static final int INDENTED = 100;

  private final BiConsumer<Output, Node> printer;
  private final StringBuilder text = new StringBuilder();
  private final List<Object> noted = new ArrayList<>();
  private int depth;
  private boolean glued = true;
  private boolean line;

  Output(BiConsumer<Output, Node> printer) {
    this.printer = printer;
  }

  /// Prints a node and all below it.
  String print(Node root) {
    Deque<Object> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty()) {
      switch (stack.pop()) {
        case Node node -> {
          printer.accept(this, node);
          for (int i = noted.size() - 1; i >= 0; i--) {
            stack.push(noted.get(i));
          }
          noted.clear();
        }
        case Layout layout -> lay(layout);
        case Object token -> write((String) token);
      }
    }
    return text.toString();
  }

  private void lay(Layout layout) {
    switch (layout) {
      case GLUE -> glued = true;
      case LINE -> line = !text.isEmpty();
      case INDENT -> depth++;
      case OUTDENT -> depth--;
    }
  }

  private void write(String token) {
    if (line) {
      text.append('\n').repeat(' ', 2 * Math.min(depth, INDENTED));
    } else if (!glued) {
      text.append(' ');
    }
    line = false;
    text.append(token);
    glued = token.equals("(") || token.equals(".");
  }

  // Words.

  /// Keywords, operators, literals: a blank stands before them.
  Output word(String words) {
    noted.add(words);
    return this;
  }

  /// Words if `present`.
  Output flag(boolean present, String words) {
    return present ? word(words) : this;
  }

  /// The words of an option of two: `ifTrue`, `ifFalse` or nothing.
  Output choice(Optional<Boolean> choice, String ifTrue, String ifFalse) {
    return choice.isEmpty() ? this : word(choice.get() ? ifTrue : ifFalse);
  }

  /// A sign without a blank before it: `,`, `)`, `;`.
  Output sign(String sign) {
    noted.add(Layout.GLUE);
    noted.add(sign);
    return this;
  }

  /// What comes next stands without a blank.
  Output glue() {
    noted.add(Layout.GLUE);
    return this;
  }

  // Children.

  Output node(Node node) {
    noted.add(node);
    return this;
  }

  Output optional(Optional<? extends Node> node) {
    node.ifPresent(noted::add);
    return this;
  }

  /// `words node`, or nothing.
  Output optional(String words, Optional<? extends Node> node) {
    return node.isPresent() ? word(words).node(node.get()) : this;
  }

  /// `a, b, c`.
  Output list(List<? extends Node> nodes) {
    return list(nodes, Commas.REGULAR);
  }

  /// `a, b c,`: commas as they were written.
  Output list(List<? extends Node> nodes, Commas commas) {
    for (int i = 0; i < nodes.size(); i++) {
      if (commas.before(i)) {
        sign(",");
      }
      node(nodes.get(i));
    }
    return commas.trailing() ? sign(",") : this;
  }

  /// `words a, b, c`, or nothing for an empty list.
  Output list(String words, List<? extends Node> nodes) {
    return nodes.isEmpty() ? this : word(words).list(nodes);
  }

  /// One after another with blanks between them.
  Output each(List<? extends Node> nodes) {
    nodes.forEach(this::node);
    return this;
  }

  /// `(a, b, c)`.
  Output parenthesised(List<? extends Node> nodes) {
    return open().list(nodes).close();
  }

  /// `words (a, b, c)`, or nothing for an empty list.
  Output parenthesised(String words, List<? extends Node> nodes) {
    return nodes.isEmpty() ? this : word(words).parenthesised(nodes);
  }

  /// `(a, b, c)`, or nothing for an empty list.
  Output columns(List<Identifier> names) {
    return names.isEmpty() ? this : parenthesised(names);
  }

  /// `(a, b, c)` right after a name.
  Output arguments(List<? extends Node> nodes) {
    return glue().parenthesised(nodes);
  }

  Output open() {
    return word("(");
  }

  Output close() {
    return sign(")");
  }

  // Layout.

  /// What comes next begins a line.
  Output line() {
    noted.add(Layout.LINE);
    return this;
  }

  Output indent() {
    noted.add(Layout.INDENT);
    return this;
  }

  Output outdent() {
    noted.add(Layout.OUTDENT);
    return this;
  }

  /// `(`, an element a line, `)`.
  Output block(List<? extends Node> nodes, Commas commas) {
    open().indent();
    for (int i = 0; i < nodes.size(); i++) {
      if (commas.before(i)) {
        sign(",");
      }
      line().node(nodes.get(i));
    }
    if (commas.trailing()) {
      sign(",");
    }
    return outdent().line().word(")");
  }

  /// A statement that another governs, on a line of its own.
  Output governed(Statement statement) {
    return indent().line().node(statement).outdent();
  }
}
