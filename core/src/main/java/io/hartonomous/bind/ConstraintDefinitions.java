package io.hartonomous.bind;

import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableConstraint.Action;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryPart.SortOrder;
import io.hartonomous.syntax.ast.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Constraints but for DEFAULT, which belongs to its column.
final class ConstraintDefinitions {
  private ConstraintDefinitions() {}

  static TableConstraint ofTable(TableElement element, ModelContext context) {
    return switch (element) {
      case TableElement.Key key ->
          new TableConstraint.Key(
              name(key.name()),
              key.primary(),
              key.clustered().orElse(key.primary()),
              columns(key.columns()),
              IndexDefinitions.options(key.options()),
              key.on().flatMap(TableDefinitions::placement));
      case TableElement.ForeignKey key ->
          foreignKey(key.name(), ColumnDefinitions.names(key.columns()), key.references(), context);
      case TableElement.Check check ->
          check(check.name(), check.condition(), check.notForReplication(), context);
      case TableElement.Connection connection -> {
        List<ObjectName> from = new ArrayList<>();
        List<ObjectName> to = new ArrayList<>();
        List<MultiPartName> pairs = connection.pairs();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
          from.add(context.name(pairs.get(i)));
          to.add(context.name(pairs.get(i + 1)));
        }
        yield new TableConstraint.Connection(
            name(connection.name()), from, to, action(connection.onDelete()));
      }
      default ->
          throw new IllegalArgumentException(
              "no constraint: " + element.getClass().getSimpleName());
    };
  }

  static Optional<TableConstraint> ofColumn(
      String column, ColumnConstraint constraint, ModelContext context) {
    return switch (constraint) {
      case ColumnConstraint.Key key ->
          Optional.of(
              new TableConstraint.Key(
                  name(key.name()),
                  key.primary(),
                  key.clustered().orElse(key.primary()),
                  List.of(new IndexColumn(column, false)),
                  IndexDefinitions.options(key.options()),
                  key.on().flatMap(TableDefinitions::placement)));
      case ColumnConstraint.ForeignKey key ->
          Optional.of(foreignKey(key.name(), List.of(column), key.references(), context));
      case ColumnConstraint.Check check ->
          Optional.of(check(check.name(), check.condition(), check.notForReplication(), context));
      default -> Optional.empty();
    };
  }

  private static TableConstraint check(
      Optional<Identifier> name,
      io.hartonomous.syntax.ast.Condition condition,
      boolean notForReplication,
      ModelContext context) {
    return new TableConstraint.Check(
        name(name), context.text(condition), notForReplication, true, true);
  }

  /// A foreign key without columns of the other table means its primary key; they are filled in
  /// where that table is known.
  private static TableConstraint foreignKey(
      Optional<Identifier> name,
      List<String> columns,
      TableElement.References references,
      ModelContext context) {
    return new TableConstraint.ForeignKey(
        name(name),
        columns,
        context.name(references.table()),
        ColumnDefinitions.names(references.columns()),
        action(references.onDelete()),
        action(references.onUpdate()),
        references.notForReplication(),
        true,
        true);
  }

  private static Action action(Optional<TableElement.ReferentialAction> action) {
    return action.map(a -> Action.valueOf(a.name())).orElse(Action.NO_ACTION);
  }

  private static Optional<String> name(Optional<Identifier> name) {
    return name.map(Identifier::value);
  }

  static List<IndexColumn> columns(List<TableElement.IndexColumn> columns) {
    return columns.stream()
        .map(c ->
            new IndexColumn(
                c.name().value(), c.order().filter(o -> o == SortOrder.DESC).isPresent()))
        .toList();
  }
}
