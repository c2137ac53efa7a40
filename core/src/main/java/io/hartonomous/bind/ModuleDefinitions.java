package io.hartonomous.bind;

import io.hartonomous.model.Column;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.OptionNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Views, functions, procedures, triggers.
final class ModuleDefinitions {
  private ModuleDefinitions() {}

  static Optional<Module> from(ModuleStatement statement, ModelContext context) {
    return switch (statement) {
      case ModuleStatement.View s ->
          Optional.of(
              new Module.View(
                  context.name(s.name()),
                  definition(s, s.verb(), context),
                  context.ansiNulls(),
                  context.quotedIdentifier(),
                  has(s.options(), "SCHEMABINDING"),
                  List.of()));
      case ModuleStatement.Procedure s ->
          Optional.of(
              new Module.Procedure(
                  context.name(s.name()),
                  parameters(s.parameters(), context),
                  definition(s, s.verb(), context),
                  context.ansiNulls(),
                  context.quotedIdentifier()));
      case ModuleStatement.Function s -> Optional.of(function(s, context));
      case ModuleStatement.Trigger s -> Optional.of(trigger(s, context));
      case ModuleStatement.EnableTrigger _ -> Optional.empty();
    };
  }

  private static Module function(ModuleStatement.Function s, ModelContext context) {
    ObjectName name = context.name(s.name());
    List<Module.Parameter> parameters = parameters(s.parameters(), context);
    SqlText definition = definition(s, s.verb(), context);
    boolean schemaBound = has(s.options(), "SCHEMABINDING");
    return switch (s.returns()) {
      case ModulePart.Returns.Scalar scalar ->
          new Module.ScalarFunction(
              name,
              parameters,
              DataTypes.of(scalar.type(), context.catalog()),
              definition,
              context.ansiNulls(),
              context.quotedIdentifier(),
              schemaBound);
      case ModulePart.Returns.InlineTable _ ->
          new Module.TableFunction(
              name,
              parameters,
              true,
              List.of(),
              definition,
              context.ansiNulls(),
              context.quotedIdentifier(),
              schemaBound);
      case ModulePart.Returns.TableVariable table -> {
        TableDefinitions.Parts parts = new TableDefinitions.Parts();
        TableDefinitions.gather(table.definition().elements(), parts, context);
        List<Column> columns = List.copyOf(parts.columns);
        yield new Module.TableFunction(
            name,
            parameters,
            false,
            columns,
            definition,
            context.ansiNulls(),
            context.quotedIdentifier(),
            schemaBound);
      }
    };
  }

  private static Module trigger(ModuleStatement.Trigger s, ModelContext context) {
    List<String> events = s.events().stream().map(e -> e.value().toUpperCase(Locale.ROOT)).toList();
    SqlText definition = definition(s, s.verb(), context);
    if (s.table().isEmpty()) {
      return new Module.DatabaseTrigger(
          new ObjectName("", s.name().object().value()),
          events,
          false,
          definition,
          context.ansiNulls(),
          context.quotedIdentifier());
    }
    ObjectName parent = context.name(s.table().get());
    // A trigger lives in its table's schema, whether that was written or not.
    ObjectName name =
        new ObjectName(
            s.name().schema().map(Identifier::value).orElse(parent.schema()),
            s.name().object().value());
    return new Module.Trigger(
        name,
        parent,
        s.time() == ModuleStatement.TriggerTime.INSTEAD_OF,
        events,
        false,
        definition,
        context.ansiNulls(),
        context.quotedIdentifier());
  }

  static List<Module.Parameter> parameters(
      List<ModulePart.Parameter> parameters, ModelContext context) {
    return parameters.stream()
        .map(p ->
            new Module.Parameter(
                p.variable().name(),
                DataTypes.of(p.type(), context.catalog()),
                p.value().map(context::text),
                p.output(),
                p.readOnly()))
        .toList();
  }

  private static boolean has(List<OptionNode.Option> options, String name) {
    return Options.find(options, name).isPresent();
  }

  private static SqlText definition(
      ModuleStatement statement, ModuleStatement.Verb verb, ModelContext context) {
    int words =
        switch (verb) {
          case CREATE, ALTER -> 1;
          case CREATE_OR_ALTER -> 3;
        };
    return context.definition(statement, words);
  }
}
