package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.List;

/// Queries and their clauses; hints are in [HintPrinter].
final class QueryPrinter {
  private QueryPrinter() {}

  static void print(Output out, QueryExpression query) {
    switch (query) {
      case QueryExpression.Specification n -> specification(out, n);
      case QueryExpression.SetOperation n -> {
        out.node(n.operands().getFirst());
        for (int i = 0; i < n.operators().size(); i++) {
          out.word(n.operators().get(i).sql()).node(n.operands().get(i + 1));
        }
        out.node(n.tail());
      }
      case QueryExpression.Parenthesised n -> out.open().node(n.inner()).close().node(n.tail());
    }
  }

  private static void specification(Output out, QueryExpression.Specification query) {
    out.word("SELECT");
    query.quantifier().ifPresent(quantifier -> out.word(quantifier.name()));
    out.optional(query.top()).list(query.elements());
    out.optional("INTO", query.into()).optional("ON", query.intoFileGroup());
    out.list("FROM", query.fromClause()).optional("WHERE", query.where());
    out.optional(query.groupBy()).optional("HAVING", query.having());
    out.list("WINDOW", query.windows()).node(query.tail());
  }

  static void print(Output out, QueryPart part) {
    switch (part) {
      case QueryPart.Tail n ->
          out.optional(n.orderBy()).optional(n.offset()).optional(n.forClause());
      case QueryPart.SelectElement n -> selectElement(out, n);
      case QueryPart.Top n -> {
        out.word("TOP");
        if (n.parenthesised()) {
          out.parenthesised(List.of(n.count()));
        } else {
          out.node(n.count());
        }
        out.flag(n.percent(), "PERCENT").flag(n.withTies(), "WITH TIES");
      }
      case QueryPart.GroupBy n -> {
        out.word("GROUP BY").flag(n.all(), "ALL").list(n.groupings());
        n.legacy().ifPresent(legacy -> out.word("WITH").word(legacy.name()));
      }
      case QueryPart.Grouping n -> grouping(out, n);
      case QueryPart.OrderBy n -> out.word("ORDER BY").list(n.elements());
      case QueryPart.OrderElement n -> {
        out.node(n.expression());
        n.order().ifPresent(order -> out.word(order.name()));
      }
      case QueryPart.Offset n -> {
        out.word("OFFSET").node(n.offset()).word("ROWS");
        n.fetch().ifPresent(fetch -> out.word("FETCH NEXT").node(fetch).word("ROWS ONLY"));
      }
      case QueryPart.Over n -> {
        out.word("OVER");
        window(out, n);
      }
      case QueryPart.WindowDefinition n -> {
        out.node(n.name()).word("AS");
        window(out, n.definition());
      }
      case QueryPart.Frame n -> {
        out.word(n.rows() ? "ROWS" : "RANGE").flag(n.end().isPresent(), "BETWEEN");
        out.node(n.start()).optional("AND", n.end());
      }
      case QueryPart.FrameBound n ->
          out.optional(n.distance()).word(n.kind().name().replace('_', ' '));
      case QueryPart.With n -> {
        out.word("WITH").optional(n.prefix());
        if (n.prefix().isPresent() && !n.expressions().isEmpty()) {
          out.sign(",");
        }
        out.list(n.expressions());
      }
      case QueryPart.WithPrefix.XmlNamespaces n ->
          out.word("XMLNAMESPACES").parenthesised(n.namespaces());
      case QueryPart.WithPrefix.ChangeTrackingContext n ->
          out.word("CHANGE_TRACKING_CONTEXT").parenthesised(List.of(n.context()));
      case QueryPart.XmlNamespace n ->
          out.flag(n.prefix().isEmpty(), "DEFAULT").node(n.uri()).optional("AS", n.prefix());
      case QueryPart.CommonTableExpression n ->
          out.node(n.name()).columns(n.columns()).word("AS").parenthesised(List.of(n.query()));
      case QueryPart.ForClause n -> forClause(out, n);
      case QueryPart.Hint n -> HintPrinter.print(out, n);
    }
  }

  private static void selectElement(Output out, QueryPart.SelectElement element) {
    switch (element) {
      case QueryPart.SelectElement.Value n -> {
        if (n.aliasFirst()) {
          out.node(n.alias().orElseThrow()).word("=").node(n.value());
        } else {
          out.node(n.value()).flag(n.as(), "AS").optional(n.alias());
        }
      }
      case QueryPart.SelectElement.AllColumns n -> {
        if (n.qualifier().isPresent()) {
          out.node(n.qualifier().get()).sign(".");
        }
        out.word("*");
      }
      case QueryPart.SelectElement.Assignment n ->
          out.node(n.variable()).word(n.operator().sql()).node(n.value());
    }
  }

  private static void grouping(Output out, QueryPart.Grouping grouping) {
    switch (grouping) {
      case QueryPart.Grouping.Value n ->
          out.node(n.expression()).flag(n.distributed(), "WITH (DISTRIBUTED_AGG)");
      case QueryPart.Grouping.Composite n -> out.parenthesised(n.elements());
      case QueryPart.Grouping.Rollup n -> out.word("ROLLUP").parenthesised(n.elements());
      case QueryPart.Grouping.Cube n -> out.word("CUBE").parenthesised(n.elements());
      case QueryPart.Grouping.GroupingSets n ->
          out.word("GROUPING SETS").parenthesised(n.elements());
    }
  }

  /// What stands after OVER, and after AS in the WINDOW clause.
  private static void window(Output out, QueryPart.Over over) {
    if (!over.parenthesised()) {
      out.optional(over.window());
      return;
    }
    out.open().optional(over.window()).list("PARTITION BY", over.partitionBy());
    out.optional(over.orderBy()).optional(over.frame()).close();
  }

  private static void forClause(Output out, QueryPart.ForClause clause) {
    switch (clause) {
      case QueryPart.ForClause.Json n -> {
        out.word("FOR JSON").word(n.path() ? "PATH" : "AUTO");
        n.root().ifPresent(root -> out.sign(",").node(root));
        if (n.includeNullValues()) {
          out.sign(",").word("INCLUDE_NULL_VALUES");
        }
        if (n.withoutArrayWrapper()) {
          out.sign(",").word("WITHOUT_ARRAY_WRAPPER");
        }
      }
      case QueryPart.ForClause.Xml n -> {
        out.word("FOR XML").word(n.mode().name());
        n.elementName().ifPresent(name -> out.parenthesised(List.of(name)));
        n.options().forEach(option -> out.sign(",").node(option));
      }
      case QueryPart.ForClause.XmlOption n -> {
        out.word(n.name());
        n.argument().ifPresent(argument -> out.parenthesised(List.of(argument)));
      }
      case QueryPart.ForClause.Browse _ -> out.word("FOR BROWSE");
      case QueryPart.ForClause.Root n -> {
        out.word("ROOT");
        n.name().ifPresent(name -> out.parenthesised(List.of(name)));
      }
    }
  }
}
