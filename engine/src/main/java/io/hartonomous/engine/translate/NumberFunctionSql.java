package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.FunctionCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Mathematical functions. Source: Microsoft Learn, "Mathematical functions (Transact-SQL)".
final class NumberFunctionSql {
  private NumberFunctionSql() {}

  static Optional<String> write(ExpressionSql e, String name, FunctionCall call) {
    return Optional.ofNullable(sql(e, name, call));
  }

  private static String sql(ExpressionSql e, String name, FunctionCall call) {
    List<Expression> a = call.arguments();
    return switch (name) {
      case "ABS" -> "abs(" + e.value(a.getFirst(), e.type(call)) + ")";
      case "SIGN" ->
          "sign(" + e.value(a.getFirst(), e.type(call)) + ")::" + e.emission.cast(e.type(call));
      case "CEILING", "FLOOR" -> whole(e, name, call);
      case "ROUND" -> round(e, call);
      case "POWER" -> power(e, call);
      case "SQRT" -> "hn.sqrt(" + e.value(a.getFirst(), SqlType.FLOAT) + ")";
      case "SQUARE" -> {
        String x = e.value(a.getFirst(), SqlType.FLOAT);
        yield "(" + x + " * " + x + ")";
      }
      case "EXP", "SIN", "COS", "TAN", "ACOS", "ASIN", "ATAN", "COT" ->
          name.toLowerCase(Locale.ROOT) + "(" + e.value(a.getFirst(), SqlType.FLOAT) + ")";
      case "ATN2" ->
          "atan2("
              + e.value(a.get(0), SqlType.FLOAT)
              + ", "
              + e.value(a.get(1), SqlType.FLOAT)
              + ")";
      case "LOG" ->
          a.size() == 1
              ? "hn.log(" + e.value(a.getFirst(), SqlType.FLOAT) + ")"
              : "(hn.log("
                  + e.value(a.get(0), SqlType.FLOAT)
                  + ") / hn.log("
                  + e.value(a.get(1), SqlType.FLOAT)
                  + "))";
      case "LOG10" -> "(hn.log(" + e.value(a.getFirst(), SqlType.FLOAT) + ") / ln(10::float8))";
      case "PI" -> "pi()";
      case "RAND" -> {
        if (!a.isEmpty()) {
          throw SqlError.unsupported("RAND with a seed");
        }
        // One value for the whole query, unlike PostgreSQL's random(): a subquery without outer
        // columns runs once.
        yield "(SELECT random())";
      }
      case "DEGREES", "RADIANS" -> {
        SqlType type = e.type(call);
        String sql =
            name.toLowerCase(Locale.ROOT) + "(" + e.value(a.getFirst(), SqlType.FLOAT) + ")";
        yield e.emission.conversions.convert(
            sql, SqlType.FLOAT, type, ConversionSql.NO_STYLE, false);
      }
      case "GREATEST", "LEAST" -> {
        SqlType type = e.type(call);
        if (type.base() == Base.UNIQUEIDENTIFIER || type.base() == Base.DATETIMEOFFSET) {
          throw SqlError.unsupported(name + " of " + type.sql());
        }
        yield name.toLowerCase(Locale.ROOT)
            + "("
            + String.join(", ", a.stream().map(x -> e.value(x, type)).toList())
            + ")";
      }
      case "BIT_COUNT" -> "bit_count((" + e.value(a.getFirst(), SqlType.BIGINT) + ")::bit(64))";
      case "GET_BIT" ->
          "((" + e.value(a.get(0), SqlType.BIGINT) + " >> " + e.integer(a.get(1)) + ") & 1)::int2";
      case "LEFT_SHIFT" -> "(" + e.value(a.get(0)) + " << " + e.integer(a.get(1)) + ")";
      case "RIGHT_SHIFT" -> "(" + e.value(a.get(0)) + " >> " + e.integer(a.get(1)) + ")";
      case "CHECKSUM", "BINARY_CHECKSUM", "SET_BIT" ->
          throw SqlError.unsupported("the function " + name);
      default -> null;
    };
  }

  private static String whole(ExpressionSql e, String name, FunctionCall call) {
    SqlType type = e.type(call);
    Expression argument = call.arguments().getFirst();
    SqlType from = e.type(argument);
    String function = name.equals("CEILING") ? "ceil(" : "floor(";
    return switch (type.base()) {
      case FLOAT -> function + e.value(argument, SqlType.FLOAT) + ")";
      case DECIMAL, NUMERIC -> function + e.value(argument) + ")";
      case MONEY -> "round(" + function + e.value(argument, from) + "),4)";
      default -> e.value(argument, type);
    };
  }

  private static String round(ExpressionSql e, FunctionCall call) {
    List<Expression> a = call.arguments();
    SqlType type = e.type(call);
    String n = e.integer(a.get(1));
    String cut = a.size() > 2 ? "(" + e.integer(a.get(2)) + " <> 0)" : "false";
    return switch (type.base()) {
      case FLOAT ->
          "hn.round_float(" + e.value(a.getFirst(), SqlType.FLOAT) + ", " + n + ", " + cut + ")";
      case INT, BIGINT ->
          "hn.round_number(("
              + e.value(a.getFirst(), type)
              + ")::numeric, least("
              + n
              + ", 0), "
              + cut
              + ")::"
              + e.emission.cast(type);
      case MONEY ->
          "round(hn.round_number(" + e.value(a.getFirst()) + ", " + n + ", " + cut + "),4)";
      // The scale stays: 1.50 rounded to one place is 1.50.
      default ->
          "hn.to_decimal(hn.round_number("
              + e.value(a.getFirst())
              + ", "
              + n
              + ", "
              + cut
              + "),"
              + PgTypes.precision(type)
              + ","
              + type.scale()
              + ",'expression',false)";
    };
  }

  private static String power(ExpressionSql e, FunctionCall call) {
    List<Expression> a = call.arguments();
    SqlType type = e.type(call);
    String power =
        "hn.power("
            + e.value(a.get(0), SqlType.FLOAT)
            + ", "
            + e.value(a.get(1), SqlType.FLOAT)
            + ")";
    return e.emission.conversions.convert(
        power, SqlType.FLOAT, type, ConversionSql.NO_STYLE, false);
  }
}
