package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.Hosts;
import io.hartonomous.model.Column;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Security;
import io.hartonomous.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Permissions and extended properties: new and changed ones, and those that went with an object
/// that was made again.
final class DescribeSteps {
  private final Scope scope;
  private final StepList steps;
  private final Detached detached;

  DescribeSteps(Scope scope, StepList steps, Detached detached) {
    this.scope = scope;
    this.steps = steps;
    this.detached = detached;
  }

  void add() {
    Set<ObjectKey> again = new HashSet<>(scope.rebuilt);
    again.addAll(scope.recreatedModules);
    again.addAll(scope.replaced);
    // The history table of a rebuilt table is made anew with it.
    for (Change change : scope.changes) {
      if (change instanceof Change.RebuildTable rebuild) {
        rebuild
            .before()
            .options()
            .systemVersioning()
            .flatMap(Table.SystemVersioning::history)
            .ifPresent(history -> again.add(scope.table(history)));
      }
    }
    for (SchemaObject object : scope.expected.objects()) {
      boolean lost = again.stream().anyMatch(host -> Hosts.livesOn(object, host, scope.collation));
      switch (object) {
        case Security.Permission permission -> permission(permission, lost);
        case Security.RoleMembership membership
            when lost && !scope.created.contains(scope.key(membership)) ->
            steps.add(
                Phase.DESCRIBE,
                StepKind.RECREATE,
                membership.key(),
                "Create again " + Titles.object(membership),
                PlainSql.create(membership));
        case ExtendedProperty property -> property(property, lost || onDetached(property));
        default -> {}
      }
    }
  }

  private void permission(Security.Permission permission, boolean lost) {
    ObjectKey key = scope.key(permission);
    if (scope.created.contains(key) || lost) {
      String verb = permission.state() == Security.State.DENY ? "Deny " : "Grant ";
      steps.add(
          Phase.DESCRIBE,
          lost ? StepKind.RECREATE : StepKind.CREATE,
          permission.key(),
          verb + Titles.object(permission),
          PlainSql.create(permission));
    } else if (scope.replaced.contains(key)) {
      Security.Permission before = (Security.Permission) scope.inStart(key).orElseThrow();
      steps.add(
          Phase.DESCRIBE,
          StepKind.ALTER,
          permission.key(),
          "Change " + Titles.object(permission),
          PlainSql.changed(before, permission).stream().map(Batch::of).toList(),
          true,
          List.of());
    }
  }

  private void property(ExtendedProperty property, boolean lost) {
    ObjectKey key = scope.key(property);
    if (scope.created.contains(key) || lost) {
      steps.add(
          Phase.DESCRIBE,
          lost ? StepKind.RECREATE : StepKind.CREATE,
          property.key(),
          "Create " + Titles.object(property),
          PlainSql.createProperty(property));
    } else if (!scope.changes(key, Change.AlterExtendedProperty.class).isEmpty()) {
      steps.add(
          Phase.DESCRIBE,
          StepKind.ALTER,
          property.key(),
          "Alter " + Titles.object(property),
          PlainSql.alterProperty(property));
    }
  }

  /// Whether it lives on a constraint, an index or a column that went for a while.
  private boolean onDetached(ExtendedProperty property) {
    if (property.level1().isEmpty() || property.level2().isEmpty()) {
      return false;
    }
    ObjectName table =
        new ObjectName(property.level0().orElseThrow().name(), property.level1().get().name());
    String part = scope.collation.key(property.level2().get().name());
    Detached.OfTable gone = detached.of(table);
    Set<String> names = new HashSet<>();
    gone.constraints.stream().flatMap(c -> c.name().stream()).forEach(names::add);
    gone.indexes.forEach(index -> names.add(index.name()));
    for (Change change : scope.changes(scope.table(table))) {
      switch (change) {
        case Change.DropConstraint drop -> drop.constraint().name().ifPresent(names::add);
        case Change.DropIndex drop -> names.add(drop.index().name());
        case Change.RecreateColumn recreate -> names.add(recreate.before().name());
        case Change.DropDefault drop -> drop.before().name().ifPresent(names::add);
        default -> {}
      }
    }
    scope
        .expectedTable(table)
        .ifPresent(t ->
            t.columns().stream()
                .filter(c -> gone.defaults.contains(scope.collation.key(c.name())))
                .flatMap(
                    c -> c.defaultConstraint().flatMap(Column.DefaultConstraint::name).stream())
                .forEach(names::add));
    return names.stream().anyMatch(name -> scope.collation.key(name).equals(part));
  }
}
