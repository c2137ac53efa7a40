package io.hartonomous.dacpac;

import io.hartonomous.model.Column.DefaultConstraint;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableConstraint.Action;
import io.hartonomous.model.TableConstraint.Check;
import io.hartonomous.model.TableConstraint.Connection;
import io.hartonomous.model.TableConstraint.ForeignKey;
import io.hartonomous.model.TableConstraint.Key;
import java.util.List;
import java.util.Optional;

/// Constraints of tables.
final class ConstraintElements {
  private ConstraintElements() {}

  static PackageElement of(ObjectKey table, TableConstraint constraint, PackageBinding binding) {
    return switch (constraint) {
      case Key key -> key(table.name(), key);
      case ForeignKey foreign -> foreignKey(table.name(), foreign);
      case Check check -> check(table, check, binding);
      case Connection connection -> connection(table.name(), connection);
    };
  }

  /// What tells a constraint from the table's others: its name, or what it says.
  static String part(TableConstraint constraint) {
    return constraint.name().orElseGet(constraint::identity);
  }

  static Optional<String> singleColumn(TableConstraint constraint) {
    return switch (constraint) {
      case Key key ->
          key.columns().size() == 1
              ? Optional.of(key.columns().getFirst().name())
              : Optional.empty();
      case ForeignKey foreign ->
          foreign.columns().size() == 1
              ? Optional.of(foreign.columns().getFirst())
              : Optional.empty();
      case Check _, Connection _ -> Optional.empty();
    };
  }

  private static PackageElement element(String type, ObjectName table, Optional<String> name) {
    return new PackageElement(type, name.map(n -> Names.of(table.schema(), n)));
  }

  private static PackageElement key(ObjectName table, Key key) {
    PackageElement element =
        element(
            key.primary() ? "SqlPrimaryKeyConstraint" : "SqlUniqueConstraint", table, key.name());
    // A primary key is clustered and a unique constraint is not, where nothing else is said.
    if (key.clustered() != key.primary()) {
      element.property("IsClustered", key.clustered());
    }
    options(element, key.options());
    columns(element, table, key.columns());
    TableElements.compression(element, key.options().compression());
    element.reference("DefiningTable", Names.of(table));
    key.placement().ifPresent(placement -> Placements.write(element, table, placement));
    return element;
  }

  static void options(PackageElement element, IndexOptions options) {
    if (options.fillFactor() != 0) {
      element.property("FillFactor", Integer.toString(options.fillFactor()));
    }
    element.flag("IsPadded", options.padIndex());
    element.flag("DoIgnoreDuplicateKey", options.ignoreDupKey());
    element.flag("DoNotRecomputeStatistics", options.statisticsNoRecompute());
    if (!options.allowPageLocks()) {
      element.property("DoAllowPageLocks", false);
    }
    if (!options.allowRowLocks()) {
      element.property("DoAllowRowLocks", false);
    }
    element.flag("DoOptimizeForSequentialKey", options.optimizeForSequentialKey());
    element.flag("IsDisabled", options.disabled());
  }

  static void columns(PackageElement element, ObjectName table, List<IndexColumn> columns) {
    for (IndexColumn column : columns) {
      PackageElement specification = PackageElement.unnamed("SqlIndexedColumnSpecification");
      if (column.descending()) {
        specification.property("IsAscending", false);
      }
      element.child(
          "ColumnSpecifications",
          specification.reference("Column", Names.of(table, column.name())));
    }
  }

  private static PackageElement foreignKey(ObjectName table, ForeignKey foreign) {
    PackageElement element = element("SqlForeignKeyConstraint", table, foreign.name());
    element.flag("IsNotForReplication", foreign.notForReplication());
    action(element, "OnUpdateAction", foreign.onUpdate());
    action(element, "OnDeleteAction", foreign.onDelete());
    element.flag("IsDisabled", !foreign.enabled());
    foreign.columns().forEach(column -> element.reference("Columns", Names.of(table, column)));
    element.reference("DefiningTable", Names.of(table));
    foreign
        .referencedColumns()
        .forEach(column ->
            element.reference("ForeignColumns", Names.of(foreign.referencedTable(), column)));
    element.reference("ForeignTable", Names.of(foreign.referencedTable()));
    return element;
  }

  private static void action(PackageElement element, String property, Action action) {
    if (action != Action.NO_ACTION) {
      element.property(property, Integer.toString(action.ordinal()));
    }
  }

  private static PackageElement check(ObjectKey table, Check check, PackageBinding binding) {
    PackageElement element = element("SqlCheckConstraint", table.name(), check.name());
    element.script("CheckExpressionScript", check.condition().text());
    element.flag("IsNotForReplication", check.notForReplication());
    element.flag("IsDisabled", !check.enabled());
    References.add(
        element, "CheckExpressionDependencies", binding.expression(table, check.condition()));
    element.reference("DefiningTable", Names.of(table.name()));
    return element;
  }

  private static PackageElement connection(ObjectName table, Connection connection) {
    PackageElement element = element("SqlEdgeConstraint", table, connection.name());
    action(element, "OnDeleteAction", connection.onDelete());
    for (int i = 0; i < connection.from().size(); i++) {
      PackageElement clause = PackageElement.unnamed("SqlEdgeConstraintClause");
      clause
          .reference("FromTable", Names.of(connection.from().get(i)))
          .reference("ToTable", Names.of(connection.to().get(i)));
      element.child("Clauses", clause);
    }
    element.reference("DefiningTable", Names.of(table));
    return element;
  }

  static PackageElement defaultOf(
      ObjectName table, String column, DefaultConstraint constraint, PackageBinding binding) {
    PackageElement element = element("SqlDefaultConstraint", table, constraint.name());
    element.script("DefaultExpressionScript", constraint.value().text());
    element.reference("DefiningTable", Names.of(table));
    References.add(
        element,
        "ExpressionDependencies",
        binding.expression(ObjectKey.of(ObjectKind.TABLE, table), constraint.value()));
    element.reference("ForColumn", Names.of(table, column));
    return element;
  }
}
