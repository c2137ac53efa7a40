package io.hartonomous.engine.translate;

import io.hartonomous.bind.Types;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.BinaryOperator;
import java.util.Optional;

/// Operators, by the types that SQL Server gives their results.
final class ArithmeticSql {
  private static final int MAX_TEXT = 8000;

  private ArithmeticSql() {}

  static String binary(ExpressionSql expressions, Expression.Binary binary) {
    Expression first = binary.operands().getFirst();
    String sql = expressions.value(first);
    SqlType type = expressions.type(first);
    for (int i = 0; i < binary.operators().size(); i++) {
      Expression operand = binary.operands().get(i + 1);
      BinaryOperator operator = binary.operators().get(i);
      SqlType rightType = expressions.type(operand);
      SqlType left = i == 0 && decimal(rightType) ? literalType(first, type) : type;
      SqlType right = decimal(type) ? literalType(operand, rightType) : rightType;
      SqlType result = Types.arithmetic(operator, left, right);
      sql =
          apply(
              expressions.emission, operator, sql, left, expressions.value(operand), right, result);
      type = result;
    }
    return sql;
  }

  static boolean decimal(SqlType type) {
    return type.base() == Base.DECIMAL || type.base() == Base.NUMERIC;
  }

  /// In exact arithmetic an integer constant counts with its own digits only.
  static SqlType literalType(Expression expression, SqlType type) {
    return switch (expression) {
      case Expression.Literal literal
          when literal.kind() == Expression.LiteralKind.INTEGER && type.base() == Base.INT ->
          new SqlType(
              Base.NUMERIC,
              0,
              String.valueOf(LiteralValues.of(literal)).length(),
              0,
              Optional.empty(),
              Optional.empty());
      case Expression.Parenthesised p -> literalType(p.inner(), type);
      case Expression.Unary u -> literalType(u.operand(), type);
      default -> type;
    };
  }

  /// `left operator right` as a value of type `result`.
  static String apply(
      Emission emission,
      BinaryOperator operator,
      String left,
      SqlType leftType,
      String right,
      SqlType rightType,
      SqlType result) {
    Base base = result.base();
    if (base.isCharacter()) {
      if (operator != BinaryOperator.ADD && operator != BinaryOperator.CONCAT) {
        throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
      }
      return concat(emission, left, leftType, right, rightType, result);
    }
    if (base.isBinary() && (operator == BinaryOperator.ADD || operator == BinaryOperator.CONCAT)) {
      return "("
          + emission.conversions.convert(left, leftType, SqlType.varbinary(SqlType.MAX), -1, false)
          + " || "
          + emission.conversions.convert(
              right, rightType, SqlType.varbinary(SqlType.MAX), -1, false)
          + ")";
    }
    if (base.isTemporal()) {
      return temporal(emission, operator, left, leftType, right, rightType, result);
    }
    if (decimal(result)) {
      return exact(emission, operator, left, leftType, right, rightType, result);
    }
    if (base == Base.MONEY || base == Base.SMALLMONEY) {
      return money(emission, operator, left, leftType, right, rightType, result);
    }
    if (base == Base.BIT
        && operator != BinaryOperator.BIT_AND
        && operator != BinaryOperator.BIT_OR
        && operator != BinaryOperator.BIT_XOR) {
      throw SqlError.of(402, "bit", "bit", operator.sql());
    }
    if (!base.isNumeric()) {
      throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
    }
    String l = emission.conversions.convert(left, leftType, result, -1, false);
    String r = emission.conversions.convert(right, rightType, result, -1, false);
    String sign =
        switch (operator) {
          case BIT_XOR -> "#";
          case SHIFT_LEFT -> "<<";
          case SHIFT_RIGHT -> ">>";
          default -> operator.sql();
        };
    if (base == Base.TINYINT) {
      l = "(" + l + ")::int4";
    }
    String sql =
        "("
            + l
            + " "
            + sign
            + " "
            + (operator == BinaryOperator.SHIFT_LEFT || operator == BinaryOperator.SHIFT_RIGHT
                ? "(" + r + ")::int4"
                : r)
            + ")";
    return base == Base.TINYINT ? "hn.tinyint_result(" + sql + ")" : sql;
  }

  private static String concat(
      Emission emission,
      String left,
      SqlType leftType,
      String right,
      SqlType rightType,
      SqlType result) {
    String l = text(emission, left, leftType, result);
    String r = text(emission, right, rightType, result);
    String sql = "hn.cat(" + l + ", " + r + ")";
    int limit = result.base().isUnicode() ? MAX_TEXT / 2 : MAX_TEXT;
    boolean mayOverflow =
        !result.isMax()
            && StringConversionSql.width(leftType) + StringConversionSql.width(rightType) > limit;
    return mayOverflow ? "hn.cut(" + sql + ", " + limit + ")" : sql;
  }

  private static String text(Emission emission, String sql, SqlType type, SqlType result) {
    boolean narrow = type.base().isUnicode() && !result.base().isUnicode();
    return ConversionSql.character(type) && !narrow
        ? sql
        : emission.conversions.convert(
            sql,
            type,
            SqlType.sized(result.base().isUnicode() ? Base.NVARCHAR : Base.VARCHAR, SqlType.MAX),
            -1,
            false);
  }

  private static String number(Emission emission, String sql, SqlType type, SqlType result) {
    if (type.base() == Base.NULL) {
      return "NULL::numeric";
    }
    if (decimal(type)) {
      return sql;
    }
    if (type.base() == Base.MONEY || type.base() == Base.SMALLMONEY) {
      return sql;
    }
    if (type.base().isExactNumeric()) {
      return "(" + sql + ")::numeric";
    }
    return emission.conversions.convert(sql, type, result, -1, false);
  }

  private static String exact(
      Emission emission,
      BinaryOperator operator,
      String left,
      SqlType leftType,
      String right,
      SqlType rightType,
      SqlType result) {
    String l = number(emission, left, leftType, result);
    String r = number(emission, right, rightType, result);
    int s1 = Types.scaleOf(leftType);
    int s2 = Types.scaleOf(rightType);
    int scale = result.scale();
    String sql =
        switch (operator) {
          case ADD, SUBTRACT ->
              rounded("(" + l + " " + operator.sql() + " " + r + ")", Math.max(s1, s2), scale);
          case MULTIPLY -> rounded("(" + l + " * " + r + ")", s1 + s2, scale);
          case DIVIDE -> quotient(l, r, scale);
          case MODULO -> "(" + l + " % " + r + ")";
          default -> throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
        };
    // Only a result at the limit can be too long for its type.
    return result.precision() == 38
        ? "hn.to_decimal(" + sql + ",38," + scale + ",'expression',false)"
        : sql;
  }

  private static String rounded(String sql, int natural, int scale) {
    return natural > scale ? "round(" + sql + "," + scale + ")" : sql;
  }

  /// Division cuts at the scale of the result, it does not round. `div` is exact.
  static String quotient(String left, String right, int scale) {
    String zeros = "0".repeat(scale);
    return scale == 0
        ? "div(" + left + ", " + right + ")"
        : "(div("
            + left
            + " * 1"
            + zeros
            + "::numeric, "
            + right
            + ") * 0."
            + "0".repeat(scale - 1)
            + "1)";
  }

  private static String money(
      Emission emission,
      BinaryOperator operator,
      String left,
      SqlType leftType,
      String right,
      SqlType rightType,
      SqlType result) {
    String l = number(emission, left, leftType, result);
    String r = number(emission, right, rightType, result);
    String sql =
        switch (operator) {
          case ADD, SUBTRACT, MODULO -> "(" + l + " " + operator.sql() + " " + r + ")";
          case MULTIPLY -> "round(" + l + " * " + r + ",4)";
          case DIVIDE -> quotient(l, r, 4);
          default -> throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
        };
    return (result.base() == Base.MONEY ? "hn.to_money(" : "hn.to_smallmoney(") + sql + ",false)";
  }

  private static String temporal(
      Emission emission,
      BinaryOperator operator,
      String left,
      SqlType leftType,
      String right,
      SqlType rightType,
      SqlType result) {
    boolean old = result.base() == Base.DATETIME || result.base() == Base.SMALLDATETIME;
    if (!old || operator != BinaryOperator.ADD && operator != BinaryOperator.SUBTRACT) {
      throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
    }
    String function = result.base() == Base.DATETIME ? "hn.to_datetime(" : "hn.to_smalldatetime(";
    String l = emission.conversions.convert(left, leftType, result, -1, false);
    if (rightType.base().isNumeric()) {
      return function + l + " " + operator.sql() + " (" + right + ")::float8 * interval '1 day')";
    }
    String r = emission.conversions.convert(right, rightType, result, -1, false);
    return function + l + " " + operator.sql() + " (" + r + " - timestamp '1900-01-01'))";
  }

  static String unary(ExpressionSql expressions, Expression.Unary unary) {
    String operand = expressions.value(unary.operand());
    SqlType type = expressions.type(unary.operand());
    SqlType result = expressions.type(unary);
    if (type.base() == Base.NULL) {
      return "NULL::" + expressions.emission.cast(result);
    }
    if (!type.base().isNumeric()) {
      if (unary.operator() == Expression.UnaryOperator.PLUS) {
        return operand;
      }
      throw SqlError.of(403, type.sql(), unary.operator().sql());
    }
    return switch (unary.operator()) {
      case PLUS -> operand;
      case MINUS -> {
        String sql = "(- " + operand + ")";
        yield type.base() == Base.TINYINT ? "hn.tinyint_result(" + sql + ")" : sql;
      }
      case BIT_NOT ->
          type.base() == Base.BIT
              ? "(1 - " + operand + ")::int2"
              : type.base() == Base.TINYINT
                  ? "(255 - " + operand + ")::int2"
                  : "(~ " + operand + ")";
    };
  }
}
