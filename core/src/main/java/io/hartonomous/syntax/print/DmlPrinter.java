package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;
import java.util.List;

/// SELECT statements and changes of rows.
final class DmlPrinter {
  private DmlPrinter() {}

  static void print(Output out, DmlStatement statement) {
    switch (statement) {
      case DmlStatement.Select n -> {
        out.optional(n.with()).node(n.query());
        HintPrinter.options(out, n.options());
      }
      case DmlStatement.Insert n -> {
        out.optional(n.with()).word("INSERT").optional(n.top()).flag(n.into(), "INTO");
        out.node(n.target());
        if (!n.columnNames().isEmpty()) {
          out.parenthesised(n.columnNames());
        }
        out.optional(n.output()).node(n.source());
        HintPrinter.options(out, n.options());
      }
      case DmlStatement.Update n -> {
        out.optional(n.with()).word("UPDATE").optional(n.top()).node(n.target());
        out.list("SET", n.assignments()).optional(n.output());
        out.list("FROM", n.fromClause()).optional("WHERE", n.where());
        HintPrinter.options(out, n.options());
      }
      case DmlStatement.Delete n -> {
        out.optional(n.with())
            .word("DELETE")
            .optional(n.top())
            .flag(n.fromKeyword(), "FROM")
            .node(n.target());
        out.optional(n.output()).list("FROM", n.fromClause()).optional("WHERE", n.where());
        HintPrinter.options(out, n.options());
      }
      case DmlStatement.Merge n -> {
        out.optional(n.with()).word("MERGE").optional(n.top()).flag(n.into(), "INTO");
        FromPrinter.mergeTarget(out, n.target());
        out.word("USING").node(n.source()).word("ON").node(n.on()).each(n.clauses());
        out.optional(n.output());
        HintPrinter.options(out, n.options());
      }
      case DmlStatement.Truncate n -> {
        out.word("TRUNCATE TABLE").node(n.table());
        if (!n.partitions().isEmpty()) {
          out.word("WITH").open().word("PARTITIONS").parenthesised(n.partitions()).close();
        }
      }
    }
  }

  static void print(Output out, DmlPart part) {
    switch (part) {
      case DmlPart.Output n ->
          out.word("OUTPUT").list(n.elements()).optional("INTO", n.into()).columns(n.intoColumns());
      case DmlPart.RowValue n -> out.parenthesised(n.values());
      case DmlPart.InsertSource.Values n -> out.word("VALUES").list(n.rows());
      case DmlPart.InsertSource.Query n -> out.node(n.query());
      case DmlPart.InsertSource.Execute n -> out.node(n.execute());
      case DmlPart.InsertSource.DefaultValues _ -> out.word("DEFAULT VALUES");
      case DmlPart.SetClause.Column n -> {
        if (n.variable().isPresent()) {
          out.node(n.variable().get()).word("=");
        }
        out.node(n.column()).word(n.operator().sql()).node(n.value());
      }
      case DmlPart.SetClause.Variable n ->
          out.node(n.variable()).word(n.operator().sql()).node(n.value());
      case DmlPart.SetClause.Method n ->
          out.node(n.column()).sign(".").node(n.method()).arguments(n.arguments());
      case DmlPart.MergeWhen n -> {
        switch (n.match()) {
          case MATCHED -> out.word("WHEN MATCHED");
          case NOT_MATCHED_BY_TARGET -> out.word("WHEN NOT MATCHED BY TARGET");
          case NOT_MATCHED_BY_SOURCE -> out.word("WHEN NOT MATCHED BY SOURCE");
        }
        out.optional("AND", n.condition()).word("THEN").node(n.action());
      }
      case DmlPart.MergeAction.Update n -> out.word("UPDATE").list("SET", n.assignments());
      case DmlPart.MergeAction.Delete _ -> out.word("DELETE");
      case DmlPart.MergeAction.Insert n -> {
        out.word("INSERT").columns(n.columns());
        if (n.values().isEmpty()) {
          out.word("DEFAULT VALUES");
        } else {
          out.list("VALUES", List.of(n.values().get()));
        }
      }
    }
  }
}
