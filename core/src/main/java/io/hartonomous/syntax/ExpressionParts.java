package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;

/// What expressions, conditions and types are made of, one switch a family.
final class ExpressionParts {
  private ExpressionParts() {}

  static Parts of(Expression node) {
    return switch (node) {
      case Expression.Literal n -> parts("Literal", n.kind(), n.text());
      case Expression.Variable n -> parts("Variable", n.name());
      case Expression.GlobalVariable n -> parts("GlobalVariable", n.name());
      case Expression.SqlcmdVariable n -> parts("SqlcmdVariable", n.name());
      case Expression.ColumnReference n -> parts("ColumnReference", n.name(), n.pseudo());
      case Expression.Binary n -> parts("Binary", n.operands(), n.operators());
      case Expression.Unary n -> parts("Unary", n.operator(), n.operand());
      case Expression.Parenthesised n -> parts("Parenthesised", n.inner());
      case Expression.FunctionCall n ->
          parts(
              "FunctionCall",
              n.name(),
              n.quantifier(),
              n.arguments(),
              n.nullTreatment(),
              n.withinGroup(),
              keyword(n.graphPath(), "GRAPH PATH"),
              n.over());
      case Expression.Star n -> parts("Star", n.qualifier());
      case Expression.ParameterlessCall n -> parts("ParameterlessCall", n.name());
      case Expression.Cast n -> parts("Cast", n.tryCast(), n.value(), n.type());
      case Expression.Convert n -> parts("Convert", n.tryConvert(), n.type(), n.value(), n.style());
      case Expression.Parse n -> parts("Parse", n.tryParse(), n.value(), n.type(), n.culture());
      case Expression.SimpleCase n -> parts("SimpleCase", n.input(), n.whens(), n.otherwise());
      case Expression.SimpleWhen n -> parts("SimpleWhen", n.value(), n.result());
      case Expression.SearchedCase n -> parts("SearchedCase", n.whens(), n.otherwise());
      case Expression.SearchedWhen n -> parts("SearchedWhen", n.condition(), n.result());
      case Expression.Iif n -> parts("Iif", n.condition(), n.whenTrue(), n.whenFalse());
      case Expression.Coalesce n -> parts("Coalesce", n.arguments());
      case Expression.NullIf n -> parts("NullIf", n.first(), n.second());
      case Expression.LeftRight n -> parts("LeftRight", n.left(), n.text(), n.length());
      case Expression.Trim n -> parts("Trim", n.side(), n.characters(), n.text());
      case Expression.JsonObject n ->
          parts("JsonObject", n.aggregate(), n.members(), n.onNull(), n.returning());
      case Expression.JsonValue n -> parts("JsonValue", n.arguments(), n.returning());
      case Expression.JsonQuery n -> parts("JsonQuery", n.arguments());
      case Expression.Embeddings n -> parts("Embeddings", n.value(), n.model(), n.parameters());
      case Expression.JsonKeyValue n -> parts("JsonKeyValue", n.key(), n.value());
      case Expression.JsonArray n ->
          parts("JsonArray", n.aggregate(), n.elements(), n.orderBy(), n.onNull(), n.returning());
      case Expression.NextValueFor n -> parts("NextValueFor", n.sequence(), n.over());
      case Expression.OdbcLiteral n -> parts("OdbcLiteral", n.kind(), n.text());
      case Expression.OdbcFunction n ->
          parts("OdbcFunction", n.name(), n.parenthesised(), n.part(), n.arguments(), n.type());
      case Expression.AtTimeZone n -> parts("AtTimeZone", n.value(), n.zone());
      case Expression.Collate n -> parts("Collate", n.value(), n.collation());
      case Expression.ScalarSubquery n -> parts("ScalarSubquery", n.query());
      case Expression.MethodCall n -> parts("MethodCall", n.target(), n.method(), n.arguments());
      case Expression.StaticCall n -> parts("StaticCall", n.type(), n.member(), n.arguments());
      case Expression.DatePart n -> parts("DatePart", n.word());
    };
  }

  static Parts of(Condition node) {
    return switch (node) {
      case Condition.And n -> parts("And", n.operands());
      case Condition.Or n -> parts("Or", n.operands());
      case Condition.Not n -> parts("Not", n.operand());
      case Condition.Parenthesised n -> parts("Parenthesised", n.inner());
      case Condition.Comparison n -> parts("Comparison", n.left(), n.operator(), n.right());
      case Condition.DistinctFrom n -> parts("DistinctFrom", n.left(), n.negated(), n.right());
      case Condition.Between n -> parts("Between", n.value(), n.negated(), n.low(), n.high());
      case Condition.InList n -> parts("InList", n.value(), n.negated(), n.values());
      case Condition.InQuery n -> parts("InQuery", n.value(), n.negated(), n.query());
      case Condition.Like n ->
          parts("Like", n.value(), n.negated(), n.pattern(), n.escape(), n.escapeInBraces());
      case Condition.IsNull n -> parts("IsNull", n.value(), n.negated());
      case Condition.Exists n -> parts("Exists", n.query());
      case Condition.Quantified n ->
          parts("Quantified", n.value(), n.operator(), n.quantifier(), n.query());
      case Condition.FullText n ->
          parts("FullText", n.contains(), n.columns(), n.property(), n.text(), n.language());
      case Condition.Match n -> parts("Match", n.patterns());
      case Condition.TsEqual n -> parts("TsEqual", n.left(), n.right());
      case Condition.UpdateColumn n -> parts("UpdateColumn", n.column());
      case Condition.Predicate n -> parts("Predicate", n.call());
      case Condition.CurrentOf n -> parts("CurrentOf", n.global(), n.cursor());
    };
  }

  static Parts of(DataType node) {
    return switch (node) {
      case DataType.Named n -> parts("Named", n.name(), n.moreWords(), n.arguments());
      case DataType.Xml n -> parts("Xml", n.kind(), n.schemaCollection());
      case DataType.ImpliedTimestamp _ -> parts("ImpliedTimestamp");
      case DataType.Cursor _ -> parts("Cursor");
      case DataType.Table n -> parts("Table", n.elements(), n.commas());
      case DataType.Argument n -> parts("Argument", n.kind(), n.text());
    };
  }
}
