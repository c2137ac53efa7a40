package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteTarget;

/// Calls of procedures and of text, and EXECUTE AS.
final class ExecutePrinter {
  private ExecutePrinter() {}

  static void print(Output out, ProceduralStatement statement) {
    switch (statement) {
      case ProceduralStatement.Execute n -> {
        out.flag(n.keyword(), "EXECUTE");
        if (n.status().isPresent()) {
          out.node(n.status().get()).word("=");
        }
        out.node(n.target()).list(n.arguments()).list("WITH", n.options());
      }
      case ExecuteTarget.Procedure n -> {
        out.node(n.name());
        n.number().ifPresent(number -> out.sign(";").glue().node(number));
      }
      case ExecuteTarget.Remote n -> {
        out.node(n.source());
        n.number().ifPresent(number -> out.sign(";").glue().node(number));
      }
      case ExecuteTarget.ProcedureVariable n -> out.node(n.variable());
      case ExecuteTarget.Text n -> {
        out.open();
        for (int i = 0; i < n.texts().size(); i++) {
          out.flag(i > 0, "+").node(n.texts().get(i));
        }
        n.arguments().forEach(argument -> out.sign(",").node(argument));
        out.close().optional("AS", n.context());
        out.optional("AT", n.linkedServer());
      }
      case ProceduralStatement.ExecuteArgument n -> {
        if (n.name().isPresent()) {
          out.node(n.name().get()).word("=");
        }
        out.node(n.value()).flag(n.output(), "OUTPUT");
      }
      case ProceduralStatement.ExecuteContext n -> {
        switch (n.kind()) {
          case CALLER, OWNER, SELF -> out.word(n.kind().name());
          case USER, LOGIN -> out.word(n.kind().name()).flag(n.name().isPresent(), "=");
          case NAMED -> {}
        }
        out.optional(n.name());
      }
      case ProceduralStatement.ExecuteAs n ->
          out.word("EXECUTE AS")
              .node(n.context())
              .flag(n.noRevert(), "WITH NO REVERT")
              .optional("WITH COOKIE INTO", n.cookie());
      case ProceduralStatement.Revert n -> out.word("REVERT").optional("WITH COOKIE =", n.cookie());
      case ProceduralStatement.ExecuteOption.Recompile _ -> out.word("RECOMPILE");
      case ProceduralStatement.ExecuteOption.NoResultSets n ->
          out.word("RESULT SETS").word(n.none() ? "NONE" : "UNDEFINED");
      case ProceduralStatement.ExecuteOption.ResultSets n ->
          out.word("RESULT SETS").parenthesised(n.definitions());
      case ProceduralStatement.ResultSet.Columns n -> out.parenthesised(n.columns());
      case ProceduralStatement.ResultSet.Like n ->
          out.word("AS").word(n.type() ? "TYPE" : "OBJECT").node(n.name());
      case ProceduralStatement.ResultSet.Xml _ -> out.word("AS FOR XML");
      case ProceduralStatement.ResultColumn n ->
          out.node(n.name())
              .node(n.type())
              .optional("COLLATE", n.collation())
              .choice(n.nullable(), "NULL", "NOT NULL");
      default -> throw new IllegalArgumentException("no call: " + statement);
    }
  }
}
