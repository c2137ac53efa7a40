package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.TableReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Binds queries: FROM first, then the select list, then what filters, groups and sorts;
/// dependencies come in this order.
final class QueryBinder {
  private QueryBinder() {}

  static Rows bind(Context c, QueryExpression query, Scope parent, CommonTables ctes) {
    return bind(c, query, parent, ctes, _ -> {});
  }

  /// `afterFirst` is told the columns of the first query of a set operation before the others are
  /// bound: that is the shape of a recursive common table expression.
  private static Rows bind(
      Context c,
      QueryExpression query,
      Scope parent,
      CommonTables ctes,
      Consumer<Rows> afterFirst) {
    Rows rows =
        switch (query) {
          case QueryExpression.Specification q -> specification(c, q, parent, ctes);
          case QueryExpression.SetOperation q -> setOperation(c, q, parent, ctes, afterFirst);
          case QueryExpression.Parenthesised q -> {
            Rows inner = bind(c, q.inner(), parent, ctes, afterFirst);
            outerOrder(c, q.tail(), inner, parent, ctes);
            yield inner;
          }
        };
    c.out.put(query, rows.columns());
    return rows;
  }

  /// Binds the common table expressions of a WITH; gives the frame in which they are known.
  static CommonTables with(
      Context c, Optional<QueryPart.With> with, Scope parent, CommonTables outer) {
    if (with.isEmpty()) {
      return outer;
    }
    CommonTables frame = new CommonTables(outer);
    int number = c.nextDynamic();
    for (QueryPart.CommonTableExpression cte : with.get().expressions()) {
      ObjectName name = new ObjectName("", cte.name().value());
      List<String> path = c.own("CTE" + number, name.name());
      boolean[] recursive = {false};
      Relation[] early = new Relation[1];
      Rows rows =
          bind(
              c,
              cte.query(),
              parent,
              frame,
              first -> {
                recursive[0] = true;
                early[0] = relation(c, name, Relation.Kind.CTE, first, cte.columns(), path, true);
                c.markEarly(early[0]);
                frame.define(c.collation, early[0]);
              });
      if (!cte.columns().isEmpty()
          && rows.complete()
          && cte.columns().size() != rows.columns().size()) {
        c.report(Finding.Kind.ALIAS_COLUMN_COUNT, cte.name(), cte.name().value());
      }
      if (early[0] != null) {
        c.unmarkEarly(early[0]);
      }
      // The columns of a union have the types of all its queries; a recursive one keeps those of
      // its
      // anchor. Inside its own definition its columns are things of their own, outside one sees
      // through to the columns that they hand on.
      boolean renamed = !cte.columns().isEmpty();
      boolean itself = recursive[0] && c.wasUsed(early[0]);
      Rows shape = itself ? withTypes(rows, early[0].columns()) : rows;
      Relation relation = relation(c, name, Relation.Kind.CTE, shape, cte.columns(), path, renamed);
      frame.define(c.collation, relation);
      if (c.tracksDependencies()) {
        c.dynamicObjects.add(
            new DynamicObject(DynamicObject.Kind.CTE, path, output(relation, rows)));
      }
    }
    return frame;
  }

  private static Rows withTypes(Rows rows, List<Relation.Column> columns) {
    List<Rows.Output> outputs = new ArrayList<>();
    for (int i = 0; i < rows.outputs().size() && i < columns.size(); i++) {
      outputs.add(rows.outputs().get(i).withColumn(columns.get(i)));
    }
    return Rows.of(outputs, rows.complete());
  }

  private static List<OutputColumn> output(Relation relation, Rows rows) {
    List<OutputColumn> columns = new ArrayList<>();
    for (int i = 0; i < relation.columns().size(); i++) {
      Relation.Column column = relation.columns().get(i);
      columns.add(
          new OutputColumn(column.name(), column.type(), column.nullable(), true, rows.uses(i)));
    }
    return columns;
  }

  /// A relation from the columns of a query, renamed by a column list. `opaque`: its columns are
  /// things of their own for dependencies, else one sees through to the columns that they hand on.
  static Relation relation(
      Context c,
      ObjectName name,
      Relation.Kind kind,
      Rows rows,
      List<Identifier> names,
      List<String> path,
      boolean opaque) {
    List<Relation.Column> columns = new ArrayList<>(rows.columns().size());
    List<Optional<Dependency>> origins = new ArrayList<>(rows.columns().size());
    for (int i = 0; i < rows.columns().size(); i++) {
      Relation.Column column = rows.columns().get(i);
      String columnName = i < names.size() ? names.get(i).value() : column.name();
      columns.add(
          new Relation.Column(
              columnName, column.type(), column.nullable(), column.identity(), false, false));
      Optional<Dependency> origin = rows.outputs().get(i).origin();
      if (!path.isEmpty() && opaque) {
        List<String> parts = new ArrayList<>(path);
        parts.add(columnName);
        origin = Optional.of(new Dependency(Dependency.Kind.DYNAMIC, parts));
      }
      origins.add(origin);
    }
    if (rows.columns().isEmpty()) {
      names.forEach(n -> columns.add(Relation.Column.of(n.value(), SqlType.UNKNOWN)));
    }
    Relation relation = new Relation(name, kind, columns, rows.complete() || !names.isEmpty());
    c.setOrigins(relation, origins);
    for (int i = 0; i < rows.outputs().size() && !opaque; i++) {
      int ordinal = i;
      rows.outputs().get(i).broken().ifPresent(finding -> c.setBroken(relation, ordinal, finding));
    }
    return relation;
  }

  private static Rows specification(
      Context c, QueryExpression.Specification q, Scope parent, CommonTables ctes) {
    Scope scope = new Scope(parent, ctes);
    if (c.module.isPresent()) {
      q.into()
          .map(n -> n.object().value())
          .filter(Context::isTemporary)
          .ifPresent(n -> c.depend(new Dependency(Dependency.Kind.DYNAMIC, c.own(n)), ""));
    }
    for (TableReference table : q.fromClause()) {
      TableReferenceBinder.bind(c, table, scope, false);
    }
    q.top().ifPresent(top -> ExpressionBinder.bind(c, top.count(), scope));
    List<Rows.Output> outputs = new ArrayList<>();
    boolean complete = selectList(c, q.elements(), scope, outputs);
    q.where().ifPresent(where -> ConditionBinder.bind(c, where, scope));
    q.groupBy().ifPresent(group -> group.groupings().forEach(g -> grouping(c, g, scope)));
    q.having().ifPresent(having -> ConditionBinder.bind(c, having, scope));
    int beforeWindows = c.findings.size();
    q.windows().forEach(w -> ExpressionBinder.bindOver(c, w.definition(), scope));
    // The reference compiler does not look into the WINDOW clause.
    c.revise(beforeWindows, Finding::asLocal);
    q.tail()
        .orderBy()
        .ifPresent(order -> order.elements().forEach(e -> orderElement(c, e, outputs, scope)));
    offset(c, q.tail(), scope);
    Rows rows = Rows.of(outputs, complete);
    q.into().ifPresent(into -> TableReferenceBinder.into(c, into, rows));
    return rows;
  }

  /// Whether all columns are known.
  static boolean selectList(
      Context c, List<SelectElement> elements, Scope scope, List<Rows.Output> outputs) {
    boolean complete = true;
    for (SelectElement element : elements) {
      switch (element) {
        case SelectElement.Value value -> outputs.add(value(c, value, scope));
        case SelectElement.AllColumns star -> complete &= star(c, star, scope, outputs);
        case SelectElement.Assignment assignment -> {
          c.use(assignment.variable());
          ExpressionBinder.bind(c, assignment.value(), scope);
        }
      }
    }
    return complete;
  }

  private static Rows.Output value(Context c, SelectElement.Value value, Scope scope) {
    int before = c.findings.size();
    Meaning[] meaning = new Meaning[1];
    List<Dependency> recorded =
        c.recorded(() -> meaning[0] = ExpressionBinder.bind(c, value.value(), scope));
    Expression name = plain(value.value());
    if (name instanceof Expression.ColumnReference) {
      c.revise(before, finding -> placed(value, finding));
    }
    Optional<ColumnBinding> column =
        name instanceof Expression.ColumnReference reference
            ? c.out.column(reference)
            : Optional.empty();
    String columnName =
        value
            .alias()
            .map(Identifier::value)
            .orElse(
                value.value() instanceof Expression.ColumnReference reference
                    ? reference.name().object().value()
                    : "");
    boolean identity = column.map(b -> b.column().identity()).orElse(false);
    Optional<Dependency> origin = column.flatMap(b -> c.origin(b.source().relation(), b.ordinal()));
    List<Dependency> uses =
        isName(name) && !recorded.isEmpty() ? recorded.subList(0, 1) : List.of();
    Optional<Finding> broken =
        c.tracksDependencies()
                && c.findings.size() > before
                && name instanceof Expression.ColumnReference
            ? Optional.of(c.findings.getLast())
            : Optional.empty();
    return new Rows.Output(
        new Relation.Column(
            columnName, meaning[0].type(), meaning[0].nullable(), identity, false, false),
        Optional.of(value),
        nameNode(value),
        origin,
        uses,
        broken);
  }

  private static Optional<Node> nameNode(SelectElement.Value value) {
    if (value.alias().isPresent()) {
      return Optional.of(value.alias().get());
    }
    return value.value() instanceof Expression.ColumnReference reference
        ? Optional.of(reference.name().object())
        : Optional.empty();
  }

  /// Where the reference compiler puts a finding about an element that is a column and no more: at
  /// the parenthesis before it; with the alias before it where rows have no such column.
  private static Finding placed(SelectElement.Value value, Finding finding) {
    boolean rows = finding.relation().filter(ColumnResolver::isRowsOnly).isPresent();
    if (value.aliasFirst() && rows && !finding.deferred()) {
      return finding.withNode(value);
    }
    return value.value() instanceof Expression.Parenthesised
        ? finding.withNode(value.value())
        : finding;
  }

  /// An expression without parentheses and COLLATE around it.
  static Expression plain(Expression expression) {
    return switch (expression) {
      case Expression.Parenthesised p -> plain(p.inner());
      case Expression.Collate collate -> plain(collate.value());
      default -> expression;
    };
  }

  private static Optional<Dependency> parameter(Context c, Expression expression) {
    return expression instanceof Expression.Variable v && c.isParameter(v.name())
        ? Optional.of(new Dependency(Dependency.Kind.PARAMETER, c.own(v.name())))
        : Optional.empty();
  }

  private static boolean isName(Expression expression) {
    return switch (expression) {
      case Expression.ColumnReference _, Expression.Variable _ -> true;
      case Expression.FunctionCall call -> call.name().parts().size() > 1;
      default -> false;
    };
  }

  private static boolean star(
      Context c, SelectElement.AllColumns star, Scope scope, List<Rows.Output> outputs) {
    List<TableSource> sources = scope.sources;
    if (star.qualifier().isPresent()) {
      Optional<TableSource> source = ColumnResolver.sourceOf(c, star.qualifier().get(), scope);
      if (source.isEmpty()) {
        c.report(
            Finding.Kind.UNKNOWN_STAR_QUALIFIER, star, Context.written(star.qualifier().get()));
        return false;
      }
      sources = List.of(source.get());
    }
    List<ColumnBinding> expanded = new ArrayList<>();
    boolean complete = true;
    for (TableSource source : sources) {
      Relation relation = source.relation();
      complete &= relation.complete();
      if (c.isMissing(relation)) {
        c.report(Finding.Kind.STAR_OF_UNKNOWN, star, relation.name().quoted(), relation, true);
      }
      for (int i = 0; i < relation.columns().size(); i++) {
        Relation.Column column = relation.columns().get(i);
        if (column.hidden()) {
          continue;
        }
        boolean nullable = column.nullable() || scope.nullSupplied.contains(source);
        expanded.add(new ColumnBinding(source, column, i, 0));
        Optional<Dependency> origin = c.origin(relation, i);
        outputs.add(
            new Rows.Output(
                new Relation.Column(
                    column.name(), column.type(), nullable, column.identity(), false, false),
                Optional.empty(),
                Optional.of(star),
                origin,
                origin.map(List::of).orElse(List.of()),
                c.broken(relation, i)));
      }
    }
    c.out.putStar(star, expanded);
    return complete;
  }

  private static void grouping(Context c, QueryPart.Grouping grouping, Scope scope) {
    switch (grouping) {
      case QueryPart.Grouping.Value value -> ExpressionBinder.bind(c, value.expression(), scope);
      case QueryPart.Grouping.Composite x -> x.elements().forEach(g -> grouping(c, g, scope));
      case QueryPart.Grouping.Rollup x -> x.elements().forEach(g -> grouping(c, g, scope));
      case QueryPart.Grouping.Cube x -> x.elements().forEach(g -> grouping(c, g, scope));
      case QueryPart.Grouping.GroupingSets x -> x.elements().forEach(g -> grouping(c, g, scope));
    }
  }

  /// An element of ORDER BY means a column of the select list by number or name, else it is an
  /// expression over FROM.
  private static void orderElement(
      Context c, QueryPart.OrderElement element, List<Rows.Output> outputs, Scope scope) {
    Expression expression = element.expression();
    if (expression instanceof Expression.Collate collate) {
      expression = collate.value();
    }
    if (expression instanceof Expression.Literal literal
        && literal.kind() == Expression.LiteralKind.INTEGER) {
      position(c, literal, outputs);
      return;
    }
    if (expression instanceof Expression.ColumnReference reference
        && !reference.pseudo()
        && reference.name().parts().size() == 1) {
      String name = reference.name().object().value();
      Rows.Output found = null;
      for (Rows.Output output : outputs) {
        if (c.collation.same(output.column().name(), name)
            && output.element().isPresent()
            && isTold(c, output.element().get())) {
          found = output;
          break;
        }
      }
      if (found != null) {
        c.out.putAlias(element.expression(), found.element().orElseThrow());
        c.out.putAlias(reference, found.element().orElseThrow());
        Meaning meaning = new Meaning(found.column().type(), found.column().nullable());
        c.out.put(reference, meaning);
        c.out.put(element.expression(), meaning);
        return;
      }
    }
    int before = c.findings.size();
    ExpressionBinder.bind(c, element.expression(), scope);
    // SQL Server knows no aliases inside expressions here; the reference compiler does.
    c.revise(
        before,
        finding ->
            finding.kind() == Finding.Kind.UNKNOWN_COLUMN
                    && outputs.stream()
                        .anyMatch(o -> c.collation.same(o.column().name(), finding.name()))
                ? finding.withKind(Finding.Kind.ALIAS_IN_EXPRESSION)
                : finding);
  }

  /// Whether an element is an alias, or a column that was found: a name that means nothing in the
  /// select list means nothing in ORDER BY.
  private static boolean isTold(Context c, SelectElement.Value element) {
    return element.alias().isPresent()
        || element.value() instanceof Expression.ColumnReference reference
            && c.out.column(reference).isPresent();
  }

  private static void position(Context c, Expression.Literal literal, List<Rows.Output> outputs) {
    c.out.put(literal, LiteralTypes.of(literal));
    int position =
        literal.text().length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(literal.text());
    if (position >= 1 && position <= outputs.size()) {
      outputs.get(position - 1).element().ifPresent(e -> c.out.putAlias(literal, e));
    } else if (!outputs.isEmpty()) {
      c.report(Finding.Kind.ORDER_POSITION, literal, literal.text());
    }
  }

  private static void offset(Context c, QueryPart.Tail tail, Scope scope) {
    tail.offset()
        .ifPresent(offset -> {
          ExpressionBinder.bind(c, offset.offset(), scope);
          offset.fetch().ifPresent(fetch -> ExpressionBinder.bind(c, fetch, scope));
        });
  }

  private static Rows setOperation(
      Context c,
      QueryExpression.SetOperation q,
      Scope parent,
      CommonTables ctes,
      Consumer<Rows> afterFirst) {
    Rows result = null;
    for (QueryExpression operand : q.operands()) {
      if (result == null) {
        result = bind(c, operand, parent, ctes, afterFirst);
        afterFirst.accept(result);
      } else {
        result = union(c, q, result, bind(c, operand, parent, ctes));
      }
    }
    Rows rows = result == null ? Rows.NONE : result;
    outerOrder(c, q.tail(), rows, parent, ctes);
    return rows;
  }

  private static Rows union(Context c, QueryExpression.SetOperation q, Rows first, Rows second) {
    if (!first.complete() || !second.complete()) {
      return first;
    }
    if (first.columns().size() != second.columns().size()) {
      c.report(Finding.Kind.UNION_COLUMN_COUNT, q, "");
      return first;
    }
    List<Rows.Output> outputs = new ArrayList<>(first.columns().size());
    for (int i = 0; i < first.columns().size(); i++) {
      Relation.Column a = first.columns().get(i);
      Relation.Column b = second.columns().get(i);
      outputs.add(
          first
              .outputs()
              .get(i)
              .withColumn(
                  new Relation.Column(
                      a.name(),
                      Types.common(a.type(), b.type()),
                      a.nullable() || b.nullable(),
                      false,
                      false,
                      false)));
    }
    return Rows.of(outputs, true);
  }

  /// ORDER BY after a set operation: only its own columns can be meant.
  private static void outerOrder(
      Context c, QueryPart.Tail tail, Rows rows, Scope parent, CommonTables ctes) {
    if (tail.orderBy().isEmpty() && tail.offset().isEmpty()) {
      return;
    }
    Scope scope = new Scope(parent, ctes);
    Relation relation =
        new Relation(
            new ObjectName("", ""), Relation.Kind.DERIVED, rows.columns(), rows.complete());
    c.setOrigins(relation, List.of());
    tail.orderBy()
        .ifPresent(order -> {
          scope.sources.add(c.source(order, "", relation));
          for (QueryPart.OrderElement element : order.elements()) {
            if (element.expression() instanceof Expression.Literal literal) {
              c.out.put(literal, LiteralTypes.of(literal));
            } else {
              ExpressionBinder.bind(c, element.expression(), scope);
            }
          }
        });
    offset(c, tail, scope);
  }
}
