package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.PlainObject.Sequence;
import io.hartonomous.model.SqlType;
import java.math.BigInteger;
import java.util.Optional;

/// One spelling for sequences: a server states every limit, a project only those that somebody
/// wrote. Source: Microsoft Learn, "CREATE SEQUENCE (Transact-SQL)", Arguments.
final class Sequences {
  private Sequences() {}

  static Sequence seen(Sequence sequence, Collation collation) {
    SqlType type =
        sequence.type().base() == SqlType.Base.UNKNOWN ? SqlType.BIGINT : sequence.type();
    BigInteger increment = new BigInteger(sequence.increment());
    String minimum = sequence.minimum().map(Sequences::number).orElse(minimum(type).toString());
    String maximum = sequence.maximum().map(Sequences::number).orElse(maximum(type).toString());
    String start =
        sequence.start().isEmpty()
            ? increment.signum() < 0 ? maximum : minimum
            : number(sequence.start());
    return new Sequence(
        collation.key(sequence.name()),
        type.userType().isEmpty() ? type : type.withUserType(collation.key(type.userType().get())),
        start,
        increment.toString(),
        Optional.of(minimum),
        Optional.of(maximum),
        sequence.cycle(),
        sequence.cacheSize());
  }

  private static String number(String text) {
    return new BigInteger(text.startsWith("+") ? text.substring(1) : text).toString();
  }

  static BigInteger minimum(SqlType type) {
    return switch (type.base()) {
      case TINYINT -> BigInteger.ZERO;
      case SMALLINT -> BigInteger.valueOf(Short.MIN_VALUE);
      case INT -> BigInteger.valueOf(Integer.MIN_VALUE);
      case DECIMAL, NUMERIC -> maximum(type).negate();
      default -> BigInteger.valueOf(Long.MIN_VALUE);
    };
  }

  static BigInteger maximum(SqlType type) {
    return switch (type.base()) {
      case TINYINT -> BigInteger.valueOf(255);
      case SMALLINT -> BigInteger.valueOf(Short.MAX_VALUE);
      case INT -> BigInteger.valueOf(Integer.MAX_VALUE);
      case DECIMAL, NUMERIC -> BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
      default -> BigInteger.valueOf(Long.MAX_VALUE);
    };
  }
}
