package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// sp_refreshsqlmodule for modules that stay as they are while something that they use, directly or
/// not, changes: the server keeps columns and types of a view or a function as they were when it
/// was made.
final class RefreshSteps {
  private final Scope scope;
  private final StepList steps;

  RefreshSteps(Scope scope, StepList steps) {
    this.scope = scope;
    this.steps = steps;
  }

  void add(List<Change> renames) {
    Set<ObjectKey> changed = new HashSet<>(scope.recreatedModules);
    changed.addAll(scope.unbound);
    for (Change change : scope.changes) {
      switch (change) {
        case Change.AddColumn _,
            Change.DropColumn _,
            Change.AlterColumn _,
            Change.RecreateColumn _,
            Change.RebuildTable _,
            Change.AlterModule _,
            Change.ReplaceObject _ ->
            changed.add(change.object().folded(scope.collation));
        default -> {}
      }
    }
    renames.forEach(change -> changed.add(change.object().folded(scope.collation)));
    // Needed ones come first in the order, so one pass reaches dependents of dependents.
    for (ObjectKey key : scope.newOrder.sorted()) {
      if (!(scope.inExpected(key).orElseThrow() instanceof Module module)
          || scope.newOrder.needs(key).stream().noneMatch(changed::contains)) {
        continue;
      }
      boolean fresh =
          scope.created.contains(key)
              || scope.replaced.contains(key)
              || scope.unbound.contains(key)
              || scope.recreatedModules.contains(key)
              || !scope.changes(key, Change.AlterModule.class).isEmpty();
      changed.add(key);
      boolean refreshable =
          !(module instanceof Module.Trigger)
              && !(module instanceof Module.DatabaseTrigger)
              && !Scope.schemaBound(module);
      if (!fresh && refreshable && scope.inStart(key).isPresent()) {
        steps.add(
            Phase.REFRESH,
            StepKind.REFRESH,
            module.key(),
            "Refresh " + module.key(),
            ModuleSql.refresh(module.name()));
      }
    }
  }
}
