package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.BinaryOperator;
import java.util.List;

/// Scalar expressions; functions with a grammar of their own are in [FunctionPrinter].
final class ExpressionPrinter {
  private ExpressionPrinter() {}

  static void print(Output out, Expression expression) {
    switch (expression) {
      case Expression.Literal n -> out.word(n.text());
      case Expression.Variable n -> out.word(n.name());
      case Expression.GlobalVariable n -> out.word(n.name());
      case Expression.SqlcmdVariable n -> out.word("$(" + n.name() + ")");
      case Expression.ColumnReference n -> out.node(n.name());
      case Expression.Binary n -> binary(out, n);
      case Expression.Unary n -> {
        out.word(n.operator().sql());
        if (!(n.operand() instanceof Expression.Unary)) { // two minus signs would be a comment
          out.glue();
        }
        out.node(n.operand());
      }
      case Expression.Parenthesised n -> out.open().node(n.inner()).close();
      case Expression.Star n -> {
        out.optional(n.qualifier());
        if (n.qualifier().isPresent()) {
          out.sign(".");
        }
        out.word("*");
      }
      case Expression.ParameterlessCall n -> out.word(n.name());
      case Expression.SimpleCase n -> {
        out.word("CASE").node(n.input()).each(n.whens());
        out.optional("ELSE", n.otherwise()).word("END");
      }
      case Expression.SimpleWhen n ->
          out.word("WHEN").node(n.value()).word("THEN").node(n.result());
      case Expression.SearchedCase n ->
          out.word("CASE").each(n.whens()).optional("ELSE", n.otherwise()).word("END");
      case Expression.SearchedWhen n ->
          out.word("WHEN").node(n.condition()).word("THEN").node(n.result());
      case Expression.OdbcLiteral n ->
          out.word("{").glue().word(n.kind().name()).node(n.text()).sign("}");
      case Expression.OdbcFunction n -> {
        out.word("{").glue().word("fn").word(n.name());
        if (n.parenthesised()) {
          out.glue().open();
          n.part().ifPresent(part -> out.node(part).word("FROM"));
          out.list(n.arguments());
          n.type().ifPresent(type -> out.sign(",").node(type));
          out.close();
        }
        out.sign("}");
      }
      case Expression.AtTimeZone n -> out.node(n.value()).word("AT TIME ZONE").node(n.zone());
      case Expression.Collate n -> out.node(n.value()).word("COLLATE").node(n.collation());
      case Expression.ScalarSubquery n -> out.open().node(n.query()).close();
      case Expression.DatePart n -> out.word(n.word());
      case Expression.FunctionCall _,
          Expression.Cast _,
          Expression.Convert _,
          Expression.Parse _,
          Expression.Iif _,
          Expression.Coalesce _,
          Expression.NullIf _,
          Expression.LeftRight _,
          Expression.Trim _,
          Expression.JsonObject _,
          Expression.JsonKeyValue _,
          Expression.JsonArray _,
          Expression.JsonValue _,
          Expression.JsonQuery _,
          Expression.Embeddings _,
          Expression.NextValueFor _,
          Expression.MethodCall _,
          Expression.StaticCall _ ->
          FunctionPrinter.print(out, expression);
    }
  }

  private static void binary(Output out, Expression.Binary binary) {
    List<BinaryOperator> operators = binary.operators();
    out.node(binary.operands().getFirst());
    for (int i = 0; i < operators.size(); i++) {
      out.word(operators.get(i).sql()).node(binary.operands().get(i + 1));
    }
  }
}
