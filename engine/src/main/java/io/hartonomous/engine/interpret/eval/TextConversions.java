package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.session.Variant;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Conversions to text.
final class TextConversions {
  private TextConversions() {}

  static String text(Object value, SqlType from, SqlType to, int style) {
    boolean unicode = to.base().isUnicode();
    boolean fixed = to.base() == Base.CHAR || to.base() == Base.NCHAR;
    int n =
        to.base() == Base.TEXT || to.base() == Base.NTEXT
            ? SqlType.MAX
            : to.length() == 0 ? 30 : to.length();
    String text = plain(value, from, to, style, unicode);
    if (n == SqlType.MAX) {
      return text;
    }
    if (text.length() > n) {
      switch (from.base()) {
        case BIT, TINYINT, SMALLINT, INT -> {
          if (unicode) {
            throw SqlError.of(8115, "expression", Conversions.name(to));
          }
          text = "*";
        }
        case BIGINT -> throw SqlError.of(8115, "expression", Conversions.name(to));
        case DECIMAL, NUMERIC -> throw SqlError.of(8115, "numeric", Conversions.name(to));
        case UNIQUEIDENTIFIER -> throw Conversions.refused(from, to);
        default -> text = text.substring(0, n);
      }
    }
    return fixed && text.length() < n ? text + " ".repeat(n - text.length()) : text;
  }

  private static String plain(Object value, SqlType from, SqlType to, int style, boolean unicode) {
    return switch (value) {
      case String s -> unicode || !from.base().isUnicode() ? s : narrow(s);
      case Boolean b -> b ? "1" : "0";
      case Integer i -> i.toString();
      case Long l -> l.toString();
      case BigDecimal d ->
          from.base() == Base.MONEY || from.base() == Base.SMALLMONEY
              ? money(d, Math.max(0, style))
              : d.setScale(from.scale(), RoundingMode.HALF_UP).toPlainString();
      case Double d -> number(d, Math.max(0, style));
      case Float f -> number(Double.parseDouble(Float.toString(f)), Math.max(0, style));
      case UUID u -> u.toString().toUpperCase(Locale.ROOT);
      case byte[] b ->
          switch (style) {
            case 1 -> "0x" + HexFormat.of().withUpperCase().formatHex(b);
            case 2 -> HexFormat.of().withUpperCase().formatHex(b);
            default ->
                noZero(
                    unicode
                        ? new String(
                            b.length % 2 == 0 ? b : java.util.Arrays.copyOf(b, b.length + 1),
                            StandardCharsets.UTF_16LE)
                        : new String(b, Conversions.CP1252));
          };
      case float[] v -> vector(v);
      case Variant v -> text(v.value(), v.type(), to, style);
      default -> date(value, from, to, style);
    };
  }

  private static String noZero(String text) {
    if (text.indexOf('\0') >= 0) {
      throw SqlError.of(49901);
    }
    return text;
  }

  /// What code page 1252 lacks becomes '?'.
  static String narrow(String text) {
    return Strings.ascii(text)
        ? text
        : new String(text.getBytes(Conversions.CP1252), Conversions.CP1252);
  }

  private static String date(Object value, SqlType from, SqlType to, int style) {
    int wanted = style;
    if (style < 0) {
      wanted = from.base() == Base.DATETIME || from.base() == Base.SMALLDATETIME ? 0 : 121;
    }
    int digits =
        switch (from.base()) {
          case DATE -> 0;
          case DATETIME, SMALLDATETIME -> 3;
          default -> from.scale();
        };
    String kind =
        switch (from.base()) {
          case DATE -> "date";
          case TIME -> "time";
          case DATETIME, SMALLDATETIME -> "datetime";
          default -> "datetime2";
        };
    LocalDateTime local = TemporalConversions.local(value, from, to);
    Optional<Integer> minutes = Optional.empty();
    if (value instanceof OffsetDateTime o) {
      if (wanted == 127) {
        local = o.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
      }
      minutes =
          wanted == 0 || wanted == 100
              ? Optional.empty()
              : Optional.of(o.getOffset().getTotalSeconds() / 60);
    }
    return DateText.format(local, wanted, digits, kind, minutes);
  }

  private static String money(BigDecimal value, int style) {
    BigDecimal rounded = value.setScale(style >= 2 ? 4 : 2, RoundingMode.HALF_UP);
    return style == 1 ? String.format(Locale.ROOT, "%,.2f", rounded) : rounded.toPlainString();
  }

  /// float as text: style 0 has six digits, scientific only where it must be; 1 has eight, 2
  /// sixteen digits; 3 is exact.
  static String number(double value, int style) {
    int significant =
        switch (style) {
          case 1 -> 8;
          case 2 -> 16;
          default -> 6;
        };
    if (style == 3) {
      throw new BeyondJava("style 3 of float");
    }
    if (value == 0) {
      return style == 0 ? "0" : "0." + "0".repeat(significant - 1) + "e+000";
    }
    BigDecimal rounded =
        new BigDecimal(Double.toString(value))
            .round(new MathContext(significant, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.unscaledValue().abs().toString();
    digits = (digits + "0".repeat(significant)).substring(0, significant);
    String sign = value < 0 ? "-" : "";
    String power = String.format("e%s%03d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    if (style != 0) {
      return sign + digits.charAt(0) + "." + digits.substring(1) + power;
    }
    if (exponent < -4 || exponent >= significant) {
      String rest = digits.substring(1).replaceAll("0+$", "");
      return sign + digits.charAt(0) + (rest.isEmpty() ? "" : "." + rest) + power;
    }
    String plain = rounded.stripTrailingZeros().toPlainString();
    return plain;
  }

  private static String vector(float[] value) {
    StringBuilder result = new StringBuilder("[");
    for (int i = 0; i < value.length; i++) {
      result.append(i == 0 ? "" : ",");
      double d = Double.parseDouble(Float.toString(value[i]));
      if (d == 0) {
        result.append("0.0000000e+000");
      } else {
        result.append(number(d, 1));
      }
    }
    return result.append(']').toString();
  }
}
