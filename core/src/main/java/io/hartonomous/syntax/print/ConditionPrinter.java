package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Condition;
import java.util.List;

/// Search conditions.
final class ConditionPrinter {
  private ConditionPrinter() {}

  static void print(Output out, Condition condition) {
    switch (condition) {
      case Condition.And n -> chain(out, n.operands(), "AND");
      case Condition.Or n -> chain(out, n.operands(), "OR");
      case Condition.Not n -> out.word("NOT").node(n.operand());
      case Condition.Parenthesised n -> out.open().node(n.inner()).close();
      case Condition.Comparison n -> out.node(n.left()).word(n.operator().sql()).node(n.right());
      case Condition.DistinctFrom n ->
          out.node(n.left())
              .word(n.negated() ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM")
              .node(n.right());
      case Condition.Between n ->
          out.node(n.value())
              .flag(n.negated(), "NOT")
              .word("BETWEEN")
              .node(n.low())
              .word("AND")
              .node(n.high());
      case Condition.InList n ->
          out.node(n.value()).flag(n.negated(), "NOT").word("IN").parenthesised(n.values());
      case Condition.InQuery n ->
          out.node(n.value()).flag(n.negated(), "NOT").word("IN").parenthesised(List.of(n.query()));
      case Condition.Like n ->
          out.node(n.value())
              .flag(n.negated(), "NOT")
              .word("LIKE")
              .node(n.pattern())
              .flag(n.escapeInBraces(), "{")
              .optional("ESCAPE", n.escape())
              .flag(n.escapeInBraces(), "}");
      case Condition.IsNull n -> out.node(n.value()).word(n.negated() ? "IS NOT NULL" : "IS NULL");
      case Condition.Exists n -> out.word("EXISTS").parenthesised(List.of(n.query()));
      case Condition.Quantified n ->
          out.node(n.value())
              .word(n.operator().sql())
              .word(n.quantifier().name())
              .parenthesised(List.of(n.query()));
      case Condition.FullText n -> {
        out.word(n.contains() ? "CONTAINS" : "FREETEXT").glue().open();
        if (n.property().isPresent()) {
          out.word("PROPERTY").glue().open().list(n.columns()).sign(",");
          out.optional(n.property()).close();
        } else if (n.columns().isEmpty()) {
          out.word("*");
        } else if (n.columns().size() == 1) {
          out.node(n.columns().getFirst());
        } else {
          out.parenthesised(n.columns());
        }
        out.sign(",").node(n.text());
        n.language().ifPresent(language -> out.sign(",").word("LANGUAGE").node(language));
        out.close();
      }
      case Condition.Match n -> {
        out.word("MATCH").glue().open();
        for (int i = 0; i < n.patterns().size(); i++) {
          out.flag(i > 0, "AND").node(n.patterns().get(i));
        }
        out.close();
      }
      case Condition.TsEqual n -> out.word("TSEQUAL").arguments(List.of(n.left(), n.right()));
      case Condition.UpdateColumn n -> out.word("UPDATE").arguments(List.of(n.column()));
      case Condition.Predicate n -> out.node(n.call());
      case Condition.CurrentOf n ->
          out.word("CURRENT OF").flag(n.global(), "GLOBAL").node(n.cursor());
    }
  }

  private static void chain(Output out, List<Condition> operands, String operator) {
    out.node(operands.getFirst());
    for (Condition operand : operands.subList(1, operands.size())) {
      out.word(operator).node(operand);
    }
  }
}
