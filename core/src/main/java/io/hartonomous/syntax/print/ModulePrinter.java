package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ModuleStatement.TriggerScope;
import io.hartonomous.syntax.ast.OptionNode.Option;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteContext;
import java.util.List;
import java.util.Optional;

/// Procedures, functions, views and triggers.
final class ModulePrinter {
  private ModulePrinter() {}

  static void print(Output out, ModuleStatement module) {
    switch (module) {
      case ModuleStatement.Procedure n -> {
        out.word(n.verb().sql()).word("PROCEDURE").node(n.name());
        n.number().ifPresent(number -> out.sign(";").glue().node(number));
        out.list(n.parameters());
        options(out, n.options(), n.executeAs());
        out.flag(n.forReplication(), "FOR REPLICATION").word("AS").node(n.body());
      }
      case ModuleStatement.Function n -> {
        out.word(n.verb().sql()).word("FUNCTION").node(n.name()).parenthesised(n.parameters());
        out.word("RETURNS").node(n.returns());
        options(out, n.options(), n.executeAs());
        out.flag(n.as(), "AS").node(n.body());
      }
      case ModuleStatement.View n -> {
        out.word(n.verb().sql()).word("VIEW").node(n.name()).columns(n.columns());
        out.list("WITH", n.options()).word("AS").line().optional(n.with()).node(n.query());
        out.flag(n.checkOption(), "WITH CHECK OPTION");
      }
      case ModuleStatement.Trigger n -> {
        out.word(n.verb().sql()).word("TRIGGER").node(n.name()).word("ON");
        scope(out, n.scope());
        out.optional(n.table());
        options(out, n.options(), n.executeAs());
        out.word(n.time().sql()).list(n.events()).flag(n.append(), "WITH APPEND");
        out.flag(n.notForReplication(), "NOT FOR REPLICATION").word("AS").node(n.body());
      }
      case ModuleStatement.EnableTrigger n -> {
        out.word(n.enable() ? "ENABLE TRIGGER" : "DISABLE TRIGGER");
        out.flag(n.names().isEmpty(), "ALL").list(n.names()).word("ON");
        scope(out, n.scope());
        out.optional(n.table());
      }
    }
  }

  /// `WITH option, ..., EXECUTE AS ...`.
  private static void options(
      Output out, List<Option> options, Optional<ExecuteContext> executeAs) {
    out.list("WITH", options);
    if (executeAs.isPresent()) {
      if (options.isEmpty()) {
        out.word("WITH");
      } else {
        out.sign(",");
      }
      out.word("EXECUTE AS").node(executeAs.get());
    }
  }

  /// `DATABASE`, `ALL SERVER`, or nothing.
  static void scope(Output out, TriggerScope scope) {
    switch (scope) {
      case DATABASE -> out.word("DATABASE");
      case ALL_SERVER -> out.word("ALL SERVER");
      case OBJECT -> {}
    }
  }

  static void print(Output out, ModulePart part) {
    switch (part) {
      case ModulePart.Parameter n ->
          out.node(n.variable())
              .flag(n.as(), "AS")
              .node(n.type())
              .flag(n.varying(), "VARYING")
              .choice(n.nullable(), "NULL", "NOT NULL")
              .optional("=", n.value())
              .flag(n.output(), "OUTPUT")
              .flag(n.readOnly(), "READONLY");
      case ModulePart.Returns.Scalar n -> out.node(n.type());
      case ModulePart.Returns.InlineTable _ -> out.word("TABLE");
      case ModulePart.Returns.TableVariable n -> out.node(n.variable()).node(n.definition());
      case ModulePart.Body.Statements n ->
          ScriptPrinter.statements(out, n.statements(), n.semicolons());
      case ModulePart.Body.InlineQuery n -> {
        out.line().word("RETURN");
        if (n.parenthesised()) {
          out.open();
        }
        out.optional(n.with()).node(n.query());
        if (n.parenthesised()) {
          out.close();
        }
      }
      case ModulePart.Body.ExternalName n -> out.word("EXTERNAL NAME").node(n.method());
    }
  }
}
