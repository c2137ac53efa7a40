package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression.BinaryOperator;
import java.util.List;
import java.util.Optional;

/// The result types of operators.
///
/// Source: Microsoft Learn, "Data type precedence (Transact-SQL)", "Precision, scale, and length
/// (Transact-SQL)", "+ (String concatenation)".
public final class Types {
  private static final int MAX_PRECISION = 38;

  /// What a quotient keeps behind the point when the precision does not suffice.
  private static final int MIN_DIVISION_SCALE = 6;

  private Types() {}

  /// The higher the number, the more the type wins.
  static int precedence(Base base) {
    return switch (base) {
      case UNKNOWN, TABLE, CURSOR -> -1;
      case NULL -> 0;
      case BINARY -> 1;
      case VARBINARY -> 2;
      case CHAR -> 3;
      case VARCHAR -> 4;
      case NCHAR -> 5;
      case NVARCHAR -> 6;
      case UNIQUEIDENTIFIER -> 7;
      case ROWVERSION -> 8;
      case IMAGE -> 9;
      case TEXT -> 10;
      case NTEXT -> 11;
      case BIT -> 12;
      case TINYINT -> 13;
      case SMALLINT -> 14;
      case INT -> 15;
      case BIGINT -> 16;
      case SMALLMONEY -> 17;
      case MONEY -> 18;
      case DECIMAL, NUMERIC -> 19;
      case REAL -> 20;
      case FLOAT -> 21;
      case TIME -> 22;
      case DATE -> 23;
      case SMALLDATETIME -> 24;
      case DATETIME -> 25;
      case DATETIME2 -> 26;
      case DATETIMEOFFSET -> 27;
      case XML -> 28;
      case SQL_VARIANT -> 29;
      case JSON -> 30;
      case VECTOR -> 31;
      case HIERARCHYID, GEOMETRY, GEOGRAPHY, CLR -> 32;
    };
  }

  /// The type that both sides of a comparison, or the branches of a CASE or a UNION, take.
  public static SqlType common(SqlType left, SqlType right) {
    if (left.base() == Base.NULL) {
      return right;
    }
    if (right.base() == Base.NULL) {
      return left;
    }
    if (left.base() == Base.UNKNOWN || right.base() == Base.UNKNOWN) {
      return SqlType.UNKNOWN;
    }
    if (left.equals(right)) {
      return left;
    }
    SqlType winner = precedence(left.base()) >= precedence(right.base()) ? left : right;
    SqlType loser = winner == left ? right : left;
    Base base = winner.base();
    Optional<String> collation =
        left.collation().isPresent() ? left.collation() : right.collation();
    if (base.isCharacter() || base == Base.BINARY || base == Base.VARBINARY) {
      if (base == Base.TEXT || base == Base.NTEXT || base == Base.IMAGE) {
        return plain(winner, collation);
      }
      return length(
          base,
          longer(lengthOf(left), lengthOf(right)),
          base.isCharacter() ? collation : Optional.empty());
    }
    if (base == Base.DECIMAL || base == Base.NUMERIC) {
      if (!loser.base().isExactNumeric()) {
        return plain(winner, Optional.empty());
      }
      int scale = Math.max(scaleOf(left), scaleOf(right));
      int integral =
          Math.max(precisionOf(left) - scaleOf(left), precisionOf(right) - scaleOf(right));
      return decimal(
          integral + scale,
          integral + scale > MAX_PRECISION ? Math.max(0, MAX_PRECISION - integral) : scale,
          left.base() == Base.DECIMAL || right.base() == Base.DECIMAL
              ? Base.DECIMAL
              : Base.NUMERIC);
    }
    if (base == Base.TIME || base == Base.DATETIME2 || base == Base.DATETIMEOFFSET) {
      return SqlType.scaled(base, Math.max(fraction(left), fraction(right)));
    }
    return plain(winner, Optional.empty());
  }

  public static SqlType common(List<SqlType> types) {
    SqlType result = SqlType.NULL;
    for (SqlType type : types) {
      result = common(result, type);
    }
    return result;
  }

  /// The type of `left operator right`.
  public static SqlType arithmetic(BinaryOperator operator, SqlType left, SqlType right) {
    Base a = left.base();
    Base b = right.base();
    if (operator == BinaryOperator.CONCAT) {
      return concat(left, right);
    }
    if (a == Base.UNKNOWN || b == Base.UNKNOWN) {
      return SqlType.UNKNOWN;
    }
    if (operator == BinaryOperator.SHIFT_LEFT || operator == BinaryOperator.SHIFT_RIGHT) {
      return plain(left, Optional.empty());
    }
    if (operator == BinaryOperator.ADD
        && textual(a)
        && textual(b)
        && (a != Base.NULL || b != Base.NULL)) {
      return concat(left, right);
    }
    if (a == Base.NULL && b == Base.NULL) {
      return SqlType.INT;
    }
    if (a == Base.NULL || b == Base.NULL) {
      return plain(a == Base.NULL ? right : left, Optional.empty());
    }
    SqlType winner = precedence(a) >= precedence(b) ? left : right;
    Base base = winner.base();
    if (base
        .isCharacter()) { // '1' - '2' and the like: the server refuses most of them; the result is
      // the winner's where it does not
      return plain(winner, Optional.empty());
    }
    if (base.isBinary() || base.isTemporal()) {
      return plain(winner, Optional.empty());
    }
    if (base == Base.DECIMAL || base == Base.NUMERIC) {
      return decimalArithmetic(operator, left, right, winner);
    }
    return SqlType.of(base).base() == Base.FLOAT ? SqlType.FLOAT : SqlType.of(base);
  }

  private static SqlType decimalArithmetic(
      BinaryOperator operator, SqlType left, SqlType right, SqlType winner) {
    SqlType l = left.base().isExactNumeric() ? left : winner;
    SqlType r = right.base().isExactNumeric() ? right : winner;
    int p1 = precisionOf(l);
    int s1 = scaleOf(l);
    int p2 = precisionOf(r);
    int s2 = scaleOf(r);
    int integral = Math.max(p1 - s1, p2 - s2);
    switch (operator) {
      case ADD, SUBTRACT -> {
        int scale = Math.max(s1, s2);
        int precision = integral + 1 + scale;
        return precision <= MAX_PRECISION
            ? decimal(precision, scale, Base.NUMERIC)
            : decimal(
                MAX_PRECISION,
                Math.min(scale, Math.max(0, MAX_PRECISION - integral)),
                Base.NUMERIC);
      }
      case MULTIPLY -> {
        return shrink(p1 + p2 + 1, s1 + s2);
      }
      case DIVIDE -> {
        int scale = Math.max(MIN_DIVISION_SCALE, s1 + p2 + 1);
        return shrink(p1 - s1 + s2 + scale, scale);
      }
      case MODULO -> {
        int scale = Math.max(s1, s2);
        return decimal(Math.min(p1 - s1, p2 - s2) + scale, scale, Base.NUMERIC);
      }
      default -> {
        return plain(winner, Optional.empty());
      }
    }
  }

  private static SqlType shrink(int precision, int scale) {
    if (precision <= MAX_PRECISION) {
      return decimal(precision, scale, Base.NUMERIC);
    }
    int integral = precision - scale;
    int kept =
        integral < MAX_PRECISION - MIN_DIVISION_SCALE
            ? Math.min(scale, MAX_PRECISION - integral)
            : Math.min(scale, MIN_DIVISION_SCALE);
    return decimal(MAX_PRECISION, kept, Base.NUMERIC);
  }

  /// The type of two texts, or two binary values, put together.
  public static SqlType concat(SqlType left, SqlType right) {
    if (left.base() == Base.UNKNOWN || right.base() == Base.UNKNOWN) {
      return SqlType.UNKNOWN;
    }
    if (left.base() == Base.NULL) {
      return plain(right, right.collation());
    }
    if (right.base() == Base.NULL) {
      return plain(left, left.collation());
    }
    Base base = precedence(left.base()) >= precedence(right.base()) ? left.base() : right.base();
    if (base == Base.CHAR && left.base() != right.base()) {
      base = Base.VARCHAR;
    }
    boolean varying = isVarying(left.base()) || isVarying(right.base());
    if (base.isUnicode()) {
      base = varying ? Base.NVARCHAR : Base.NCHAR;
    } else if (base.isCharacter()) {
      base = varying ? Base.VARCHAR : Base.CHAR;
    } else {
      base = varying ? Base.VARBINARY : Base.BINARY;
    }
    int limit = base.isUnicode() ? 4000 : 8000;
    int length =
        left.isMax() || right.isMax()
            ? SqlType.MAX
            : Math.min(limit, lengthOf(left) + lengthOf(right));
    Optional<String> collation =
        left.collation().isPresent() ? left.collation() : right.collation();
    return length(
        length == SqlType.MAX
            ? (base.isUnicode()
                ? Base.NVARCHAR
                : base.isCharacter() ? Base.VARCHAR : Base.VARBINARY)
            : base,
        length,
        collation);
  }

  private static boolean isVarying(Base base) {
    return switch (base) {
      case VARCHAR, NVARCHAR, VARBINARY, TEXT, NTEXT, IMAGE -> true;
      default -> false;
    };
  }

  private static boolean textual(Base base) {
    return base.isCharacter() || base == Base.BINARY || base == Base.VARBINARY || base == Base.NULL;
  }

  /// How many characters (bytes for binary types) a value of the type may have when it becomes
  /// text; MAX without limit.
  static int lengthOf(SqlType type) {
    return switch (type.base()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY ->
          type.length() == 0 ? 1 : type.length();
      case TEXT, NTEXT, IMAGE, XML, JSON -> SqlType.MAX;
      case ROWVERSION -> 8;
      case UNIQUEIDENTIFIER -> 36;
      case SQL_VARIANT -> 8000;
      default -> 0;
    };
  }

  private static int longer(int a, int b) {
    return a == SqlType.MAX || b == SqlType.MAX ? SqlType.MAX : Math.max(a, b);
  }

  /// The decimal digits that an exact number holds.
  public static int precisionOf(SqlType type) {
    return switch (type.base()) {
      case BIT -> 1;
      case TINYINT -> 3;
      case SMALLINT -> 5;
      case INT -> 10;
      case BIGINT -> 19;
      case SMALLMONEY -> 10;
      case MONEY -> 19;
      case DECIMAL, NUMERIC -> type.precision() == 0 ? 18 : type.precision();
      default -> MAX_PRECISION;
    };
  }

  public static int scaleOf(SqlType type) {
    return switch (type.base()) {
      case SMALLMONEY, MONEY -> 4;
      case DECIMAL, NUMERIC -> type.scale();
      default -> 0;
    };
  }

  private static int fraction(SqlType type) {
    return switch (type.base()) {
      case TIME, DATETIME2, DATETIMEOFFSET -> type.scale();
      case DATETIME -> 3;
      default -> type.base().isTemporal() ? 0 : 7;
    };
  }

  static SqlType decimal(int precision, int scale, Base base) {
    return new SqlType(
        base,
        0,
        Math.min(precision, MAX_PRECISION),
        Math.min(scale, MAX_PRECISION),
        Optional.empty(),
        Optional.empty());
  }

  static SqlType length(Base base, int length, Optional<String> collation) {
    return new SqlType(base, length, 0, 0, collation, Optional.empty());
  }

  /// The type without the name that a user gave it.
  public static SqlType plain(SqlType type) {
    return plain(type, type.collation());
  }

  private static SqlType plain(SqlType type, Optional<String> collation) {
    boolean keepsName = type.base() == Base.CLR || type.base() == Base.TABLE;
    if (!keepsName && type.userType().isEmpty() && type.collation().equals(collation)) {
      return type;
    }
    return new SqlType(
        type.base(),
        type.length(),
        type.precision(),
        type.scale(),
        collation,
        keepsName ? type.userType() : Optional.empty());
  }
}
