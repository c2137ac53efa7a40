package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.translate.FunctionPlaces;
import io.hartonomous.engine.translate.LikeSql;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.FunctionCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Built-in functions in Java: those that are cheap, and those that only the session knows. All
/// others are PostgreSQL's.
final class Functions {
  private final Evaluator evaluator;
  private final EvaluationContext context;
  private final DateFunctions dates;

  Functions(Evaluator evaluator, EvaluationContext context) {
    this.evaluator = evaluator;
    this.context = context;
    this.dates = new DateFunctions(evaluator, context);
  }

  static boolean handles(FunctionCall call) {
    String name = name(call);
    return call.over().isEmpty()
        && call.withinGroup().isEmpty()
        && call.name().parts().size() == 1
        && (FunctionPlaces.isOfJava(name)
            || FunctionPlaces.isOfSession(name)
            || DateFunctions.NAMES.contains(name));
  }

  private static String name(FunctionCall call) {
    return call.name().object().value().toUpperCase(Locale.ROOT);
  }

  Object parameterless(String written, SqlType type) {
    String name = written.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "CURRENT_TIMESTAMP" -> dates.now("GETDATE");
      case "CURRENT_DATE" -> ((java.time.LocalDateTime) dates.now("SYSDATETIME")).toLocalDate();
      default -> context.session(name, List.of(), type);
    };
  }

  Object call(FunctionCall call) {
    String name = name(call);
    List<Expression> a = call.arguments();
    if (DateFunctions.NAMES.contains(name)) {
      return dates.call(name, call);
    }
    if (FunctionPlaces.isOfSession(name)) {
      return context.session(name, evaluator.values(a), evaluator.type(call));
    }
    SqlType type = evaluator.type(call);
    return switch (name) {
      case "ISNULL" -> {
        Object value = evaluator.as(a.get(0), type);
        yield value != null ? value : evaluator.as(a.get(1), type);
      }
      case "CHOOSE" -> {
        Integer index = (Integer) evaluator.as(a.getFirst(), SqlType.INT);
        yield index == null || index < 1 || index >= a.size()
            ? null
            : evaluator.as(a.get(index), type);
      }
      case "NEWID" -> UUID.randomUUID();
      case "PI" -> Math.PI;
      case "RAND" -> {
        if (!a.isEmpty()) {
          throw SqlError.unsupported("RAND with a seed");
        }
        yield java.util.concurrent.ThreadLocalRandom.current().nextDouble();
      }
      case "CONCAT" -> {
        StringBuilder result = new StringBuilder();
        a.forEach(e -> result.append(orEmpty(evaluator.text(e))));
        yield result.toString();
      }
      case "CONCAT_WS" -> {
        String separator = orEmpty(evaluator.text(a.getFirst()));
        yield String.join(
            separator,
            a.subList(1, a.size()).stream().map(evaluator::text).filter(s -> s != null).toList());
      }
      case "STUFF" -> stuff(a);
      default -> {
        List<Object> values = evaluator.values(a);
        // All that follow give NULL for NULL.
        if (values.contains(null)) {
          yield null;
        }
        yield strict(name, a, type);
      }
    };
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private int integer(Expression expression) {
    return (Integer) evaluator.as(expression, SqlType.INT);
  }

  private Object strict(String name, List<Expression> a, SqlType type) {
    Expression first = a.getFirst();
    return switch (name) {
      case "LEN" ->
          evaluator.compute(first) instanceof byte[] b
              ? b.length
              : (Object) Strings.trimEnd(evaluator.text(first)).length();
      case "UPPER" -> Strings.upper(evaluator.text(first));
      case "LOWER" -> Strings.lower(evaluator.text(first));
      case "LTRIM" ->
          trim(evaluator.text(first), a.size() > 1 ? evaluator.text(a.get(1)) : " ", true, false);
      case "RTRIM" ->
          trim(evaluator.text(first), a.size() > 1 ? evaluator.text(a.get(1)) : " ", false, true);
      case "SUBSTRING" -> substring(a);
      case "REPLACE" ->
          replace(
              evaluator.text(first),
              evaluator.text(a.get(1)),
              evaluator.text(a.get(2)),
              first,
              a.get(1));
      case "CHARINDEX" -> {
        String sought = evaluator.text(first);
        int start = a.size() > 2 ? Math.max(0, integer(a.get(2)) - 1) : 0;
        yield sought.isEmpty()
            ? 0
            : Strings.indexOf(evaluator.text(a.get(1)), sought, start, ignoreCase(first, a.get(1)))
                + 1;
      }
      case "REPLICATE" -> {
        int n = integer(a.get(1));
        SqlType from = evaluator.type(first);
        int limit = from.isMax() ? Integer.MAX_VALUE : from.base().isUnicode() ? 4000 : 8000;
        String text = evaluator.text(first);
        if (n < 0) {
          yield null;
        }
        int times = text.isEmpty() ? 0 : (int) Math.min(n, (long) limit / text.length() + 1);
        String repeated = text.repeat(times);
        yield repeated.length() > limit ? repeated.substring(0, limit) : repeated;
      }
      case "SPACE" -> {
        int n = integer(first);
        yield n < 0 ? null : " ".repeat(Math.min(n, 8000));
      }
      case "REVERSE" -> new StringBuilder(evaluator.text(first)).reverse().toString();
      case "QUOTENAME" ->
          quoteName(evaluator.text(first), a.size() > 1 ? evaluator.text(a.get(1)) : "[");
      case "CHAR" -> {
        int code = integer(first);
        yield code <= 0 || code > 255
            ? null
            : new String(new byte[] {(byte) code}, Conversions.CP1252);
      }
      case "NCHAR" -> {
        int code = integer(first);
        yield code <= 0 || code > 65535 || code >= 0xd800 && code <= 0xdfff
            ? null
            : String.valueOf((char) code);
      }
      case "ASCII" -> {
        String text = evaluator.text(first);
        yield text.isEmpty()
            ? null
            : (Object) (text.substring(0, 1).getBytes(Conversions.CP1252)[0] & 0xff);
      }
      case "UNICODE" -> {
        String text = evaluator.text(first);
        yield text.isEmpty() ? null : (Object) (int) text.charAt(0);
      }
      case "ABS" ->
          switch (evaluator.as(first, type)) {
            case Integer i -> {
              if (i == Integer.MIN_VALUE) {
                throw SqlError.of(8115, "expression", "int");
              }
              yield Math.abs(i);
            }
            case Long l -> Math.absExact(l);
            case BigDecimal d -> d.abs();
            case Object d -> Math.abs((Double) d);
          };
      case "SIGN" ->
          switch (evaluator.as(first, type)) {
            case Integer i -> Integer.signum(i);
            case Long l -> (long) Long.signum(l);
            case BigDecimal d -> BigDecimal.valueOf(d.signum()).setScale(d.scale());
            case Object d -> Math.signum((Double) d);
          };
      case "CEILING", "FLOOR" -> whole(name.equals("CEILING"), first, type);
      case "ROUND" -> round(a, type);
      case "SQRT" -> {
        double d = (Double) evaluator.as(first, SqlType.FLOAT);
        if (d < 0) {
          throw SqlError.of(3623);
        }
        yield Math.sqrt(d);
      }
      case "SQUARE" -> {
        double d = (Double) evaluator.as(first, SqlType.FLOAT);
        yield d * d;
      }
      default -> throw SqlError.of(195, name, "built-in function");
    };
  }

  private boolean ignoreCase(Expression a, Expression b) {
    return Strings.ignoresCase(evaluator.type(a), evaluator.type(b), context.collation());
  }

  private static String trim(String text, String characters, boolean start, boolean end) {
    if (!characters.equals(" ") && !(Strings.ascii(text) && Strings.ascii(characters))) {
      throw new BeyondJava("TRIM of text outside ASCII");
    }
    int from = 0;
    int to = text.length();
    while (start && from < to && characters.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (end && to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  Object trim(Expression.Trim t) {
    String text = evaluator.text(t.text());
    String characters = t.characters().isPresent() ? evaluator.text(t.characters().get()) : " ";
    if (text == null || characters == null) {
      return null;
    }
    boolean start = t.side().isEmpty() || t.side().get() != Expression.TrimSide.TRAILING;
    boolean end = t.side().isEmpty() || t.side().get() != Expression.TrimSide.LEADING;
    return trim(text, characters, start, end);
  }

  Object leftRight(Expression.LeftRight lr) {
    String text = evaluator.text(lr.text());
    Integer n = (Integer) evaluator.as(lr.length(), SqlType.INT);
    if (text == null || n == null) {
      return null;
    }
    if (n < 0) {
      throw lr.left() ? SqlError.of(537, "LEFT") : SqlError.of(536, "RIGHT");
    }
    if (n >= text.length()) {
      return text;
    }
    return lr.left() ? text.substring(0, n) : text.substring(text.length() - n);
  }

  private Object substring(List<Expression> a) {
    long start = integer(a.get(1));
    long n = a.size() > 2 ? integer(a.get(2)) : Integer.MAX_VALUE;
    if (n < 0) {
      throw SqlError.of(537, "SUBSTRING");
    }
    Object value = evaluator.compute(a.getFirst());
    int length = value instanceof byte[] b ? b.length : evaluator.text(a.getFirst()).length();
    long from = Math.max(1, start);
    long to = Math.min(length + 1L, start + n);
    if (from >= to) {
      return value instanceof byte[] ? new byte[0] : "";
    }
    return value instanceof byte[] b
        ? java.util.Arrays.copyOfRange(b, (int) from - 1, (int) to - 1)
        : evaluator.text(a.getFirst()).substring((int) from - 1, (int) to - 1);
  }

  private String replace(
      String text,
      String sought,
      String replacement,
      Expression textArgument,
      Expression soughtArgument) {
    if (sought.isEmpty()) {
      return text;
    }
    boolean ignoreCase = ignoreCase(textArgument, soughtArgument);
    StringBuilder result = new StringBuilder();
    int at = 0;
    int found;
    while ((found = Strings.indexOf(text, sought, at, ignoreCase)) >= 0) {
      result.append(text, at, found).append(replacement);
      at = found + sought.length();
    }
    return result.append(text.substring(at)).toString();
  }

  private Object stuff(List<Expression> a) {
    String text = evaluator.text(a.get(0));
    Integer start = (Integer) evaluator.as(a.get(1), SqlType.INT);
    Integer n = (Integer) evaluator.as(a.get(2), SqlType.INT);
    String inserted = orEmpty(evaluator.text(a.get(3)));
    if (text == null
        || start == null
        || n == null
        || start <= 0
        || n < 0
        || start > text.length()) {
      return null;
    }
    return text.substring(0, start - 1)
        + inserted
        + text.substring((int) Math.min(text.length(), start - 1L + n));
  }

  private static String quoteName(String text, String quote) {
    if (text.length() > 128) {
      return null;
    }
    return switch (quote) {
      case "[", "]", "" -> "[" + text.replace("]", "]]") + "]";
      case "'" -> "'" + text.replace("'", "''") + "'";
      case "\"" -> "\"" + text.replace("\"", "\"\"") + "\"";
      case "`" -> "`" + text.replace("`", "``") + "`";
      case "(", ")" -> "(" + text.replace(")", "))") + ")";
      case "<", ">" -> "<" + text.replace(">", ">>") + ">";
      case "{", "}" -> "{" + text.replace("}", "}}") + "}";
      default -> null;
    };
  }

  private Object whole(boolean up, Expression argument, SqlType type) {
    return switch (type.base()) {
      case DECIMAL, NUMERIC ->
          ((BigDecimal) evaluator.compute(argument))
              .setScale(0, up ? RoundingMode.CEILING : RoundingMode.FLOOR);
      case MONEY ->
          ((BigDecimal) evaluator.compute(argument))
              .setScale(0, up ? RoundingMode.CEILING : RoundingMode.FLOOR)
              .setScale(4);
      case FLOAT -> {
        double d = (Double) evaluator.as(argument, SqlType.FLOAT);
        yield up ? Math.ceil(d) : Math.floor(d);
      }
      default -> evaluator.as(argument, type);
    };
  }

  private Object round(List<Expression> a, SqlType type) {
    int n = integer(a.get(1));
    boolean cut = a.size() > 2 && integer(a.get(2)) != 0;
    RoundingMode mode = cut ? RoundingMode.DOWN : RoundingMode.HALF_UP;
    Object value = evaluator.as(a.getFirst(), type);
    return switch (value) {
      case Integer i -> {
        BigDecimal rounded = BigDecimal.valueOf(i).setScale(Math.min(n, 0), mode);
        if (rounded.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
          throw SqlError.of(8115, "expression", "int");
        }
        yield rounded.intValueExact();
      }
      case Long l -> BigDecimal.valueOf(l).setScale(Math.min(n, 0), mode).longValueExact();
      case BigDecimal d -> {
        BigDecimal rounded = d.setScale(Math.min(n, d.scale()), mode).setScale(d.scale());
        if (type.base() != Base.MONEY
            && rounded
                    .abs()
                    .compareTo(BigDecimal.TEN.pow(Math.max(0, type.precision() - type.scale())))
                >= 0) {
          throw SqlError.of(8115, "expression", "numeric");
        }
        yield rounded;
      }
      default -> Conversions.exact((Double) value).setScale(n, mode).doubleValue();
    };
  }

  Boolean like(Condition.Like like) {
    String value = evaluator.text(like.value());
    String pattern = evaluator.text(like.pattern());
    String escape = like.escape().isPresent() ? evaluator.text(like.escape().get()) : null;
    if (value == null || pattern == null) {
      return null;
    }
    if (like.escape().isPresent() && (escape == null || escape.length() != 1)) {
      throw SqlError.of(506, escape);
    }
    if (!Strings.ascii(value) || !Strings.ascii(pattern)) {
      throw new BeyondJava("LIKE on text outside ASCII");
    }
    Optional<String> regex = LikeSql.regex(pattern, escape == null ? '\0' : escape.charAt(0));
    if (regex.isEmpty()) {
      return false;
    }
    int flags =
        Pattern.DOTALL | (ignoreCase(like.value(), like.pattern()) ? Pattern.CASE_INSENSITIVE : 0);
    Pattern compiled = Pattern.compile(regex.get(), flags);
    boolean unicode =
        evaluator.type(like.value()).base().isUnicode()
            || evaluator.type(like.pattern()).base().isUnicode();
    return compiled.matcher(value).matches()
        || !unicode && compiled.matcher(Strings.trimEnd(value)).matches();
  }
}
