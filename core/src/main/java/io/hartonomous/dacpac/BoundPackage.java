package io.hartonomous.dacpac;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Dependency;
import io.hartonomous.bind.OutputColumn;
import io.hartonomous.bind.Relation;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SqlText;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Node;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// What the binder found out, in the words of the package format.
///
/// @param modules the bound form of a module; asked once for each
/// @param inline whether a constraint or index of a table was written inside its CREATE TABLE
/// @param onColumn whether it was written beside its column
public record BoundPackage(
    Catalog catalog,
    Function<ObjectKey, Optional<BoundModule>> modules,
    BiPredicate<ObjectKey, String> isInline,
    BiPredicate<ObjectKey, String> isOnColumn)
    implements PackageBinding {

  @Override
  public List<Target> expression(ObjectKey owner, SqlText expression) {
    Optional<Relation> relation =
        catalog.relation(owner.name()).or(() -> tableType(owner)).or(() -> result(owner));
    Optional<Node> node = parse(expression.text());
    if (node.isEmpty()) {
      return List.of();
    }
    return relation
        .map(table -> targets(Binder.bindExpression(node.get(), table, catalog).dependencies()))
        .orElse(List.of());
  }

  /// Bound as a table: what its expressions refer to are columns that the package has elements for.
  private Optional<Relation> tableType(ObjectKey type) {
    return catalog
        .tableType(type.name())
        .map(found ->
            new Relation(found.name(), Relation.Kind.TABLE, found.columns(), found.complete()));
  }

  private Optional<Relation> result(ObjectKey function) {
    return catalog
        .routine(function.name())
        .map(routine ->
            new Relation(function.name(), Relation.Kind.TABLE_FUNCTION, routine.result(), true));
  }

  /// A DEFAULT and a computed column are expressions, a CHECK and a filter are conditions; the text
  /// alone tells which.
  private static Optional<Node> parse(String text) {
    var expression = Parser.parseExpression(text);
    if (expression.diagnostics().isEmpty()) {
      return expression.node().map(Node.class::cast);
    }
    return Parser.parseCondition(text).node().map(Node.class::cast);
  }

  @Override
  public List<Target> body(ObjectKey module) {
    return modules.apply(module).map(bound -> targets(bound.dependencies())).orElse(List.of());
  }

  @Override
  public List<ResultColumn> columns(ObjectKey module) {
    return modules.apply(module).map(bound -> results(bound.columns())).orElse(List.of());
  }

  @Override
  public List<DynamicObject> dynamicObjects(ObjectKey module) {
    return modules.apply(module).stream()
        .flatMap(bound -> bound.dynamicObjects().stream())
        .map(object ->
            new DynamicObject(
                Names.of(object.parts().toArray(String[]::new)), results(object.columns())))
        .toList();
  }

  @Override
  public boolean inline(ObjectKey table, String part) {
    return isInline.test(table, part);
  }

  @Override
  public boolean onColumn(ObjectKey table, String part) {
    return isOnColumn.test(table, part);
  }

  private static List<ResultColumn> results(List<OutputColumn> columns) {
    return columns.stream()
        .map(column ->
            new ResultColumn(
                column.name(),
                Optional.of(column.type()),
                column.nullable(),
                column.computed(),
                column.identity(),
                targets(column.dependencies())))
        .toList();
  }

  private static List<Target> targets(List<Dependency> dependencies) {
    return dependencies.stream()
        .map(dependency ->
            new Target(dependency.quoted(), dependency.kind() == Dependency.Kind.BUILT_IN_TYPE))
        .toList();
  }
}
