package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.IndexStatement;
import java.util.List;

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
        out.parenthesised("INCLUDE", n.include()).parenthesised("ORDER", n.order());
        out.optional("WHERE", n.where());
        OptionPrinter.ofIndex(out, n.options());
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
      case IndexStatement.DropIndexItem n when n.dotted() ->
          out.node(n.table()).sign(".").node(n.name());
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
      case IndexStatement.UpdateStatistics n -> {
        out.word("UPDATE STATISTICS").node(n.table());
        if (n.bare()) {
          out.list(n.names());
        } else {
          out.columns(n.names());
        }
        out.list("WITH", n.options());
      }
      case IndexStatement.CreateSpecialIndex n -> {
        out.word("CREATE").word(n.kind()).word("INDEX").optional(n.name());
        out.word("ON").node(n.table()).parenthesised(n.columns()).each(n.using());
        OptionPrinter.with(out, n.options());
        out.optional(n.on());
      }
      case IndexStatement.CreateSelectiveXmlIndex n -> {
        out.word("CREATE SELECTIVE XML INDEX").node(n.name());
        out.word("ON").node(n.table()).parenthesised(List.of(n.column()));
        out.parenthesised("WITH XMLNAMESPACES", n.namespaces()).parenthesised("FOR", n.paths());
        OptionPrinter.with(out, n.options());
      }
      case IndexStatement.AlterSelectiveXmlIndex n ->
          out.word("ALTER INDEX")
              .flag(n.name().isEmpty(), "ALL")
              .optional(n.name())
              .word("ON")
              .node(n.table())
              .parenthesised("WITH XMLNAMESPACES", n.namespaces())
              .parenthesised("FOR", n.paths());
      case IndexStatement.XmlNamespace n ->
          out.flag(n.prefix().isEmpty(), "DEFAULT").node(n.uri()).optional("AS", n.prefix());
      case IndexStatement.PromotedPath n -> path(out, n);
    }
  }

  private static void path(Output out, IndexStatement.PromotedPath path) {
    path.action().ifPresent(action -> out.word(action.name()));
    out.node(path.name()).optional("=", path.path());
    out.flag(path.xquery(), "AS XQUERY").optional(path.xqueryType());
    path.maxLength().ifPresent(length -> out.word("MAXLENGTH").arguments(List.of(length)));
    out.optional("AS SQL", path.sqlType()).flag(path.singleton(), "SINGLETON");
  }
}
