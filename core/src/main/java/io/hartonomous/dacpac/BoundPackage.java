package io.hartonomous.dacpac;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Dependency;
import io.hartonomous.bind.OutputColumn;
import io.hartonomous.bind.Relation;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SqlText;
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
    return relation
        .flatMap(table -> Binder.bindText(expression.text(), table, catalog))
        .map(bound -> targets(bound.dependencies()))
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
