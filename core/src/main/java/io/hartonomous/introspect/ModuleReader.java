package io.hartonomous.introspect;

import io.hartonomous.bind.SqlTexts;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Views, functions, procedures and triggers from their stored text.
final class ModuleReader {
  private final Catalog catalog;
  private final Names names;
  private final TypeReader types;
  private final TableReader tables;
  private final Map<Integer, CatalogRow> triggers;
  private final Map<Integer, List<CatalogRow>> events;
  private final Map<Integer, List<CatalogRow>> parameters;

  ModuleReader(Catalog catalog, Names names, TypeReader types, TableReader tables) {
    this.catalog = catalog;
    this.names = names;
    this.types = types;
    this.tables = tables;
    triggers = catalog.one(CatalogQuery.TRIGGERS, "object_id");
    events = catalog.by(CatalogQuery.TRIGGER_EVENTS, "object_id");
    parameters = catalog.by(CatalogQuery.PARAMETERS, "object_id");
  }

  List<SchemaObject> modules() throws IntrospectionException {
    List<SchemaObject> modules = new ArrayList<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.MODULES)) {
      int id = row.number("object_id");
      CatalogRow trigger = triggers.get(id);
      boolean databaseTrigger = trigger != null && trigger.number("parent_class") == 0;
      if (databaseTrigger
          || names.shown(id) && !names.type(id).equals("D") && !names.type(id).equals("R")) {
        modules.add(databaseTrigger ? databaseTrigger(row, trigger) : module(id, row, trigger));
      }
    }
    return modules;
  }

  private Module databaseTrigger(CatalogRow row, CatalogRow trigger) throws IntrospectionException {
    ObjectName name = new ObjectName("", trigger.string("name"));
    return new Module.DatabaseTrigger(
        name,
        events(row.number("object_id")),
        trigger.flag("is_disabled"),
        text(row, "trigger", name),
        row.flag("uses_ansi_nulls"),
        row.flag("uses_quoted_identifier"));
  }

  private Module module(int id, CatalogRow row, CatalogRow trigger) throws IntrospectionException {
    ObjectName name = names.name(id);
    String type = names.type(id);
    boolean ansi = row.flag("uses_ansi_nulls");
    boolean quoted = row.flag("uses_quoted_identifier");
    boolean bound = row.flag("is_schema_bound");
    return switch (type) {
      case "V" ->
          new Module.View(
              name, text(row, "view", name), ansi, quoted, bound, tables.indexes().of(id));
      case "P" ->
          new Module.Procedure(name, parameters(id), text(row, "procedure", name), ansi, quoted);
      case "FN" ->
          new Module.ScalarFunction(
              name, parameters(id), returns(id), text(row, "function", name), ansi, quoted, bound);
      case "IF" ->
          new Module.TableFunction(
              name,
              parameters(id),
              true,
              List.of(),
              text(row, "function", name),
              ansi,
              quoted,
              bound);
      case "TF" ->
          new Module.TableFunction(
              name,
              parameters(id),
              false,
              tables.columns(id),
              text(row, "function", name),
              ansi,
              quoted,
              bound);
      case "TR" ->
          new Module.Trigger(
              name,
              names.name(trigger.number("parent_id")),
              trigger.flag("is_instead_of_trigger"),
              events(id),
              trigger.flag("is_disabled"),
              text(row, "trigger", name),
              ansi,
              quoted);
      default ->
          throw new IntrospectionException(
              name.quoted()
                  + " is of a kind that is not supported: type "
                  + type
                  + " of sys.objects with a T-SQL text");
    };
  }

  private static SqlText text(CatalogRow row, String kind, ObjectName name)
      throws IntrospectionException {
    if (row.isNull("definition")) {
      throw new IntrospectionException(
          "the text of "
              + kind
              + " "
              + name.quoted()
              + " cannot be read: it is encrypted, or the login may not see it");
    }
    return SqlTexts.of(row.string("definition"));
  }

  private List<String> events(int id) {
    return events.getOrDefault(id, List.of()).stream().map(row -> row.string("type_desc")).toList();
  }

  private List<Module.Parameter> parameters(int id) {
    return parameters.getOrDefault(id, List.of()).stream()
        .filter(row -> row.number("parameter_id") > 0)
        .map(row ->
            new Module.Parameter(
                row.string("name"),
                types.type(row),
                Optional.empty(),
                row.flag("is_output"),
                row.flag("is_readonly")))
        .toList();
  }

  private SqlType returns(int id) {
    return parameters.getOrDefault(id, List.of()).stream()
        .filter(row -> row.number("parameter_id") == 0)
        .findFirst()
        .map(types::type)
        .orElse(SqlType.UNKNOWN);
  }
}
