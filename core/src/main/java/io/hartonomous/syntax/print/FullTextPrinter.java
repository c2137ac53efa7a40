package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.FullTextStatement;
import io.hartonomous.syntax.ast.FullTextStatement.IndexAction;

/// Full-text indexes, catalogs, stoplists and search property lists.
final class FullTextPrinter {
  private FullTextPrinter() {}

  static void print(Output out, FullTextStatement statement) {
    switch (statement) {
      case FullTextStatement.CreateFullTextIndex n -> {
        out.word("CREATE FULLTEXT INDEX ON").node(n.table());
        if (!n.columns().isEmpty()) {
          out.parenthesised(n.columns());
        }
        out.word("KEY INDEX").node(n.keyIndex()).optional("ON", n.on());
        if (n.parenthesised()) {
          OptionPrinter.with(out, n.options());
        } else {
          out.list("WITH", n.options());
        }
      }
      case FullTextStatement.IndexedColumn n ->
          out.node(n.name())
              .optional("TYPE COLUMN", n.typeColumn())
              .optional("LANGUAGE", n.language())
              .flag(n.semantics(), "STATISTICAL_SEMANTICS");
      case FullTextStatement.CatalogPlace n -> place(out, n);
      case FullTextStatement.AlterFullTextIndex n ->
          out.word("ALTER FULLTEXT INDEX ON")
              .node(n.table())
              .node(n.action())
              .flag(n.noPopulation(), "WITH NO POPULATION");
      case IndexAction.Plain n -> out.word(n.words());
      case IndexAction.Set n -> out.word("SET").node(n.option());
      case IndexAction.Add n -> out.word("ADD").parenthesised(n.columns());
      case IndexAction.Drop n -> out.word("DROP").parenthesised(n.columns());
      case IndexAction.AlterColumn n ->
          out.word("ALTER COLUMN")
              .node(n.column())
              .word(n.add() ? "ADD" : "DROP")
              .word("STATISTICAL_SEMANTICS");
      case FullTextStatement.DropFullTextIndex n ->
          out.word("DROP FULLTEXT INDEX ON").node(n.table());
      case FullTextStatement.AlterFullTextCatalog n ->
          out.word("ALTER FULLTEXT CATALOG")
              .node(n.name())
              .word(n.action().sql())
              .optional("WITH", n.option());
      case FullTextStatement.CreateStoplist n ->
          out.word("CREATE FULLTEXT STOPLIST")
              .node(n.name())
              .flag(n.fromSystem(), "FROM SYSTEM STOPLIST")
              .optional("FROM", n.source())
              .optional("AUTHORIZATION", n.owner());
      case FullTextStatement.AlterStoplist n ->
          out.word("ALTER FULLTEXT STOPLIST")
              .node(n.name())
              .word(n.add() ? "ADD" : "DROP")
              .flag(n.word().isEmpty(), "ALL")
              .optional(n.word())
              .optional("LANGUAGE", n.language());
      case FullTextStatement.CreateSearchPropertyList n ->
          out.word("CREATE SEARCH PROPERTY LIST")
              .node(n.name())
              .optional("FROM", n.source())
              .optional("AUTHORIZATION", n.owner());
      case FullTextStatement.AlterSearchPropertyList n -> {
        out.word("ALTER SEARCH PROPERTY LIST").node(n.name()).word(n.add() ? "ADD" : "DROP");
        out.node(n.property());
        OptionPrinter.with(out, n.options());
      }
    }
  }

  private static void place(Output out, FullTextStatement.CatalogPlace place) {
    if (!place.parenthesised()) {
      out.optional(place.catalog());
      return;
    }
    boolean both = place.catalog().isPresent() && place.fileGroup().isPresent();
    out.open();
    if (place.fileGroupFirst()) {
      out.optional("FILEGROUP", place.fileGroup());
    } else {
      out.optional(place.catalog());
    }
    if (both) {
      out.sign(",");
    }
    if (place.fileGroupFirst()) {
      out.optional(place.catalog());
    } else {
      out.optional("FILEGROUP", place.fileGroup());
    }
    out.close();
  }
}
