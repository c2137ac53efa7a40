package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Expression;
import java.util.List;
import java.util.Optional;

/// Calls of functions and methods.
final class FunctionPrinter {
  private FunctionPrinter() {}

  static void print(Output out, Expression call) {
    switch (call) {
      case Expression.FunctionCall n -> functionCall(out, n);
      case Expression.Cast n ->
          call(out, n.tryCast() ? "TRY_CAST" : "CAST")
              .node(n.value())
              .word("AS")
              .node(n.type())
              .close();
      case Expression.Convert n -> {
        call(out, n.tryConvert() ? "TRY_CONVERT" : "CONVERT").node(n.type()).sign(",");
        out.node(n.value());
        n.style().ifPresent(style -> out.sign(",").node(style));
        out.close();
      }
      case Expression.Parse n ->
          call(out, n.tryParse() ? "TRY_PARSE" : "PARSE")
              .node(n.value())
              .word("AS")
              .node(n.type())
              .optional("USING", n.culture())
              .close();
      case Expression.Iif n ->
          call(out, "IIF").list(List.of(n.condition(), n.whenTrue(), n.whenFalse())).close();
      case Expression.Coalesce n -> call(out, "COALESCE").list(n.arguments()).close();
      case Expression.NullIf n -> call(out, "NULLIF").list(List.of(n.first(), n.second())).close();
      case Expression.LeftRight n ->
          call(out, n.left() ? "LEFT" : "RIGHT").list(List.of(n.text(), n.length())).close();
      case Expression.Trim n -> {
        call(out, "TRIM");
        n.side().ifPresent(side -> out.word(side.name()));
        out.optional(n.characters()).flag(n.characters().isPresent(), "FROM");
        out.node(n.text()).close();
      }
      case Expression.JsonObject n -> {
        call(out, n.aggregate() ? "JSON_OBJECTAGG" : "JSON_OBJECT").list(n.members());
        n.onNull().ifPresent(handling -> onNull(out, handling));
        out.optional("RETURNING", n.returning()).close();
      }
      case Expression.JsonValue n ->
          call(out, "JSON_VALUE").list(n.arguments()).word("RETURNING").node(n.returning()).close();
      case Expression.JsonQuery n ->
          call(out, "JSON_QUERY").list(n.arguments()).word("WITH ARRAY WRAPPER").close();
      case Expression.Embeddings n ->
          call(out, "AI_GENERATE_EMBEDDINGS")
              .node(n.value())
              .word("USE MODEL")
              .node(n.model())
              .optional("PARAMETERS", n.parameters())
              .close();
      case Expression.JsonKeyValue n -> out.node(n.key()).word(":").node(n.value());
      case Expression.JsonArray n -> {
        call(out, n.aggregate() ? "JSON_ARRAYAGG" : "JSON_ARRAY").list(n.elements());
        out.optional(n.orderBy());
        n.onNull().ifPresent(handling -> onNull(out, handling));
        out.optional("RETURNING", n.returning()).close();
      }
      case Expression.NextValueFor n ->
          out.word("NEXT VALUE FOR").node(n.sequence()).optional(n.over());
      case Expression.MethodCall n -> {
        out.node(n.target()).sign(".").node(n.method());
        arguments(out, n.arguments());
      }
      case Expression.StaticCall n -> {
        out.node(n.type()).sign("::").glue().node(n.member());
        arguments(out, n.arguments());
      }
      default -> throw new IllegalArgumentException("no call: " + call);
    }
  }

  private static Output call(Output out, String name) {
    return out.word(name).glue().open();
  }

  private static void arguments(Output out, Optional<List<Expression>> arguments) {
    arguments.ifPresent(out::arguments);
  }

  private static void functionCall(Output out, Expression.FunctionCall call) {
    out.node(call.name()).glue().open();
    call.quantifier().ifPresent(quantifier -> out.word(quantifier.name()));
    out.list(call.arguments()).close();
    call.withinGroup().ifPresent(order -> out.word("WITHIN GROUP").open().node(order).close());
    out.flag(call.graphPath(), "WITHIN GROUP (GRAPH PATH)");
    call.nullTreatment().ifPresent(nulls -> out.word(nulls.name().replace('_', ' ')));
    out.optional(call.over());
  }

  private static void onNull(Output out, Expression.JsonNullHandling handling) {
    out.word(handling.name().replace('_', ' '));
  }
}
