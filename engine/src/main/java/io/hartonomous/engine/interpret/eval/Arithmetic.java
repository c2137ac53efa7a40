package io.hartonomous.engine.interpret.eval;

import io.hartonomous.bind.Types;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression.BinaryOperator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// Operators on values: the twin of `ArithmeticSql`.
final class Arithmetic {
  private Arithmetic() {}

  static Object apply(
      BinaryOperator operator,
      Object left,
      SqlType leftType,
      Object right,
      SqlType rightType,
      SqlType result) {
    if (left == null || right == null) {
      return null;
    }
    Base base = result.base();
    if (base.isCharacter()) {
      if (operator != BinaryOperator.ADD && operator != BinaryOperator.CONCAT) {
        throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
      }
      SqlType text = SqlType.sized(base.isUnicode() ? Base.NVARCHAR : Base.VARCHAR, SqlType.MAX);
      String joined =
          (String) Conversions.convert(left, leftType, text, -1)
              + (String) Conversions.convert(right, rightType, text, -1);
      int limit = base.isUnicode() ? 4000 : 8000;
      return !result.isMax() && joined.length() > limit ? joined.substring(0, limit) : joined;
    }
    if (base.isBinary() && (operator == BinaryOperator.ADD || operator == BinaryOperator.CONCAT)) {
      byte[] a = (byte[]) Conversions.convert(left, leftType, SqlType.varbinary(SqlType.MAX), -1);
      byte[] b = (byte[]) Conversions.convert(right, rightType, SqlType.varbinary(SqlType.MAX), -1);
      byte[] joined = java.util.Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, joined, a.length, b.length);
      return joined;
    }
    if (base.isTemporal()) {
      return temporal(operator, left, leftType, right, rightType, result);
    }
    if (base == Base.DECIMAL || base == Base.NUMERIC) {
      return exact(
          operator,
          number(left, leftType, result),
          number(right, rightType, result),
          leftType,
          rightType,
          result);
    }
    if (base == Base.MONEY || base == Base.SMALLMONEY) {
      BigDecimal a = number(left, leftType, result);
      BigDecimal b = number(right, rightType, result);
      BigDecimal value =
          switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE -> divide(a, b, 4);
            case MODULO -> remainder(a, b);
            default -> throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
          };
      return Conversions.convert(
          value, SqlType.decimal(38, Math.max(0, Math.min(38, value.scale()))), result, -1);
    }
    if (base == Base.FLOAT || base == Base.REAL) {
      return floating(operator, left, leftType, right, rightType, result);
    }
    if (base == Base.BIT
            && operator != BinaryOperator.BIT_AND
            && operator != BinaryOperator.BIT_OR
            && operator != BinaryOperator.BIT_XOR
        || !base.isExactNumeric()) {
      throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
    }
    return integer(operator, left, leftType, right, rightType, result);
  }

  private static BigDecimal number(Object value, SqlType type, SqlType result) {
    return switch (value) {
      case BigDecimal d -> d;
      case Integer i -> BigDecimal.valueOf(i);
      case Long l -> BigDecimal.valueOf(l);
      case Boolean b -> b ? BigDecimal.ONE : BigDecimal.ZERO;
      default -> (BigDecimal) Conversions.convert(value, type, result, -1);
    };
  }

  private static BigDecimal exact(
      BinaryOperator operator,
      BigDecimal a,
      BigDecimal b,
      SqlType leftType,
      SqlType rightType,
      SqlType result) {
    int scale = result.scale();
    BigDecimal value =
        switch (operator) {
          case ADD -> a.add(b).setScale(scale, RoundingMode.HALF_UP);
          case SUBTRACT -> a.subtract(b).setScale(scale, RoundingMode.HALF_UP);
          case MULTIPLY -> a.multiply(b).setScale(scale, RoundingMode.HALF_UP);
          case DIVIDE -> divide(a, b, scale);
          case MODULO -> remainder(a, b).setScale(scale, RoundingMode.HALF_UP);
          default -> throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
        };
    if (result.precision() == 38 && value.abs().compareTo(BigDecimal.TEN.pow(38 - scale)) >= 0) {
      throw SqlError.of(8115, "expression", "numeric");
    }
    return value;
  }

  /// Division cuts, it does not round.
  private static BigDecimal divide(BigDecimal a, BigDecimal b, int scale) {
    if (b.signum() == 0) {
      throw SqlError.of(8134);
    }
    return a.divide(b, scale, RoundingMode.DOWN);
  }

  private static BigDecimal remainder(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw SqlError.of(8134);
    }
    return a.remainder(b);
  }

  private static Object floating(
      BinaryOperator operator,
      Object left,
      SqlType leftType,
      Object right,
      SqlType rightType,
      SqlType result) {
    double a = Conversions.floating(left, leftType, result);
    double b = Conversions.floating(right, rightType, result);
    double value =
        switch (operator) {
          case ADD -> a + b;
          case SUBTRACT -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> {
            if (b == 0) {
              throw SqlError.of(8134);
            }
            yield a / b;
          }
          default -> throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
        };
    if (Double.isInfinite(value) || Double.isNaN(value)) {
      throw SqlError.of(8115, "expression", Conversions.name(result));
    }
    return result.base() == Base.REAL ? (Object) (float) value : (Object) value;
  }

  private static Object integer(
      BinaryOperator operator,
      Object left,
      SqlType leftType,
      Object right,
      SqlType rightType,
      SqlType result) {
    long a = whole(left, leftType, result);
    long b = whole(right, rightType, result);
    long value;
    try {
      value =
          switch (operator) {
            case ADD -> Math.addExact(a, b);
            case SUBTRACT -> Math.subtractExact(a, b);
            case MULTIPLY -> Math.multiplyExact(a, b);
            case DIVIDE, MODULO -> {
              if (b == 0) {
                throw SqlError.of(8134);
              }
              yield operator == BinaryOperator.DIVIDE ? a / b : a % b;
            }
            case BIT_AND -> a & b;
            case BIT_OR -> a | b;
            case BIT_XOR -> a ^ b;
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case CONCAT -> throw SqlError.of(402, leftType.sql(), rightType.sql(), "||");
          };
    } catch (ArithmeticException e) {
      throw SqlError.of(8115, "expression", Conversions.name(result));
    }
    boolean fits =
        switch (result.base()) {
          case BIT -> true;
          case TINYINT -> value >= 0 && value <= 255;
          case SMALLINT -> value == (short) value;
          case INT -> value == (int) value;
          default -> true;
        };
    if (!fits) {
      throw SqlError.of(8115, "expression", Conversions.name(result));
    }
    return switch (result.base()) {
      case BIT -> value != 0;
      case BIGINT -> value;
      default -> (Object) (int) value;
    };
  }

  private static long whole(Object value, SqlType type, SqlType result) {
    return switch (value) {
      // The result's type is never narrower than that of an integer operand.
      case Integer i -> i;
      case Long l -> l;
      default ->
          (Long)
              Conversions.convert(
                  Conversions.convert(value, type, result, -1), result, SqlType.BIGINT, -1);
    };
  }

  private static Object temporal(
      BinaryOperator operator,
      Object left,
      SqlType leftType,
      Object right,
      SqlType rightType,
      SqlType result) {
    boolean old = result.base() == Base.DATETIME || result.base() == Base.SMALLDATETIME;
    if (!old || operator != BinaryOperator.ADD && operator != BinaryOperator.SUBTRACT) {
      throw SqlError.of(402, leftType.sql(), rightType.sql(), operator.sql());
    }
    LocalDateTime a = (LocalDateTime) Conversions.convert(left, leftType, result, -1);
    double days =
        rightType.base().isNumeric()
            ? Conversions.floating(right, rightType, SqlType.FLOAT)
            : TemporalConversions.days(
                (LocalDateTime) Conversions.convert(right, rightType, result, -1));
    LocalDateTime sum =
        a.plus(
            Duration.of(
                (operator == BinaryOperator.ADD ? 1 : -1) * Math.round(days * 86_400_000_000.0),
                ChronoUnit.MICROS));
    return result.base() == Base.DATETIME
        ? TemporalConversions.datetime(sum)
        : TemporalConversions.smallDatetime(sum);
  }

  static Object negate(Object value, SqlType type) {
    return switch (value) {
      case null -> null;
      case Integer i -> {
        boolean fits =
            switch (type.base()) {
              case TINYINT -> i == 0;
              case SMALLINT -> i != Short.MIN_VALUE;
              default -> i != Integer.MIN_VALUE;
            };
        if (!fits) {
          throw SqlError.of(8115, "expression", Conversions.name(type));
        }
        yield -i;
      }
      case Long l -> {
        if (l == Long.MIN_VALUE) {
          throw SqlError.of(8115, "expression", "bigint");
        }
        yield -l;
      }
      case BigDecimal d -> d.negate();
      case Double d -> -d;
      case Float f -> -f;
      default -> throw SqlError.of(403, type.sql(), "-");
    };
  }

  static SqlType type(BinaryOperator operator, SqlType left, SqlType right) {
    return Types.arithmetic(operator, left, right);
  }
}
