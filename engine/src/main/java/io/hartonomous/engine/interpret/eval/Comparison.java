package io.hartonomous.engine.interpret.eval;

import io.hartonomous.bind.Types;
import io.hartonomous.engine.session.Variant;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/// Comparison of two values by their common type.
final class Comparison {
  private static final int[] GUID_ORDER = {10, 11, 12, 13, 14, 15, 8, 9, 6, 7, 4, 5, 0, 1, 2, 3};

  private Comparison() {}

  /// Neither value is NULL.
  static int compare(
      Object left, SqlType leftType, Object right, SqlType rightType, Collation collation) {
    if (left instanceof Integer l && right instanceof Integer r) {
      return Integer.compare(l, r);
    }
    SqlType common = Types.common(leftType, rightType);
    if (common.base() == Base.SQL_VARIANT) {
      return variants(variant(left, leftType), variant(right, rightType), collation);
    }
    if (leftType.base().isCharacter() && rightType.base().isCharacter()) {
      return Strings.compare((String) left, leftType, (String) right, rightType, collation);
    }
    if (exact(leftType) && exact(rightType)) {
      if (!(left instanceof BigDecimal) && !(right instanceof BigDecimal)) {
        return Long.compare(((Number) left).longValue(), ((Number) right).longValue());
      }
      return number(left).compareTo(number(right));
    }
    Object l = Conversions.convert(left, leftType, common, -1);
    Object r = Conversions.convert(right, rightType, common, -1);
    return switch (l) {
      case Boolean b -> b.compareTo((Boolean) r);
      case Integer i -> i.compareTo((Integer) r);
      case Long v -> v.compareTo((Long) r);
      case BigDecimal d -> d.compareTo((BigDecimal) r);
      case Double d -> Double.compare(d == 0 ? 0 : d, (Double) r == 0 ? 0 : (Double) r);
      case Float f -> Float.compare(f == 0 ? 0 : f, (Float) r == 0 ? 0 : (Float) r);
      case LocalDate d -> d.compareTo((LocalDate) r);
      case LocalTime t -> t.compareTo((LocalTime) r);
      case LocalDateTime t -> t.compareTo((LocalDateTime) r);
      case OffsetDateTime t -> t.toInstant().compareTo(((OffsetDateTime) r).toInstant());
      case UUID u -> guid(u, (UUID) r);
      case byte[] b -> java.util.Arrays.compareUnsigned(b, (byte[]) r);
      case String s -> Strings.compare(s, common, (String) r, common, collation);
      default -> throw SqlError.of(402, leftType.sql(), rightType.sql(), "=");
    };
  }

  private static Variant variant(Object value, SqlType type) {
    return value instanceof Variant variant ? variant : new Variant(type, value);
  }

  /// Values of one family compare as they would without sql_variant; of two families the higher one
  /// is the greater, whatever the values.
  private static int variants(Variant left, Variant right, Collation collation) {
    int families = Integer.compare(family(left.type().base()), family(right.type().base()));
    return families != 0
        ? families
        : compare(left.value(), left.type(), right.value(), right.type(), collation);
  }

  /// Source: Microsoft Learn, "sql_variant (Transact-SQL)", Comparing sql_variant values.
  private static int family(Base base) {
    if (base.isTemporal()) {
      return 5;
    }
    return switch (base) {
      case FLOAT, REAL -> 4;
      case UNIQUEIDENTIFIER -> 0;
      default -> base.isNumeric() ? 3 : base.isCharacter() ? 2 : 1;
    };
  }

  private static boolean exact(SqlType type) {
    return type.base().isExactNumeric() && type.base() != Base.BIT;
  }

  private static BigDecimal number(Object value) {
    return switch (value) {
      case BigDecimal d -> d;
      case Integer i -> BigDecimal.valueOf(i);
      default -> BigDecimal.valueOf((Long) value);
    };
  }

  private static int guid(UUID left, UUID right) {
    byte[] l = Conversions.guidBytes(left);
    byte[] r = Conversions.guidBytes(right);
    for (int i : GUID_ORDER) {
      int difference = (l[i] & 0xff) - (r[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }
}
