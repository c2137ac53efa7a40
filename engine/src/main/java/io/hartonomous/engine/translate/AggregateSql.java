package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.FunctionCall;
import io.hartonomous.syntax.ast.Expression.SetQuantifier;
import java.util.List;
import java.util.Optional;

/// Aggregates and window functions, with the result types that SQL Server gives them.
final class AggregateSql {
  private AggregateSql() {}

  static Optional<String> write(ExpressionSql expressions, FunctionCall call, String name) {
    String over = call.over().map(expressions::over).orElse("");
    List<Expression> a = call.arguments();
    String distinct =
        call.quantifier().filter(q -> q == SetQuantifier.DISTINCT).isPresent() ? "DISTINCT " : "";
    return switch (name) {
      case "COUNT" -> Optional.of(count(expressions, a, distinct, over) + "::int4");
      case "COUNT_BIG", "APPROX_COUNT_DISTINCT" ->
          Optional.of(
              count(expressions, a, name.equals("COUNT_BIG") ? distinct : "DISTINCT ", over));
      case "SUM" -> Optional.of(sum(expressions, call, distinct, over));
      case "AVG" -> Optional.of(average(expressions, call, distinct, over));
      case "MIN", "MAX" -> Optional.of(extreme(expressions, a.getFirst(), name, over));
      case "STDEV" -> Optional.of(deviation(expressions, "stddev_samp", a, distinct, over));
      case "STDEVP" -> Optional.of(deviation(expressions, "stddev_pop", a, distinct, over));
      case "VAR" -> Optional.of(deviation(expressions, "var_samp", a, distinct, over));
      case "VARP" -> Optional.of(deviation(expressions, "var_pop", a, distinct, over));
      case "STRING_AGG" -> Optional.of(stringAggregate(expressions, call));
      case "GROUPING" -> Optional.of("grouping(" + expressions.value(a.getFirst()) + ")::int2");
      case "GROUPING_ID" ->
          Optional.of(
              "grouping(" + String.join(", ", a.stream().map(expressions::value).toList()) + ")");
      case "ROW_NUMBER" -> Optional.of("row_number()" + over);
      case "RANK" -> Optional.of("rank()" + over);
      case "DENSE_RANK" -> Optional.of("dense_rank()" + over);
      case "PERCENT_RANK" -> Optional.of("percent_rank()" + over);
      case "CUME_DIST" -> Optional.of("cume_dist()" + over);
      case "NTILE" ->
          Optional.of("(ntile(" + expressions.integer(a.getFirst()) + ")" + over + ")::int8");
      case "LAG", "LEAD" -> Optional.of(shifted(expressions, call, name, over));
      case "FIRST_VALUE", "LAST_VALUE" -> {
        ignored(call, name);
        yield Optional.of(
            name.toLowerCase(java.util.Locale.ROOT)
                + "("
                + expressions.value(a.getFirst())
                + ")"
                + over);
      }
      case "PERCENTILE_CONT",
          "PERCENTILE_DISC",
          "CHECKSUM_AGG",
          "PRODUCT",
          "APPROX_PERCENTILE_CONT",
          "APPROX_PERCENTILE_DISC" ->
          throw SqlError.unsupported("the function " + name);
      default -> Optional.empty();
    };
  }

  private static void ignored(FunctionCall call, String name) {
    if (call.nullTreatment().filter(n -> n == Expression.NullTreatment.IGNORE_NULLS).isPresent()) {
      throw SqlError.unsupported(name + " with IGNORE NULLS");
    }
  }

  private static String count(
      ExpressionSql expressions, List<Expression> a, String distinct, String over) {
    String argument =
        a.getFirst() instanceof Expression.Star ? "*" : distinct + expressions.value(a.getFirst());
    return "count(" + argument + ")" + over;
  }

  private static String sum(
      ExpressionSql expressions, FunctionCall call, String distinct, String over) {
    Expression argument = call.arguments().getFirst();
    SqlType type = expressions.type(argument);
    SqlType result = expressions.type(call);
    if (type.base().isCharacter()
        || type.base() == Base.BIT
        || type.base().isTemporal()
        || type.base().isBinary()) {
      throw SqlError.of(402, type.sql(), type.sql(), "sum");
    }
    String sum = "sum(" + distinct + expressions.value(argument) + ")" + over;
    return switch (result.base()) {
      case INT -> "hn.to_int((" + sum + ")::int8)";
      case BIGINT -> "(" + sum + ")::int8";
      case FLOAT ->
          type.base() == Base.REAL
              ? "sum(" + distinct + "(" + expressions.value(argument) + ")::float8)" + over
              : sum;
      case DECIMAL, NUMERIC ->
          type.precision() >= 30
              ? "hn.to_decimal(" + sum + ",38," + result.scale() + ",'expression',false)"
              : sum;
      default -> sum;
    };
  }

  private static String average(
      ExpressionSql expressions, FunctionCall call, String distinct, String over) {
    Expression argument = call.arguments().getFirst();
    SqlType type = expressions.type(argument);
    SqlType result = expressions.type(call);
    String value = expressions.value(argument);
    if (type.base().isCharacter()
        || type.base() == Base.BIT
        || type.base().isTemporal()
        || type.base().isBinary()) {
      throw SqlError.of(402, type.sql(), type.sql(), "avg");
    }
    // An average of integers or decimals is a division, and that one cuts.
    String sum = "sum(" + distinct + value + ")" + over;
    String count = "count(" + distinct + value + ")" + over;
    return switch (result.base()) {
      case INT, BIGINT ->
          "div(("
              + sum
              + ")::numeric, ("
              + count
              + ")::numeric)::"
              + expressions.emission.cast(result);
      case DECIMAL, NUMERIC, MONEY, SMALLMONEY ->
          ArithmeticSql.quotient(
              sum, "(" + count + ")::numeric", result.base() == Base.MONEY ? 4 : result.scale());
      default -> "avg(" + distinct + "(" + value + ")::float8)" + over;
    };
  }

  private static String extreme(
      ExpressionSql expressions, Expression argument, String name, String over) {
    SqlType type = expressions.type(argument);
    String function = name.toLowerCase(java.util.Locale.ROOT);
    if (type.base() == Base.BIT) {
      throw SqlError.of(402, "bit", "bit", function);
    }
    if (type.base() == Base.UNIQUEIDENTIFIER) {
      // By the order of uniqueidentifier, which is that of its key.
      return "hn.guid_of_key("
          + function
          + "(hn.guidkey("
          + expressions.value(argument)
          + "))"
          + over
          + ")";
    }
    return function + "(" + expressions.value(argument) + ")" + over;
  }

  private static String deviation(
      ExpressionSql expressions,
      String function,
      List<Expression> a,
      String distinct,
      String over) {
    return function + "(" + distinct + expressions.value(a.getFirst(), SqlType.FLOAT) + ")" + over;
  }

  private static String stringAggregate(ExpressionSql expressions, FunctionCall call) {
    String order =
        call.withinGroup().map(o -> " ORDER BY " + WindowSql.order(expressions, o)).orElse("");
    return "string_agg(textin(bpcharout("
        + expressions.text(call.arguments().get(0))
        + ")), textin(bpcharout("
        + expressions.text(call.arguments().get(1))
        + "))"
        + order
        + ")::hn.str";
  }

  private static String shifted(
      ExpressionSql expressions, FunctionCall call, String name, String over) {
    ignored(call, name);
    List<Expression> a = call.arguments();
    SqlType type = expressions.type(a.getFirst());
    StringBuilder sql =
        new StringBuilder(name.toLowerCase(java.util.Locale.ROOT))
            .append('(')
            .append(expressions.value(a.getFirst()));
    if (a.size() > 1) {
      sql.append(", ").append(expressions.integer(a.get(1)));
    }
    if (a.size() > 2) {
      sql.append(", ").append(expressions.value(a.get(2), type));
    }
    return sql.append(")").append(over).toString();
  }
}
