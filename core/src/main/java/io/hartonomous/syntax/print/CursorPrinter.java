package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.Expression;

/// Statements about cursors.
final class CursorPrinter {
  private CursorPrinter() {}

  static void print(Output out, CursorStatement statement) {
    switch (statement) {
      case CursorStatement.Declare n -> {
        out.word("DECLARE").node(n.name());
        int before = 0;
        while (before < n.options().size() && standsBefore(n.options().get(before).value())) {
          out.node(n.options().get(before++));
        }
        out.word("CURSOR").each(n.options().subList(before, n.options().size())).word("FOR");
        out.optional(n.with()).node(n.query());
        out.flag(n.forUpdate(), "FOR UPDATE").list("OF", n.updateColumns());
      }
      case CursorStatement.SetCursor n ->
          out.word("SET")
              .node(n.variable())
              .word("= CURSOR")
              .each(n.options())
              .word("FOR")
              .optional(n.with())
              .node(n.query());
      case CursorStatement.Open n -> cursor(out, "OPEN", n.global(), n.name());
      case CursorStatement.Fetch n -> {
        out.word("FETCH");
        n.orientation().ifPresent(orientation -> out.word(orientation.name()));
        out.optional(n.offset());
        cursor(out, "FROM", n.global(), n.name());
        out.list("INTO", n.into());
      }
      case CursorStatement.Close n -> cursor(out, "CLOSE", n.global(), n.name());
      case CursorStatement.Deallocate n -> cursor(out, "DEALLOCATE", n.global(), n.name());
    }
  }

  /// Options of the ISO form: they stand before CURSOR.
  private static boolean standsBefore(String option) {
    return option.equals("INSENSITIVE") || option.equals("SCROLL");
  }

  private static void cursor(Output out, String words, boolean global, Expression name) {
    out.word(words).flag(global, "GLOBAL").node(name);
  }
}
