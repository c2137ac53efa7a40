package io.hartonomous.engine.catalog;

import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.List;
import java.util.Optional;

/// Rows of views, procedures, functions and triggers.
final class ModuleRows {
  private final CatalogRows rows;
  private final CatalogEntry entry;
  private final PgNaming names;

  ModuleRows(CatalogRows rows, CatalogEntry entry, PgNaming names) {
    this.rows = rows;
    this.entry = entry;
    this.names = names;
  }

  void write(Module module) {
    int id = entry.id();
    switch (module) {
      case Module.View view -> {
        object("V", 0);
        rows.plainColumns(id, entry.result());
        definition(module, view.schemaBound());
        new TableRows(rows, entry, names).indexes(view.indexes());
      }
      case Module.Procedure procedure -> {
        object("P", 0);
        parameters(procedure.parameters());
        definition(module, false);
      }
      case Module.ScalarFunction function -> {
        object("FN", 0);
        parameter(0, "", function.returns(), true, false);
        parameters(function.parameters());
        definition(module, function.schemaBound());
      }
      case Module.TableFunction function -> {
        object(function.inline() ? "IF" : "TF", 0);
        rows.plainColumns(id, entry.result());
        parameters(function.parameters());
        definition(module, function.schemaBound());
      }
      case Module.Trigger trigger -> {
        Optional<CatalogEntry> parent = rows.state.named(trigger.parent());
        int parentId = parent.map(CatalogEntry::id).orElse(0);
        object("TR", parentId);
        rows.out.insert(
            "triggers",
            id,
            parentId,
            1,
            trigger.insteadOf(),
            trigger.disabled(),
            trigger.name().name(),
            entry.created(),
            entry.modified());
        for (String event : trigger.events()) {
          int type =
              switch (event) {
                case "INSERT" -> 1;
                case "UPDATE" -> 2;
                default -> 3;
              };
          rows.out.insert("trigger_events", id, type, event);
        }
        definition(module, false);
      }
      case Module.DatabaseTrigger trigger -> {
        rows.out.insert(
            "triggers",
            id,
            0,
            0,
            false,
            trigger.disabled(),
            trigger.name().name(),
            entry.created(),
            entry.modified());
        definition(module, false);
      }
    }
  }

  private void object(String type, int parent) {
    rows.object(entry, entry.id(), entry.name().name(), parent, type, false);
  }

  private void definition(Module module, boolean schemaBound) {
    rows.out.insert(
        "modules",
        entry.id(),
        module.definition().text(),
        module.ansiNulls(),
        module.quotedIdentifier(),
        schemaBound);
    int ordinal = 0;
    for (ObjectName used : entry.uses()) {
      rows.out.insert(
          "dependencies", entry.id(), ++ordinal, used.schema(), used.name(), schemaBound);
    }
  }

  private void parameters(List<Module.Parameter> parameters) {
    int ordinal = 0;
    for (Module.Parameter p : parameters) {
      parameter(++ordinal, p.name(), p.type(), p.output(), p.readOnly());
    }
  }

  private void parameter(int ordinal, String name, SqlType type, boolean output, boolean readOnly) {
    int systemType = SystemTypes.id(type.base());
    int userType = rows.userTypeId(type);
    if (type.base() == SqlType.Base.TABLE) {
      ObjectName name0 = type.userType().orElseThrow();
      userType =
          rows.state.find(ObjectKind.TABLE_TYPE, name0).map(e -> TableRows.typeId(e)).orElse(0);
    }
    rows.out.insert(
        "parameters",
        entry.id(),
        ordinal,
        name,
        systemType,
        userType,
        SystemTypes.maxLength(type),
        SystemTypes.precision(type),
        SystemTypes.scale(type),
        output,
        readOnly,
        true,
        type.base() == SqlType.Base.VECTOR ? type.length() : null);
  }
}
