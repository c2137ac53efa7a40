package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Commas;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Rowset;
import io.hartonomous.syntax.ast.TableReference;
import java.util.List;
import java.util.Optional;

/// What stands in FROM.
final class FromPrinter {
  private FromPrinter() {}

  static void print(Output out, TableReference table) {
    switch (table) {
      case TableReference.Named n -> {
        out.node(n.name()).optional(n.temporal()).flag(n.path(), "FOR PATH");
        if (n.hintForm() == TableReference.HintForm.BARE_BEFORE_ALIAS) {
          HintPrinter.hints(out, n.hints(), n.hintCommas());
        }
        out.flag(n.as(), "AS").optional(n.alias()).optional(n.sample());
        switch (n.hintForm()) {
          case WITH -> HintPrinter.with(out, n.hints(), n.hintCommas());
          case BARE -> HintPrinter.hints(out, n.hints(), n.hintCommas());
          case WORD -> out.each(n.hints());
          case BARE_BEFORE_ALIAS -> {}
        }
      }
      case TableReference.Temporal n -> temporal(out, n);
      case TableReference.TableSample n -> {
        out.word("TABLESAMPLE").flag(n.system(), "SYSTEM").open().node(n.size());
        n.unit().ifPresent(unit -> out.word(unit.name()));
        out.close();
        n.repeatable().ifPresent(seed -> out.word("REPEATABLE").parenthesised(List.of(seed)));
      }
      case TableReference.Variable n -> {
        out.node(n.variable()).flag(n.as(), "AS").optional(n.alias());
        HintPrinter.with(out, n.hints(), Commas.REGULAR);
      }
      case TableReference.Function n -> {
        out.node(n.name()).arguments(n.arguments());
        alias(out, n.as(), n.alias(), n.columns());
      }
      case TableReference.OpenJson n -> {
        out.word("OPENJSON").glue().open().node(n.json());
        n.path().ifPresent(path -> out.sign(",").node(path));
        out.close().parenthesised("WITH", n.schema()).flag(n.as(), "AS").optional(n.alias());
      }
      case TableReference.OpenJsonColumn n ->
          out.node(n.name())
              .node(n.type())
              .optional("COLLATE", n.collation())
              .optional(n.path())
              .flag(n.asJson(), "AS JSON");
      case TableReference.MethodCall n -> {
        out.node(n.call());
        alias(out, n.as(), n.alias(), n.columns());
      }
      case TableReference.Derived n -> {
        out.parenthesised(List.of(n.query())).flag(n.path(), "FOR PATH");
        alias(out, n.as(), n.alias(), n.columns());
      }
      case TableReference.Values n -> {
        out.open().word("VALUES").list(n.rows()).close();
        alias(out, n.as(), n.alias(), n.columns());
      }
      case TableReference.Join n -> join(out, n);
      case TableReference.Parenthesised n -> out.open().node(n.inner()).close();
      case TableReference.OdbcJoin n -> out.word("{").glue().word("oj").node(n.inner()).sign("}");
      case Rowset n -> RowsetPrinter.print(out, n);
      case TableReference.Pivot n ->
          out.node(n.source())
              .word("PIVOT")
              .open()
              .node(n.aggregate())
              .arguments(n.arguments())
              .word("FOR")
              .node(n.pivotColumn())
              .word("IN")
              .parenthesised(n.values())
              .close()
              .flag(n.as(), "AS")
              .optional(n.alias());
      case TableReference.Unpivot n ->
          out.node(n.source())
              .word("UNPIVOT")
              .open()
              .node(n.valueColumn())
              .word("FOR")
              .node(n.pivotColumn())
              .word("IN")
              .parenthesised(n.inColumns())
              .close()
              .flag(n.as(), "AS")
              .optional(n.alias());
      case TableReference.DmlSource n -> {
        out.parenthesised(List.of(n.statement()));
        alias(out, n.as(), n.alias(), n.columns());
      }
    }
  }

  /// The target of MERGE has its hints before its alias.
  static void mergeTarget(Output out, TableReference target) {
    switch (target) {
      case TableReference.Named n -> {
        out.node(n.name());
        HintPrinter.with(out, n.hints(), n.hintCommas());
        out.flag(n.as(), "AS").optional(n.alias());
      }
      case TableReference.Variable n -> {
        out.node(n.variable());
        HintPrinter.with(out, n.hints(), Commas.REGULAR);
        out.flag(n.as(), "AS").optional(n.alias());
      }
      default -> out.node(target);
    }
  }

  private static void alias(
      Output out, boolean as, Optional<Identifier> alias, List<Identifier> columns) {
    out.flag(as, "AS").optional(alias).columns(columns);
  }

  private static void temporal(Output out, TableReference.Temporal temporal) {
    out.word("FOR SYSTEM_TIME");
    switch (temporal.kind()) {
      case ALL -> out.word("ALL");
      case AS_OF -> out.optional("AS OF", temporal.start());
      case FROM_TO -> out.optional("FROM", temporal.start()).optional("TO", temporal.end());
      case BETWEEN_AND -> out.optional("BETWEEN", temporal.start()).optional("AND", temporal.end());
      case CONTAINED_IN -> {
        out.word("CONTAINED IN").open().optional(temporal.start()).sign(",");
        out.optional(temporal.end()).close();
      }
    }
  }

  private static void join(Output out, TableReference.Join join) {
    out.node(join.left());
    String kind =
        switch (join.kind()) {
          case INNER -> join.optionalWord() ? "INNER" : "";
          case LEFT -> join.optionalWord() ? "LEFT OUTER" : "LEFT";
          case RIGHT -> join.optionalWord() ? "RIGHT OUTER" : "RIGHT";
          case FULL -> join.optionalWord() ? "FULL OUTER" : "FULL";
          case CROSS -> "CROSS";
          case CROSS_APPLY -> "CROSS APPLY";
          case OUTER_APPLY -> "OUTER APPLY";
        };
    out.flag(!kind.isEmpty(), kind);
    join.hint().ifPresent(hint -> out.word(hint.name()));
    switch (join.kind()) {
      case CROSS_APPLY, OUTER_APPLY -> {}
      default -> out.word("JOIN");
    }
    out.node(join.right()).optional("ON", join.on());
  }
}
