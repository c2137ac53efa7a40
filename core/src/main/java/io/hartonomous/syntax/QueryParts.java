package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.Rowset;
import io.hartonomous.syntax.ast.TableReference;
import java.util.Optional;

/// What queries and tables are made of, one switch a family.
final class QueryParts {
  private QueryParts() {}

  static Parts of(QueryExpression node) {
    return switch (node) {
      case QueryExpression.Specification n ->
          parts(
              "Specification",
              n.quantifier(),
              n.top(),
              n.elements(),
              n.into(),
              n.intoFileGroup(),
              n.fromClause(),
              n.where(),
              n.groupBy(),
              n.having(),
              n.windows(),
              n.tail());
      case QueryExpression.SetOperation n ->
          parts("SetOperation", n.operands(), n.operators(), n.tail());
      case QueryExpression.Parenthesised n -> parts("Parenthesised", n.inner(), n.tail());
    };
  }

  static Parts of(QueryPart node) {
    return switch (node) {
      case QueryPart.Tail n -> parts("Tail", n.orderBy(), n.offset(), n.forClause());
      case QueryPart.SelectElement.Value n ->
          parts("SelectElement.Value", n.value(), keyword(n.as(), "AS"), n.alias(), n.aliasFirst());
      case QueryPart.SelectElement.AllColumns n -> parts("SelectElement.AllColumns", n.qualifier());
      case QueryPart.SelectElement.Assignment n ->
          parts("SelectElement.Assignment", n.variable(), n.operator(), n.value());
      case QueryPart.Top n -> parts("Top", n.count(), n.parenthesised(), n.percent(), n.withTies());
      case QueryPart.GroupBy n -> parts("GroupBy", n.all(), n.groupings(), n.legacy());
      case QueryPart.Grouping.Value n ->
          parts("Grouping.Value", n.expression(), keyword(n.distributed(), "DISTRIBUTED_AGG"));
      case QueryPart.Grouping.Composite n -> parts("Grouping.Composite", n.elements());
      case QueryPart.Grouping.Rollup n -> parts("Grouping.Rollup", n.elements());
      case QueryPart.Grouping.Cube n -> parts("Grouping.Cube", n.elements());
      case QueryPart.Grouping.GroupingSets n -> parts("Grouping.GroupingSets", n.elements());
      case QueryPart.OrderBy n -> parts("OrderBy", n.elements());
      case QueryPart.OrderElement n -> parts("OrderElement", n.expression(), n.order());
      case QueryPart.Offset n -> parts("Offset", n.offset(), n.fetch());
      case QueryPart.Over n ->
          parts("Over", n.window(), n.parenthesised(), n.partitionBy(), n.orderBy(), n.frame());
      case QueryPart.WindowDefinition n -> parts("WindowDefinition", n.name(), n.definition());
      case QueryPart.Frame n -> parts("Frame", n.rows(), n.start(), n.end());
      case QueryPart.FrameBound n -> parts("FrameBound", n.kind(), n.distance());
      case QueryPart.With n -> parts("With", n.prefix(), n.expressions());
      case QueryPart.WithPrefix.XmlNamespaces n -> parts("XmlNamespaces", n.namespaces());
      case QueryPart.WithPrefix.ChangeTrackingContext n ->
          parts("ChangeTrackingContext", n.context());
      case QueryPart.XmlNamespace n -> parts("XmlNamespace", n.uri(), n.prefix());
      case QueryPart.CommonTableExpression n ->
          parts("CommonTableExpression", n.name(), n.columns(), n.query());
      case QueryPart.ForClause.Json n ->
          parts(
              "ForClause.Json", n.path(), n.root(), n.includeNullValues(), n.withoutArrayWrapper());
      case QueryPart.ForClause.Xml n ->
          parts("ForClause.Xml", n.mode(), n.elementName(), n.options());
      case QueryPart.ForClause.XmlOption n -> parts("ForClause.XmlOption", n.name(), n.argument());
      case QueryPart.ForClause.Browse _ -> parts("ForClause.Browse");
      case QueryPart.ForClause.Root n -> parts("ForClause.Root", n.name());
      case QueryPart.Hint n ->
          parts("Hint", n.name(), n.arguments(), n.names(), n.hints(), n.hintCommas());
    };
  }

  private static Optional<TableReference.HintForm> hintForm(TableReference.Named table) {
    return table.hintForm() == TableReference.HintForm.WITH
        ? Optional.empty()
        : Optional.of(table.hintForm());
  }

  static Parts of(TableReference node) {
    return switch (node) {
      case TableReference.Named n ->
          parts(
              "Named",
              n.name(),
              n.temporal(),
              keyword(n.path(), "FOR PATH"),
              keyword(n.as(), "AS"),
              n.alias(),
              n.hints(),
              hintForm(n),
              n.hintCommas(),
              n.sample());
      case TableReference.Temporal n -> parts("Temporal", n.kind(), n.start(), n.end());
      case TableReference.TableSample n ->
          parts("TableSample", n.system(), n.size(), n.unit(), n.repeatable());
      case TableReference.Variable n ->
          parts("Variable", n.variable(), keyword(n.as(), "AS"), n.alias(), n.hints());
      case TableReference.Function n ->
          parts("Function", n.name(), n.arguments(), keyword(n.as(), "AS"), n.alias(), n.columns());
      case TableReference.OpenJson n ->
          parts("OpenJson", n.json(), n.path(), n.schema(), keyword(n.as(), "AS"), n.alias());
      case TableReference.OpenJsonColumn n ->
          parts("OpenJsonColumn", n.name(), n.type(), n.collation(), n.path(), n.asJson());
      case TableReference.MethodCall n ->
          parts("MethodCall", n.call(), keyword(n.as(), "AS"), n.alias(), n.columns());
      case TableReference.Derived n ->
          parts(
              "Derived",
              n.query(),
              keyword(n.path(), "FOR PATH"),
              keyword(n.as(), "AS"),
              n.alias(),
              n.columns());
      case TableReference.Values n ->
          parts("Values", n.rows(), keyword(n.as(), "AS"), n.alias(), n.columns());
      case TableReference.Join n ->
          parts(
              "Join",
              n.left(),
              n.kind(),
              keyword(n.optionalWord(), "+"),
              n.hint(),
              n.right(),
              n.on());
      case TableReference.Parenthesised n -> parts("Parenthesised", n.inner());
      case TableReference.OdbcJoin n -> parts("OdbcJoin", n.inner());
      case Rowset n -> RowsetParts.of(n);
      case TableReference.Pivot n ->
          parts(
              "Pivot",
              n.source(),
              n.aggregate(),
              n.arguments(),
              n.pivotColumn(),
              n.values(),
              keyword(n.as(), "AS"),
              n.alias());
      case TableReference.Unpivot n ->
          parts(
              "Unpivot",
              n.source(),
              n.valueColumn(),
              n.pivotColumn(),
              n.inColumns(),
              keyword(n.as(), "AS"),
              n.alias());
      case TableReference.DmlSource n ->
          parts("DmlSource", n.statement(), keyword(n.as(), "AS"), n.alias(), n.columns());
    };
  }
}
