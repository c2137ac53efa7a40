package io.hartonomous.engine.translate;

import io.hartonomous.engine.session.Variant;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Values of sql_variant as the text of PostgreSQL's composite `hn.variant`.
final class VariantText {
  private VariantText() {}

  static String of(Variant variant) {
    SqlType type = variant.type();
    return "("
        + type.base().name().toLowerCase(Locale.ROOT)
        + ","
        + VariantSql.precision(type)
        + ","
        + type.scale()
        + ","
        + VariantSql.size(type)
        + ",\""
        + body(variant.value()).replace("\\", "\\\\").replace("\"", "\"\"")
        + "\")";
  }

  private static String body(Object value) {
    return switch (value) {
      case Boolean b -> b ? "1" : "0";
      case BigDecimal d -> d.toPlainString();
      case byte[] b -> HexFormat.of().formatHex(b);
      case LocalTime t -> t.truncatedTo(ChronoUnit.MICROS).toString();
      case LocalDateTime t -> t.truncatedTo(ChronoUnit.MICROS).toString().replace('T', ' ');
      case OffsetDateTime t ->
          "(\""
              + LocalDateTime.ofInstant(
                      t.toInstant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC)
                  .toString()
                  .replace('T', ' ')
              + "\","
              + t.getOffset().getTotalSeconds() / 60
              + ")";
      default -> value.toString();
    };
  }

  /// NULL for NULL.
  static Variant read(String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.substring(1, text.length() - 1).split(",", 5);
    String body = parts[4];
    if (body.startsWith("\"")) {
      body = unquoted(body);
    }
    Base base = Base.valueOf(parts[0].toUpperCase(Locale.ROOT));
    int precision = Integer.parseInt(parts[1]);
    int scale = Integer.parseInt(parts[2]);
    int size = Integer.parseInt(parts[3]);
    SqlType type =
        switch (base) {
          case DECIMAL, NUMERIC ->
              new SqlType(base, 0, precision, scale, Optional.empty(), Optional.empty());
          case TIME, DATETIME2, DATETIMEOFFSET -> SqlType.scaled(base, scale);
          case NCHAR, NVARCHAR -> SqlType.sized(base, size / 2);
          case CHAR, VARCHAR, BINARY, VARBINARY -> SqlType.sized(base, size);
          default -> SqlType.of(base);
        };
    return new Variant(type, value(base, body, scale));
  }

  private static Object value(Base base, String body, int scale) {
    return switch (base) {
      case BIT -> body.equals("1");
      case TINYINT, SMALLINT, INT -> Integer.valueOf(body);
      case BIGINT -> Long.valueOf(body);
      case DECIMAL, NUMERIC -> new BigDecimal(body).setScale(scale, java.math.RoundingMode.HALF_UP);
      case MONEY, SMALLMONEY -> new BigDecimal(body).setScale(4, java.math.RoundingMode.HALF_UP);
      case FLOAT -> Double.valueOf(body);
      case REAL -> Float.valueOf(body);
      case DATE -> LocalDate.parse(body);
      case TIME -> LocalTime.parse(body);
      case SMALLDATETIME, DATETIME, DATETIME2 -> LocalDateTime.parse(body.replace(' ', 'T'));
      case DATETIMEOFFSET -> PgTypes.offset(body);
      case UNIQUEIDENTIFIER -> UUID.fromString(body);
      case BINARY, VARBINARY -> HexFormat.of().parseHex(body);
      default -> body;
    };
  }

  private static String unquoted(String body) {
    StringBuilder result = new StringBuilder();
    for (int i = 1; i < body.length() - 1; i++) {
      char c = body.charAt(i);
      if (c == '\\' || c == '"') {
        i++;
        c = body.charAt(i);
      }
      result.append(c);
    }
    return result.toString();
  }
}
