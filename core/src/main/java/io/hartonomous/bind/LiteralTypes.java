package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;

/// The types of constants. Source: Microsoft Learn, "Constants (Transact-SQL)".
final class LiteralTypes {
  private LiteralTypes() {}

  static Meaning of(Literal literal) {
    String text = literal.text();
    return switch (literal.kind()) {
      case INTEGER -> new Meaning(integer(text), false);
      case DECIMAL -> new Meaning(decimal(text), false);
      case REAL -> new Meaning(SqlType.FLOAT, false);
      case MONEY -> new Meaning(SqlType.of(Base.MONEY), false);
      case STRING -> {
        int length = Math.max(1, characters(text, 1));
        yield new Meaning(SqlType.varchar(length > 8000 ? SqlType.MAX : length), false);
      }
      case NATIONAL_STRING -> {
        int length = Math.max(1, characters(text, 2));
        yield new Meaning(SqlType.nvarchar(length > 4000 ? SqlType.MAX : length), false);
      }
      case BINARY -> {
        int length = Math.max(1, (text.length() - 1) / 2);
        yield new Meaning(SqlType.varbinary(length > 8000 ? SqlType.MAX : length), false);
      }
      case NULL -> new Meaning(SqlType.NULL, true);
      case DEFAULT, MAX -> Meaning.UNKNOWN;
    };
  }

  /// `int` where the value fits, else `numeric` of as many digits: a constant is never `bigint`.
  private static SqlType integer(String text) {
    String digits = stripZeros(text);
    if (digits.length() < 10 || digits.length() == 10 && digits.compareTo("2147483647") <= 0) {
      return SqlType.INT;
    }
    return Types.decimal(digits.length(), 0, Base.NUMERIC);
  }

  private static SqlType decimal(String text) {
    int point = text.indexOf('.');
    String whole = stripZeros(point < 0 ? text : text.substring(0, point));
    int scale = point < 0 ? 0 : text.length() - point - 1;
    int integral = whole.equals("0") ? 0 : whole.length();
    return Types.decimal(Math.max(1, integral + scale), scale, Base.NUMERIC);
  }

  private static String stripZeros(String digits) {
    int from = 0;
    while (from < digits.length() - 1 && digits.charAt(from) == '0') {
      from++;
    }
    return digits.isEmpty() ? "0" : digits.substring(from);
  }

  /// The length of a string constant: without quotes, doubled quotes counted once.
  private static int characters(String text, int prefix) {
    int count = 0;
    char quote = text.isEmpty() ? '\'' : text.charAt(text.length() - 1);
    for (int i = prefix; i < text.length() - 1; i++) {
      if (text.charAt(i) == quote && i + 1 < text.length() - 1 && text.charAt(i + 1) == quote) {
        i++;
      }
      count++;
    }
    return count;
  }

  /// The type that an operand has in exact arithmetic: an integer constant counts with its own
  /// digits only.
  static SqlType operand(Expression expression, SqlType type) {
    return switch (expression) {
      case Literal literal
          when literal.kind() == Expression.LiteralKind.INTEGER && type.base() == Base.INT ->
          Types.decimal(stripZeros(literal.text()).length(), 0, Base.NUMERIC);
      case Expression.Parenthesised p -> operand(p.inner(), type);
      case Expression.Unary u -> operand(u.operand(), type);
      default -> type;
    };
  }
}
