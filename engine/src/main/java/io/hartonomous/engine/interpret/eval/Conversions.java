package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.session.Variant;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.engine.translate.VariantSql;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// Conversions between values of SQL Server's types. Each has its twin in the SQL of `translate`; a
/// test compares the two.
///
/// Source: Microsoft Learn, "CAST and CONVERT (Transact-SQL)".
public final class Conversions {
  static final Charset CP1252 = Charset.forName("windows-1252");
  private static final Pattern INTEGER = Pattern.compile("[+-]? *[0-9]+");
  private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
  private static final Pattern MONEY =
      Pattern.compile("([+-]? *[$€£¥]?|[$€£¥] *[+-]?) *([0-9][0-9,]*\\.?[0-9]*|\\.[0-9]+)");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([edED][+-]?[0-9]{1,3})?");
  private static final String GUID =
      "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}";
  private static final LocalDateTime EPOCH = LocalDate.of(1900, 1, 1).atStartOfDay();

  private Conversions() {}

  /// The value as an assignment converts it: text that is too long is cut, as for a variable.
  public static Object assign(Object value, SqlType from, SqlType to) {
    return convert(value, from, to, -1);
  }

  /// `style` is -1 where none was written.
  public static Object convert(Object value, SqlType from, SqlType to, int style) {
    if (value == null) {
      return null;
    }
    if (value instanceof Variant v && to.base() != Base.SQL_VARIANT) {
      return convert(v.value(), v.type(), to, style);
    }
    return switch (to.base()) {
      case BIT -> bit(value, from);
      case TINYINT -> (int) integer(value, from, to, 0, 255);
      case SMALLINT -> (int) integer(value, from, to, Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> (int) integer(value, from, to, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case BIGINT -> integer(value, from, to, Long.MIN_VALUE, Long.MAX_VALUE);
      case DECIMAL, NUMERIC -> decimal(value, from, to);
      case MONEY ->
          money(
              value,
              from,
              to,
              new BigDecimal("-922337203685477.5808"),
              new BigDecimal("922337203685477.5807"));
      case SMALLMONEY ->
          money(value, from, to, new BigDecimal("-214748.3648"), new BigDecimal("214748.3647"));
      case FLOAT ->
          to.precision() > 0 && to.precision() <= 24
              ? (Object) (double) (float) floating(value, from, to)
              : (Object) floating(value, from, to);
      case REAL -> real(floating(value, from, to));
      case DATE, TIME, SMALLDATETIME, DATETIME, DATETIME2, DATETIMEOFFSET ->
          TemporalConversions.convert(value, from, to, style);
      case CHAR, VARCHAR, TEXT, NCHAR, NVARCHAR, NTEXT ->
          TextConversions.text(value, from, to, style);
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> binary(value, from, to, style);
      case UNIQUEIDENTIFIER -> guid(value, from, to);
      case VECTOR -> vector(value, from, to);
      case XML, JSON -> {
        if (value instanceof String s
            && (from.base() == to.base() || from.base().isCharacter() && to.base() == Base.XML)) {
          yield s;
        }
        if (value instanceof String) {
          throw new BeyondJava("checking JSON");
        }
        throw refused(from, to);
      }
      case SQL_VARIANT -> {
        if (!(value instanceof Variant) && !VariantSql.holds(from)) {
          throw SqlError.of(206, from.sql(), to.sql());
        }
        yield value instanceof Variant ? value : new Variant(from, value);
      }
      case NULL -> value;
      case TABLE, CURSOR -> value;
      case HIERARCHYID, GEOMETRY, GEOGRAPHY, CLR, UNKNOWN -> {
        if (from.base() == to.base()) {
          yield value;
        }
        throw SqlError.unsupported("conversion from " + from.sql() + " to " + to.sql());
      }
    };
  }

  static String name(SqlType type) {
    return switch (type.base()) {
      case DECIMAL -> "numeric";
      case JSON, XML -> "nvarchar";
      default -> type.base().name().toLowerCase(Locale.ROOT);
    };
  }

  static SqlError refused(SqlType from, SqlType to) {
    return SqlError.of(529, from.sql(), to.sql());
  }

  private static Boolean bit(Object value, SqlType from) {
    return switch (value) {
      case Boolean b -> b;
      case Integer i -> i != 0;
      case Long l -> l != 0;
      case BigDecimal d -> d.signum() != 0;
      case Double d -> d != 0;
      case Float f -> f != 0;
      case String s -> {
        String t = s.strip().toLowerCase(Locale.ROOT);
        if (t.equals("true")) {
          yield true;
        }
        if (t.equals("false") || t.isEmpty()) {
          yield false;
        }
        if (t.matches("[+-]?[0-9]+")) {
          yield t.chars().anyMatch(c -> c >= '1' && c <= '9');
        }
        throw SqlError.of(245, name(from), s, "bit");
      }
      case byte[] b -> bytesToLong(b, 8) != 0;
      default -> throw refused(from, SqlType.BIT);
    };
  }

  private static long integer(Object value, SqlType from, SqlType to, long low, long high) {
    return switch (value) {
      case Boolean b -> b ? 1 : 0;
      case Integer i -> ranged(i, from, to, low, high);
      case Long l -> ranged(l, from, to, low, high);
      case BigDecimal d -> {
        boolean money = from.base() == Base.MONEY || from.base() == Base.SMALLMONEY;
        BigDecimal whole = d.setScale(0, money ? RoundingMode.HALF_UP : RoundingMode.DOWN);
        if (whole.compareTo(BigDecimal.valueOf(low)) < 0
            || whole.compareTo(BigDecimal.valueOf(high)) > 0) {
          throw SqlError.of(8115, "expression", name(to));
        }
        yield whole.longValueExact();
      }
      case Double d -> floatToLong(d, to, low, high);
      case Float f -> floatToLong(f, to, low, high);
      case String s -> parseInteger(s, from, to, low, high);
      case byte[] b ->
          bytesToLong(
              b,
              switch (to.base()) {
                case TINYINT -> 1;
                case SMALLINT -> 2;
                case INT -> 4;
                default -> 8;
              });
      case LocalDateTime t when from.base() == Base.DATETIME || from.base() == Base.SMALLDATETIME ->
          Math.round(TemporalConversions.days(t));
      default -> throw refused(from, to);
    };
  }

  private static long ranged(long value, SqlType from, SqlType to, long low, long high) {
    if (value < low || value > high) {
      throw to.base() == Base.INT
          ? SqlError.of(8115, "expression", "int")
          : SqlError.of(220, name(to), value);
    }
    return value;
  }

  private static long floatToLong(double value, SqlType to, long low, long high) {
    double whole = value < 0 ? Math.ceil(value) : Math.floor(value);
    boolean fits =
        high == Long.MAX_VALUE
            ? whole >= -9.223372036854775808e18 && whole < 9.223372036854775808e18
            : whole >= low && whole <= high;
    if (!fits) {
      throw SqlError.of(8115, "expression", name(to));
    }
    return (long) whole;
  }

  private static long parseInteger(String text, SqlType from, SqlType to, long low, long high) {
    String t = blanks(text);
    if (t.isEmpty()) {
      return 0;
    }
    if (!INTEGER.matcher(t).matches()) {
      throw to.base() == Base.BIGINT
          ? SqlError.of(8114, name(from), "bigint")
          : SqlError.of(245, name(from), text, name(to));
    }
    BigDecimal n = new BigDecimal(t.replace(" ", ""));
    if (n.compareTo(BigDecimal.valueOf(low)) < 0 || n.compareTo(BigDecimal.valueOf(high)) > 0) {
      throw switch (to.base()) {
        case INT -> SqlError.of(248, name(from), text);
        case TINYINT -> SqlError.of(244, name(from), text, "INT1");
        case SMALLINT -> SqlError.of(244, name(from), text, "INT2");
        default -> SqlError.of(8115, "expression", name(to));
      };
    }
    return n.longValueExact();
  }

  /// Without blanks at both ends: blanks only, as SQL Server has it.
  static String blanks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  static BigDecimal decimal(Object value, SqlType from, SqlType to) {
    int p = to.precision() == 0 ? 18 : to.precision();
    BigDecimal number =
        switch (value) {
          case Boolean b -> b ? BigDecimal.ONE : BigDecimal.ZERO;
          case Integer i -> BigDecimal.valueOf(i);
          case Long l -> BigDecimal.valueOf(l);
          case BigDecimal d -> d;
          case Double d -> exact(d);
          case Float f -> exact(f);
          case String s -> {
            String t = blanks(s);
            if (!DECIMAL.matcher(t).matches()) {
              throw SqlError.of(8114, name(from), "numeric");
            }
            yield new BigDecimal(t.endsWith(".") ? t + "0" : t);
          }
          default -> throw refused(from, to);
        };
    BigDecimal rounded = number.setScale(to.scale(), RoundingMode.HALF_UP);
    if (rounded.abs().compareTo(BigDecimal.TEN.pow(p - to.scale())) >= 0) {
      throw SqlError.of(
          8115,
          value instanceof Double || value instanceof Float ? "float" : name(from),
          "numeric");
    }
    return rounded;
  }

  static BigDecimal exact(double value) {
    return new BigDecimal(Double.toString(value));
  }

  private static BigDecimal money(
      Object value, SqlType from, SqlType to, BigDecimal low, BigDecimal high) {
    BigDecimal number =
        switch (value) {
          case String s -> {
            String t = blanks(s);
            if (t.isEmpty()) {
              yield BigDecimal.ZERO;
            }
            if (!MONEY.matcher(t).matches()) {
              throw SqlError.of(235);
            }
            String digits = t.replaceAll("[^0-9.+-]", "");
            yield new BigDecimal(digits.endsWith(".") ? digits + "0" : digits);
          }
          case Boolean b -> b ? BigDecimal.ONE : BigDecimal.ZERO;
          case Integer i -> BigDecimal.valueOf(i);
          case Long l -> BigDecimal.valueOf(l);
          case BigDecimal d -> d;
          case Double d -> exact(d);
          case Float f -> exact(f);
          default -> throw refused(from, to);
        };
    BigDecimal rounded = number.setScale(4, RoundingMode.HALF_UP);
    if (rounded.compareTo(low) < 0 || rounded.compareTo(high) > 0) {
      throw SqlError.of(8115, "expression", name(to));
    }
    return rounded;
  }

  static double floating(Object value, SqlType from, SqlType to) {
    return switch (value) {
      case Boolean b -> b ? 1 : 0;
      case Integer i -> i;
      case Long l -> l;
      case BigDecimal d -> d.doubleValue();
      case Double d -> d;
      case Float f -> f;
      case String s -> {
        String t = blanks(s);
        if (t.isEmpty()) {
          yield 0;
        }
        if (!FLOAT.matcher(t).matches()) {
          throw SqlError.of(8114, name(from), name(to));
        }
        double d = Double.parseDouble(t.replace('d', 'e').replace('D', 'e'));
        if (Double.isInfinite(d)) {
          throw SqlError.of(8115, name(from), name(to));
        }
        yield d;
      }
      case LocalDateTime t when from.base() == Base.DATETIME || from.base() == Base.SMALLDATETIME ->
          TemporalConversions.days(t);
      default -> throw refused(from, to);
    };
  }

  private static Float real(double value) {
    float f = (float) value;
    if (Float.isInfinite(f)) {
      throw SqlError.of(8115, "expression", "real");
    }
    return f;
  }

  static long bytesToLong(byte[] bytes, int size) {
    long result = 0;
    for (int i = Math.max(0, bytes.length - size); i < bytes.length; i++) {
      result = result << 8 | bytes[i] & 0xff;
    }
    if (bytes.length >= size) {
      return switch (size) {
        case 2 -> (short) result;
        case 4 -> (int) result;
        default -> result;
      };
    }
    return result;
  }

  private static byte[] binary(Object value, SqlType from, SqlType to, int style) {
    boolean fixed = to.base() == Base.BINARY;
    int n =
        to.base() == Base.ROWVERSION
            ? 8
            : to.base() == Base.IMAGE ? SqlType.MAX : to.length() == 0 ? 30 : to.length();
    byte[] bytes =
        switch (value) {
          case byte[] b -> b;
          case String s ->
              style == 1 || style == 2
                  ? hex(s, style == 1)
                  : from.base().isUnicode() || from.base() == Base.JSON
                      ? s.getBytes(StandardCharsets.UTF_16LE)
                      : s.getBytes(CP1252);
          case UUID u -> guidBytes(u);
          case Boolean b -> longBytes(b ? 1 : 0, 1, fixed, n);
          case Integer i ->
              longBytes(
                  i,
                  from.base() == Base.TINYINT ? 1 : from.base() == Base.SMALLINT ? 2 : 4,
                  fixed,
                  n);
          case Long l -> longBytes(l, 8, fixed, n);
          default ->
              throw SqlError.unsupported("conversion from " + from.sql() + " to " + to.sql());
        };
    if (n == SqlType.MAX) {
      return bytes;
    }
    return bytes.length > n || fixed && bytes.length < n
        ? java.util.Arrays.copyOf(bytes, n)
        : bytes;
  }

  private static byte[] longBytes(long value, int size, boolean fixed, int n) {
    int length = fixed ? n : n == SqlType.MAX ? size : Math.min(n, size);
    byte[] result = new byte[length];
    for (int i = 0; i < Math.min(8, length); i++) {
      result[length - 1 - i] = (byte) (value >>> 8 * i);
    }
    return result;
  }

  private static byte[] hex(String text, boolean prefixed) {
    String t = text;
    if (prefixed) {
      if (!t.startsWith("0x") && !t.startsWith("0X")) {
        throw SqlError.of(8114, "varchar", "varbinary");
      }
      t = t.substring(2);
    }
    if (!t.matches("([0-9A-Fa-f]{2})*")) {
      throw SqlError.of(8114, "varchar", "varbinary");
    }
    return java.util.HexFormat.of().parseHex(t);
  }

  static byte[] guidBytes(UUID value) {
    byte[] b =
        java.nio.ByteBuffer.allocate(16)
            .putLong(value.getMostSignificantBits())
            .putLong(value.getLeastSignificantBits())
            .array();
    return new byte[] {
      b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13], b[14],
      b[15]
    };
  }

  private static UUID guid(Object value, SqlType from, SqlType to) {
    return switch (value) {
      case UUID u -> u;
      case String s -> {
        if (s.length() >= 36 && s.substring(0, 36).matches(GUID)) {
          yield UUID.fromString(s.substring(0, 36));
        }
        if (s.length() >= 38
            && s.charAt(0) == '{'
            && s.charAt(37) == '}'
            && s.substring(1, 37).matches(GUID)) {
          yield UUID.fromString(s.substring(1, 37));
        }
        throw SqlError.of(8169);
      }
      case byte[] b -> {
        byte[] c = java.util.Arrays.copyOf(b, 16);
        java.nio.ByteBuffer buffer =
            java.nio.ByteBuffer.wrap(
                new byte[] {
                  c[3], c[2], c[1], c[0], c[5], c[4], c[7], c[6], c[8], c[9], c[10], c[11], c[12],
                  c[13], c[14], c[15]
                });
        yield new UUID(buffer.getLong(), buffer.getLong());
      }
      default -> throw refused(from, to);
    };
  }

  private static float[] vector(Object value, SqlType from, SqlType to) {
    float[] result =
        switch (value) {
          case float[] v -> v;
          case String s -> {
            String t = s.strip();
            if (!t.matches(
                "\\[\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?(\\s*,\\s*[-+]?[0-9.]+([eE][-+]?[0-9]+)?)*\\s*\\]")) {
              throw SqlError.of(42222);
            }
            String[] parts = t.substring(1, t.length() - 1).split(",");
            float[] v = new float[parts.length];
            for (int i = 0; i < parts.length; i++) {
              v[i] = Float.parseFloat(parts[i].strip());
            }
            yield v;
          }
          default -> throw refused(from, to);
        };
    if (to.length() > 0 && result.length != to.length()) {
      throw SqlError.of(42204, to.length(), result.length);
    }
    return result;
  }

  static LocalDateTime epoch() {
    return EPOCH;
  }
}
