package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.IndexStatement;

/// Statements about indexes and statistics.
final class IndexPrinter {
  private IndexPrinter() {}

  static void print(Output out, IndexStatement statement) {
    switch (statement) {
      case IndexStatement.CreateIndex n -> {
        out.word("CREATE").flag(n.unique(), "UNIQUE");
        out.choice(n.clustered(), "CLUSTERED", "NONCLUSTERED");
        out.flag(n.columnstore(), "COLUMNSTORE").word("INDEX").node(n.name());
        out.word("ON").node(n.table());
        if (!n.columns().isEmpty()) {
          out.parenthesised(n.columns());
        }
        out.parenthesised("INCLUDE", n.include()).optional("WHERE", n.where());
        OptionPrinter.with(out, n.options());
        out.optional(n.on()).optional("FILESTREAM_ON", n.fileStreamOn());
      }
      case IndexStatement.AlterIndex n -> {
        out.word("ALTER INDEX").flag(n.name().isEmpty(), "ALL").optional(n.name());
        out.word("ON").node(n.table()).word(n.action());
        out.optional("PARTITION =", n.partition());
        if (n.action().equals("SET")) {
          out.parenthesised(n.options());
        } else {
          OptionPrinter.with(out, n.options());
        }
      }
      case IndexStatement.DropIndex n ->
          out.word("DROP INDEX").flag(n.ifExists(), "IF EXISTS").list(n.items());
      case IndexStatement.DropIndexItem n -> {
        out.node(n.name()).word("ON").node(n.table());
        OptionPrinter.with(out, n.options());
      }
      case IndexStatement.CreateStatistics n ->
          out.word("CREATE STATISTICS")
              .node(n.name())
              .word("ON")
              .node(n.table())
              .parenthesised(n.columns())
              .optional("WHERE", n.where())
              .list("WITH", n.options());
      case IndexStatement.UpdateStatistics n ->
          out.word("UPDATE STATISTICS")
              .node(n.table())
              .columns(n.names())
              .list("WITH", n.options());
      case IndexStatement.CreateSpecialIndex n -> {
        out.word("CREATE").word(n.kind()).word("INDEX").optional(n.name());
        out.word("ON").node(n.table()).parenthesised(n.columns()).each(n.using());
        OptionPrinter.with(out, n.options());
        out.optional(n.on());
      }
    }
  }
}
