package io.hartonomous.diff;

import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.SchemaObject;
import java.util.ArrayList;
import java.util.List;

/// Differences of one view, function, procedure or trigger.
final class ModuleDiff {
  private final Module before;
  private final Module after;
  private final View beforeView;
  private final View afterView;

  ModuleDiff(Module before, Module after, View beforeView, View afterView) {
    this.before = before;
    this.after = after;
    this.beforeView = beforeView;
    this.afterView = afterView;
  }

  List<Change> changes() {
    if (!beforeView.same(withoutState(before), afterView, withoutState(after))) {
      return alter();
    }
    List<Change> changes = new ArrayList<>();
    if (!beforeView.same(before, afterView, after) && disabled(before) != disabled(after)) {
      changes.add(new Change.AlterTriggerState(before, after));
    }
    if (before instanceof Module.View old && after instanceof Module.View view) {
      changes.addAll(
          IndexDiff.drops(
              view.key(),
              old.indexes(),
              view.indexes(),
              beforeView.tables(),
              afterView.tables(),
              afterView.collation(),
              null));
      changes.addAll(
          IndexDiff.adds(
              view.key(),
              old.indexes(),
              view.indexes(),
              beforeView.tables(),
              afterView.tables(),
              afterView.collation()));
    }
    return changes;
  }

  private List<Change> alter() {
    // ALTER FUNCTION cannot make an inline function a multi-statement one, and ALTER TRIGGER cannot
    // move it to another table.
    boolean inline =
        before instanceof Module.TableFunction f
            && after instanceof Module.TableFunction g
            && f.inline() != g.inline();
    boolean moved =
        before instanceof Module.Trigger t
            && after instanceof Module.Trigger u
            && !afterView.collation().same(t.parent(), u.parent());
    if (inline || moved) {
      return List.of(new Change.ReplaceObject(before, after));
    }
    if (before instanceof Module.View old && after instanceof Module.View view) {
      Module.View merged =
          new Module.View(
              view.name(),
              view.definition(),
              view.ansiNulls(),
              view.quotedIdentifier(),
              view.schemaBound(),
              ((Module.View) Expected.merge(old, view, afterView.options(), afterView.collation()))
                  .indexes());
      return List.of(new Change.AlterModule(before, merged));
    }
    return List.of(new Change.AlterModule(before, after));
  }

  private static boolean disabled(SchemaObject module) {
    return module instanceof Module.Trigger trigger && trigger.disabled()
        || module instanceof Module.DatabaseTrigger ddl && ddl.disabled();
  }

  private static Module withoutState(Module module) {
    return switch (module) {
      case Module.Trigger t ->
          new Module.Trigger(
              t.name(),
              t.parent(),
              t.insteadOf(),
              t.events(),
              false,
              t.definition(),
              t.ansiNulls(),
              t.quotedIdentifier());
      case Module.DatabaseTrigger t ->
          new Module.DatabaseTrigger(
              t.name(), t.events(), false, t.definition(), t.ansiNulls(), t.quotedIdentifier());
      case Module.View v ->
          new Module.View(
              v.name(),
              v.definition(),
              v.ansiNulls(),
              v.quotedIdentifier(),
              v.schemaBound(),
              List.<Index>of());
      case Module.Procedure p -> p;
      case Module.ScalarFunction f -> f;
      case Module.TableFunction f -> f;
    };
  }
}
