package io.hartonomous.engine.catalog;

import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SqlType;
import java.math.BigDecimal;

/// The lowest and highest value of a sequence: as written, else the limits of its type.
public record SequenceLimits(BigDecimal minimum, BigDecimal maximum) {

  public static SequenceLimits of(PlainObject.Sequence sequence) {
    SequenceLimits type = of(sequence.type());
    return new SequenceLimits(
        sequence.minimum().map(BigDecimal::new).orElse(type.minimum()),
        sequence.maximum().map(BigDecimal::new).orElse(type.maximum()));
  }

  private static SequenceLimits of(SqlType type) {
    return switch (type.base()) {
      case TINYINT -> of(0, 255);
      case SMALLINT -> of(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> of(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case DECIMAL, NUMERIC -> {
        BigDecimal limit = BigDecimal.TEN.pow(type.precision()).subtract(BigDecimal.ONE);
        yield new SequenceLimits(limit.negate(), limit);
      }
      default -> of(Long.MIN_VALUE, Long.MAX_VALUE);
    };
  }

  private static SequenceLimits of(long minimum, long maximum) {
    return new SequenceLimits(BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum));
  }
}
