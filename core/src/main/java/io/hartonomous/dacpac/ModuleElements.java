package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Annotation;
import io.hartonomous.dacpac.PackageElement.Property;
import io.hartonomous.model.Module;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.Literals;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.OptionNode;
import io.hartonomous.syntax.ast.ProceduralStatement.ContextKind;
import io.hartonomous.syntax.ast.ProceduralStatement.ExecuteContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Views, functions, procedures and triggers.
final class ModuleElements {
  private ModuleElements() {}

  static List<PackageElement> of(Module module, PackageBinding binding, Disambiguators numbers) {
    ModuleText text = ModuleText.of(module);
    return switch (module) {
      case Module.View view -> view(view, text, binding, numbers);
      case Module.Procedure procedure -> List.of(procedure(procedure, text, binding, numbers));
      case Module.ScalarFunction function -> List.of(scalar(function, text, binding, numbers));
      case Module.TableFunction function -> tableFunction(function, text, binding, numbers);
      case Module.Trigger trigger -> List.of(trigger(trigger, text, binding, numbers));
      case Module.DatabaseTrigger trigger ->
          List.of(databaseTrigger(trigger, text, binding, numbers));
    };
  }

  private static List<PackageElement> view(
      Module.View view, ModuleText text, PackageBinding binding, Disambiguators numbers) {
    ModuleStatement.View statement = (ModuleStatement.View) text.statement();
    String name = Names.of(view.name());
    PackageElement element = PackageElement.named("SqlView", name);
    element.flag("IsSchemaBound", view.schemaBound());
    element.script("QueryScript", text.body());
    element.flag("IsWithCheckOption", statement.checkOption());
    element.flag("IsColumnExplicitlyDefined", !statement.columns().isEmpty());
    setOptions(element, view);
    ColumnElements.results(element, name, binding.columns(view.key()));
    dynamicObjects(element, view.key(), binding, numbers);
    References.add(element, "QueryDependencies", binding.body(view.key()), numbers);
    Schemas.reference(element, view.name());
    element.annotate(comments(view, text));
    List<PackageElement> elements = new ArrayList<>(List.of(element));
    view.indexes().forEach(index -> elements.add(IndexElements.of(view.key(), index, binding)));
    return elements;
  }

  private static PackageElement procedure(
      Module.Procedure procedure, ModuleText text, PackageBinding binding, Disambiguators numbers) {
    ModuleStatement.Procedure statement = (ModuleStatement.Procedure) text.statement();
    PackageElement element = PackageElement.named("SqlProcedure", Names.of(procedure.name()));
    element.flag("IsRecompiled", has(statement.options(), "RECOMPILE"));
    element.script("BodyScript", text.body());
    executeAs(element, statement.executeAs());
    setOptions(element, procedure);
    References.add(element, "BodyDependencies", binding.body(procedure.key()), numbers);
    dynamicObjects(element, procedure.key(), binding, numbers);
    parameters(element, procedure.name(), procedure.parameters(), numbers);
    Schemas.reference(element, procedure.name());
    return element.annotate(comments(procedure, text));
  }

  private static PackageElement scalar(
      Module.ScalarFunction function,
      ModuleText text,
      PackageBinding binding,
      Disambiguators numbers) {
    PackageElement element = PackageElement.named("SqlScalarFunction", Names.of(function.name()));
    element.flag("IsSchemaBound", function.schemaBound());
    function(element, function, function.parameters(), text, binding, numbers);
    TypeElements.specify(element, "Type", function.returns());
    return element;
  }

  private static List<PackageElement> tableFunction(
      Module.TableFunction function,
      ModuleText text,
      PackageBinding binding,
      Disambiguators numbers) {
    String name = Names.of(function.name());
    if (function.inline()) {
      PackageElement element = PackageElement.named("SqlInlineTableValuedFunction", name);
      element.flag("IsSchemaBound", function.schemaBound());
      ColumnElements.results(element, name, binding.columns(function.key()));
      function(element, function, function.parameters(), text, binding, numbers);
      return List.of(element);
    }
    return ReturnTable.of(
        function,
        text,
        binding,
        element -> {
          element.flag("IsSchemaBound", function.schemaBound());
          function(element, function, function.parameters(), text, binding, numbers);
        });
  }

  /// What functions of all kinds have. The body hangs on a child of its own.
  private static void function(
      PackageElement element,
      Module module,
      List<Parameter> parameters,
      ModuleText text,
      PackageBinding binding,
      Disambiguators numbers) {
    ModuleStatement.Function statement = (ModuleStatement.Function) text.statement();
    element.flag(
        "DoReturnNullForNullInput", has(statement.options(), "RETURNS NULL ON NULL INPUT"));
    executeAs(element, statement.executeAs());
    setOptions(element, module);
    References.add(element, "BodyDependencies", binding.body(module.key()), numbers);
    dynamicObjects(element, module.key(), binding, numbers);
    PackageElement body =
        PackageElement.unnamed("SqlScriptFunctionImplementation").script("BodyScript", text.body());
    element.child("FunctionBody", body.annotate(comments(module, text)));
    parameters(element, module.name(), parameters, numbers);
    Schemas.reference(element, module.name());
  }

  private static PackageElement trigger(
      Module.Trigger trigger, ModuleText text, PackageBinding binding, Disambiguators numbers) {
    ModuleStatement.Trigger statement = (ModuleStatement.Trigger) text.statement();
    PackageElement element = PackageElement.named("SqlDmlTrigger", Names.of(trigger.name()));
    element.flag("IsInsertTrigger", trigger.events().contains("INSERT"));
    element.flag("IsUpdateTrigger", trigger.events().contains("UPDATE"));
    element.flag("IsDeleteTrigger", trigger.events().contains("DELETE"));
    element.flag("IsNotForReplication", statement.notForReplication());
    element.property("SqlTriggerType", Integer.toString(statement.time().ordinal() + 1));
    element.flag("IsDisabled", trigger.disabled());
    element.script("BodyScript", text.body());
    executeAs(element, statement.executeAs());
    setOptions(element, trigger);
    References.add(element, "BodyDependencies", binding.body(trigger.key()), numbers);
    dynamicObjects(element, trigger.key(), binding, numbers);
    element.reference("Parent", Names.of(trigger.parent()));
    return element.annotate(comments(trigger, text));
  }

  private static PackageElement databaseTrigger(
      Module.DatabaseTrigger trigger,
      ModuleText text,
      PackageBinding binding,
      Disambiguators numbers) {
    ModuleStatement.Trigger statement = (ModuleStatement.Trigger) text.statement();
    PackageElement element =
        PackageElement.named("SqlDatabaseDdlTrigger", ObjectName.quote(trigger.name().name()));
    element.flag("IsDisabled", trigger.disabled());
    element.property("SqlTriggerType", "1");
    element.script("BodyScript", text.body());
    executeAs(element, statement.executeAs());
    setOptions(element, trigger);
    References.add(element, "BodyDependencies", binding.body(trigger.key()), numbers);
    dynamicObjects(element, trigger.key(), binding, numbers);
    for (String event : trigger.events()) {
      for (String number : DdlEvents.numbers(event)) {
        element.child(
            "EventType",
            PackageElement.unnamed("SqlTriggerEventTypeSpecifier").property("EventType", number));
      }
    }
    return element.annotate(comments(trigger, text));
  }

  private static boolean has(List<OptionNode.Option> options, String name) {
    return options.stream().anyMatch(option -> option.name().equals(name));
  }

  /// EXECUTE AS CALLER is what holds where nothing is written.
  private static void executeAs(PackageElement element, Optional<ExecuteContext> context) {
    if (context.isEmpty() || context.get().kind() == ContextKind.CALLER) {
      return;
    }
    element.property("IsCaller", false);
    switch (context.get().kind()) {
      case OWNER -> element.property("IsOwner", true);
      case SELF -> element.property("IsSelf", true);
      case USER, NAMED, LOGIN ->
          context
              .get()
              .name()
              .ifPresent(name -> Schemas.principal(element, "User", principal(name)));
      case CALLER -> {}
    }
  }

  private static String principal(Expression name) {
    return name instanceof Expression.Literal literal ? Literals.string(literal) : "";
  }

  private static void setOptions(PackageElement element, Module module) {
    if (!module.quotedIdentifier()) {
      element.property("IsQuotedIdentifierOn", false);
    }
    element.property("IsAnsiNullsOn", module.ansiNulls());
  }

  private static void parameters(
      PackageElement element,
      ObjectName owner,
      List<Parameter> parameters,
      Disambiguators numbers) {
    for (Parameter parameter : parameters) {
      PackageElement made =
          PackageElement.named("SqlSubroutineParameter", Names.of(owner, parameter.name()));
      made.name().flatMap(numbers::of).ifPresent(made::disambiguator);
      made.flag("IsOutput", parameter.output());
      made.flag("IsReadOnly", parameter.readOnly());
      parameter
          .defaultValue()
          .ifPresent(value -> made.script("DefaultExpressionScript", value.text()));
      TypeElements.specify(made, "Type", parameter.type());
      element.child("Parameters", made);
    }
  }

  private static void dynamicObjects(
      PackageElement element, ObjectKey module, PackageBinding binding, Disambiguators numbers) {
    for (PackageBinding.DynamicObject object : binding.dynamicObjects(module)) {
      PackageElement made = PackageElement.named("SqlDynamicColumnSource", object.name());
      ColumnElements.results(made, object.name(), object.columns());
      element.child("DynamicObjects", made);
    }
  }

  private static Annotation comments(Module module, ModuleText text) {
    List<Property> properties = new ArrayList<>();
    if (text.createOffset() > 0) {
      properties.add(new Property("CreateOffset", Integer.toString(text.createOffset()), false));
    }
    properties.add(
        new Property("Length", Integer.toString(module.definition().text().length()), false));
    properties.add(new Property("StartLine", "1", false));
    properties.add(new Property("StartColumn", "1", false));
    properties.add(new Property("HeaderContents", text.header(), false));
    if (!text.footer().isEmpty()) {
      properties.add(new Property("FooterContents", text.footer(), false));
    }
    return new Annotation.Plain("SysCommentsObjectAnnotation", Optional.empty(), properties);
  }
}
