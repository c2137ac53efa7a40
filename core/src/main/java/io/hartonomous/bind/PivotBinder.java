package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Binds PIVOT and UNPIVOT: their source stands in a scope of its own, what they give is one new
/// source.
final class PivotBinder {
  private PivotBinder() {}

  static void pivot(Context c, TableReference.Pivot pivot, Scope scope) {
    Scope inner = inner(c, pivot.source(), scope);
    Set<String> consumed = new HashSet<>();
    SqlType type = SqlType.UNKNOWN;
    for (Expression argument : pivot.arguments()) {
      SqlType argumentType = ExpressionBinder.bind(c, argument, inner).type();
      consume(c, argument, consumed);
      BuiltInFunctions.BuiltIn aggregate =
          BuiltInFunctions.find(pivot.aggregate().object().value());
      type = aggregate == null ? SqlType.UNKNOWN : aggregate.rule().of(List.of(argumentType));
    }
    ExpressionBinder.bind(c, pivot.pivotColumn(), inner);
    consume(c, pivot.pivotColumn(), consumed);
    List<Relation.Column> columns = new ArrayList<>();
    List<Optional<Dependency>> origins = new ArrayList<>();
    List<OutputColumn> output = new ArrayList<>();
    List<String> path =
        c.own("PV" + c.nextDynamic(), pivot.alias().map(Identifier::value).orElse(""));
    boolean complete = rest(c, inner, consumed, columns, origins, output, path);
    for (Identifier value : pivot.values()) {
      columns.add(Relation.Column.of(value.value(), type));
      List<String> parts = new ArrayList<>(path);
      parts.add(value.value());
      origins.add(Optional.of(new Dependency(Dependency.Kind.DYNAMIC, parts)));
      output.add(new OutputColumn(value.value(), type, true, true, List.of()));
    }
    if (c.tracksDependencies()) {
      c.dynamicObjects.add(new DynamicObject(DynamicObject.Kind.PIVOT, path, output));
    }
    c.markPivot(add(c, scope, pivot, pivot.alias(), columns, origins, complete));
  }

  static void unpivot(Context c, TableReference.Unpivot unpivot, Scope scope) {
    Scope inner = inner(c, unpivot.source(), scope);
    Set<String> consumed = new HashSet<>();
    List<SqlType> types = new ArrayList<>();
    for (Expression.ColumnReference column : unpivot.inColumns()) {
      types.add(ExpressionBinder.bind(c, column, inner).type());
      consume(c, column, consumed);
    }
    List<Relation.Column> columns = new ArrayList<>();
    List<Optional<Dependency>> origins = new ArrayList<>();
    boolean complete = rest(c, inner, consumed, columns, origins, new ArrayList<>(), List.of());
    columns.add(
        new Relation.Column(
            unpivot.valueColumn().value(), Types.common(types), false, false, false, false));
    origins.add(Optional.empty());
    columns.add(
        new Relation.Column(
            unpivot.pivotColumn().value(), SqlType.nvarchar(128), false, false, false, false));
    origins.add(Optional.empty());
    add(c, scope, unpivot, unpivot.alias(), columns, origins, complete);
  }

  private static Scope inner(Context c, TableReference source, Scope scope) {
    Scope inner = new Scope(scope.parent, scope.ctes);
    TableReferenceBinder.bind(c, source, inner, false);
    return inner;
  }

  private static void consume(Context c, Expression argument, Set<String> consumed) {
    if (argument instanceof Expression.ColumnReference reference) {
      consumed.add(c.collation.key(reference.name().object().value()));
    }
  }

  /// The columns of the source that are not used up: they group (or go with) the others. With a
  /// `path` they are columns of the pivot's own.
  private static boolean rest(
      Context c,
      Scope inner,
      Set<String> consumed,
      List<Relation.Column> columns,
      List<Optional<Dependency>> origins,
      List<OutputColumn> output,
      List<String> path) {
    boolean complete = true;
    for (TableSource source : inner.sources) {
      complete &= source.relation().complete();
      for (int i = 0; i < source.relation().columns().size(); i++) {
        Relation.Column column = source.relation().columns().get(i);
        if (!consumed.contains(c.collation.key(column.name()))) {
          columns.add(column);
          Optional<Dependency> origin = c.origin(source.relation(), i);
          List<String> parts = new ArrayList<>(path);
          parts.add(column.name());
          origins.add(
              path.isEmpty()
                  ? origin
                  : Optional.of(new Dependency(Dependency.Kind.DYNAMIC, parts)));
          output.add(
              new OutputColumn(
                  column.name(),
                  column.type(),
                  column.nullable(),
                  true,
                  origin.map(List::of).orElse(List.of())));
        }
      }
    }
    return complete;
  }

  private static Relation add(
      Context c,
      Scope scope,
      TableReference node,
      Optional<Identifier> alias,
      List<Relation.Column> columns,
      List<Optional<Dependency>> origins,
      boolean complete) {
    String name = alias.map(Identifier::value).orElse("");
    Relation relation =
        new Relation(new ObjectName("", name), Relation.Kind.DERIVED, columns, complete);
    c.setOrigins(relation, origins);
    TableReferenceBinder.add(c, scope, node, name, relation);
    return relation;
  }
}
