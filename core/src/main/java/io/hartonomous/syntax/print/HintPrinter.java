package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Commas;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryPart.Hint;
import java.util.ArrayList;
import java.util.List;

/// Hints of tables and of statements.
final class HintPrinter {
  private HintPrinter() {}

  /// `WITH (hints)` behind a table, or nothing.
  static void with(Output out, List<Hint> hints, Commas commas) {
    if (!hints.isEmpty()) {
      out.word("WITH");
      hints(out, hints, commas);
    }
  }

  /// `(hints)`, the old form.
  static void hints(Output out, List<Hint> hints, Commas commas) {
    out.open().list(hints, commas).close();
  }

  /// `OPTION (hints)` at the end of a statement, or nothing.
  static void options(Output out, List<Hint> hints) {
    out.parenthesised("OPTION", hints);
  }

  static void print(Output out, Hint hint) {
    out.word(hint.name());
    List<Node> values = new ArrayList<>(hint.arguments());
    values.addAll(hint.names());
    switch (hint.name()) {
      case "TABLE HINT" -> {
        out.open().list(hint.names());
        if (!hint.hints().isEmpty()) {
          out.sign(",").list(hint.hints(), hint.hintCommas());
        }
        out.close();
      }
      case "INDEX", "USE HINT" -> out.parenthesised(values);
      case "FORCESEEK" -> {
        if (!values.isEmpty()) {
          out.open().node(values.getFirst());
          out.parenthesised(values.subList(1, values.size())).close();
        }
      }
      case "SPATIAL_WINDOW_MAX_CELLS", "LABEL", "MAX_GRANT_PERCENT", "MIN_GRANT_PERCENT" ->
          out.word("=").list(values);
      case "OPTIMIZE FOR" -> optimizeFor(out, hint.arguments());
      default -> out.list(values);
    }
  }

  /// `(@a = 1, @b UNKNOWN)`: the arguments come in pairs, UNKNOWN is a DEFAULT literal.
  private static void optimizeFor(Output out, List<Expression> pairs) {
    out.open();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      if (i > 0) {
        out.sign(",");
      }
      out.node(pairs.get(i));
      if (pairs.get(i + 1) instanceof Expression.Literal literal
          && literal.kind() == LiteralKind.DEFAULT) {
        out.word("UNKNOWN");
      } else {
        out.word("=").node(pairs.get(i + 1));
      }
    }
    out.close();
  }
}
