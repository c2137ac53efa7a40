package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.LoadStatement;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.TableElement.IndexColumn;
import java.util.List;

/// Statements that load files, and those of text columns.
final class LoadPrinter {
  private LoadPrinter() {}

  static void print(Output out, LoadStatement statement) {
    switch (statement) {
      case LoadStatement.BulkInsert n -> {
        out.word("BULK INSERT").node(n.table()).word("FROM").node(n.source());
        options(out, n.options(), n.order());
      }
      case LoadStatement.InsertBulk n -> {
        out.word("INSERT BULK").node(n.table());
        if (!n.columns().isEmpty()) {
          out.parenthesised(n.columns());
        }
        options(out, n.options(), n.order());
      }
      case LoadStatement.CopyInto n -> {
        out.word("COPY INTO").node(n.table());
        if (!n.columns().isEmpty()) {
          out.parenthesised(n.columns());
        }
        out.list("FROM", n.sources()).parenthesised("WITH", n.options());
        out.parenthesised("OPTION", n.hints());
      }
      case LoadStatement.ReadText n ->
          out.word("READTEXT")
              .node(n.column())
              .node(n.pointer())
              .node(n.offset())
              .node(n.size())
              .flag(n.holdLock(), "HOLDLOCK");
      case LoadStatement.WriteText n ->
          out.word("WRITETEXT")
              .flag(n.bulk(), "BULK")
              .node(n.column())
              .node(n.pointer())
              .optional("TIMESTAMP =", n.timestamp())
              .flag(n.log(), "WITH LOG")
              .node(n.data());
      case LoadStatement.UpdateText n ->
          out.word("UPDATETEXT")
              .flag(n.bulk(), "BULK")
              .node(n.column())
              .node(n.pointer())
              .optional("TIMESTAMP =", n.timestamp())
              .node(n.offset())
              .node(n.length())
              .flag(n.log(), "WITH LOG")
              .optional(n.sourceColumn())
              .optional(n.data());
    }
  }

  private static void options(Output out, List<Option> options, List<IndexColumn> order) {
    if (options.isEmpty() && order.isEmpty()) {
      return;
    }
    out.word("WITH").open().list(options);
    if (!order.isEmpty()) {
      if (!options.isEmpty()) {
        out.sign(",");
      }
      out.word("ORDER").parenthesised(order);
    }
    out.close();
  }
}
