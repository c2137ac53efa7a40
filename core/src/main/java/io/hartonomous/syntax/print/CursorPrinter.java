package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.Expression;

/// Statements about cursors.
final class CursorPrinter {
  private CursorPrinter() {}

  static void print(Output out, CursorStatement statement) {
    switch (statement) {
      case CursorStatement.Declare n -> {
        out.word("DECLARE").node(n.name()).each(n.before()).word("CURSOR").each(n.after());
        out.word("FOR").optional(n.with()).node(n.query()).flag(n.forReadOnly(), "FOR READ ONLY");
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
        out.flag(n.fromKeyword(), "FROM").flag(n.global(), "GLOBAL").node(n.name());
        out.list("INTO", n.into());
      }
      case CursorStatement.Close n -> cursor(out, "CLOSE", n.global(), n.name());
      case CursorStatement.Deallocate n -> cursor(out, "DEALLOCATE", n.global(), n.name());
    }
  }

  private static void cursor(Output out, String words, boolean global, Expression name) {
    out.word(words).flag(global, "GLOBAL").node(name);
  }
}
