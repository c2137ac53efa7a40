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
      case ExecuteTarget.ProcedureVariable n -> out.node(n.variable());
      case ExecuteTarget.Text n -> {
        out.parenthesised(n.parts()).optional("AS", n.context());
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
          case USER, LOGIN -> out.word(n.kind().name()).word("=");
          case NAMED -> {}
        }
        out.optional(n.name());
      }
      case ProceduralStatement.ExecuteAs n ->
          out.word("EXECUTE AS").node(n.context()).flag(n.noRevert(), "WITH NO REVERT");
      default -> throw new IllegalArgumentException("no call: " + statement);
    }
  }
}
