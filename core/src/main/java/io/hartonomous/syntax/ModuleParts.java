package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;

/// What modules are made of, one switch a family.
final class ModuleParts {
  private ModuleParts() {}

  static Parts of(ModulePart node) {
    return switch (node) {
      case ModulePart.Parameter n ->
          parts(
              "Parameter",
              n.variable(),
              keyword(n.as(), "AS"),
              n.type(),
              n.varying(),
              n.nullable(),
              n.value(),
              n.output(),
              n.readOnly());
      case ModulePart.Returns.Scalar n -> parts("Returns.Scalar", n.type());
      case ModulePart.Returns.InlineTable _ -> parts("Returns.InlineTable");
      case ModulePart.Returns.TableVariable n ->
          parts("Returns.TableVariable", n.variable(), n.definition());
      case ModulePart.Body.Statements n -> parts("Body.Statements", n.statements(), n.semicolons());
      case ModulePart.Body.InlineQuery n ->
          parts("Body.InlineQuery", n.parenthesised(), n.with(), n.query());
      case ModulePart.Body.ExternalName n -> parts("Body.ExternalName", n.method());
    };
  }

  static Parts of(ModuleStatement node) {
    return switch (node) {
      case ModuleStatement.Procedure n ->
          parts(
              "Procedure",
              n.verb(),
              n.name(),
              n.number(),
              n.parameters(),
              n.options(),
              n.executeAs(),
              n.forReplication(),
              n.body());
      case ModuleStatement.Function n ->
          parts(
              "Function",
              n.verb(),
              n.name(),
              n.parameters(),
              n.returns(),
              n.options(),
              n.executeAs(),
              keyword(n.as(), "AS"),
              n.body());
      case ModuleStatement.View n ->
          parts(
              "View",
              n.verb(),
              n.name(),
              n.columns(),
              n.options(),
              n.with(),
              n.query(),
              n.checkOption());
      case ModuleStatement.Trigger n ->
          parts(
              "Trigger",
              n.verb(),
              n.name(),
              n.table(),
              n.scope(),
              n.options(),
              n.executeAs(),
              n.time(),
              n.events(),
              n.append(),
              n.notForReplication(),
              n.body());
      case ModuleStatement.EnableTrigger n ->
          parts("EnableTrigger", n.enable(), n.names(), n.table(), n.scope());
    };
  }
}
