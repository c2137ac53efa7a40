package io.hartonomous.engine.interpret;

import io.hartonomous.engine.interpret.eval.Conversions;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ProceduralStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// PRINT, RAISERROR, THROW and WAITFOR.
final class Messages {
  private static final int USER_ERROR = 50000;
  private static final int PRINT_LIMIT = 8000;
  private final Session session;
  private final Evaluation evaluation;

  Messages(Session session, Evaluation evaluation) {
    this.session = session;
    this.evaluation = evaluation;
  }

  void print(Frame frame, ProceduralStatement.Print p) throws SQLException {
    Object value = evaluation.value(frame, p, p.value());
    SqlType type = evaluation.type(frame, p, p.value());
    String text = value == null ? "" : text(value, type);
    int limit = type.base().isUnicode() ? PRINT_LIMIT / 2 : PRINT_LIMIT;
    // An empty text is sent as one blank, as the server does.
    String shown = text.isEmpty() ? " " : text.length() > limit ? text.substring(0, limit) : text;
    session.message(0, 0, 1, shown, frame);
  }

  private static String text(Object value, SqlType type) {
    return value instanceof String s
        ? s
        : (String) Conversions.convert(value, type, SqlType.nvarchar(4000), 0);
  }

  /// The error of RAISERROR; null where its severity makes it a mere message, which is sent.
  StatementError raiserror(Frame frame, ProceduralStatement.Raiserror r) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (Expression e : r.arguments()) {
      values.add(evaluation.value(frame, r, e));
    }
    Set<String> options =
        r.options().stream()
            .map(o -> o.value().toUpperCase(java.util.Locale.ROOT))
            .collect(Collectors.toSet());
    Object message = values.isEmpty() ? null : values.getFirst();
    int severity =
        values.size() > 1 && values.get(1) != null
            ? Math.clamp(((Number) values.get(1)).longValue(), 0, 25)
            : 0;
    int state =
        values.size() > 2 && values.get(2) != null ? ((Number) values.get(2)).intValue() : 0;
    if (state < 0 || state > 255) {
      state = 1;
    }
    if (severity > 18 && !options.contains("LOG")) {
      throw SqlError.of(2754);
    }
    int number = USER_ERROR;
    String text;
    if (message instanceof Number n) {
      number = n.intValue();
      throw new SqlError(
          18054,
          severity <= 10 ? 10 : severity,
          1,
          "Error "
              + number
              + ", severity "
              + severity
              + ", state "
              + state
              + " was raised, but there is no message of that number.");
    }
    text =
        message == null
            ? ""
            : format(message.toString(), values.subList(Math.min(3, values.size()), values.size()));
    ServerMessage out =
        new ServerMessage(number, state, severity, text, frame.procedureName(), frame.line());
    if (options.contains("SETERROR")) {
      session.lastError = number;
    }
    if (severity <= 10) {
      session.lastError = options.contains("SETERROR") ? number : 0;
      session
          .sink()
          .message(
              new ServerMessage(
                  number, state, severity == 10 ? 0 : severity, text, out.procedure(), out.line()));
      if (options.contains("NOWAIT")) {
        session.sink().flush();
      }
      return null;
    }
    StatementError error =
        new StatementError(
            out, severity >= 20 ? ErrorEffect.CONNECTION : ErrorEffect.STATEMENT, null);
    if (options.contains("NOWAIT") && !frame.inTry()) {
      session.sink().flush();
    }
    return error;
  }

  /// `%[flags][width][.precision]type` with types d i o s u x X.
  static String format(String template, List<Object> arguments) {
    StringBuilder out = new StringBuilder();
    int next = 0;
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if (c != '%') {
        out.append(c);
        at++;
        continue;
      }
      int start = at++;
      StringBuilder flags = new StringBuilder();
      while (at < template.length() && "-+0# ".indexOf(template.charAt(at)) >= 0) {
        flags.append(template.charAt(at++));
      }
      int width = 0;
      if (at < template.length() && template.charAt(at) == '*') {
        width = ((Number) argument(arguments, next++)).intValue();
        at++;
      }
      while (at < template.length() && Character.isDigit(template.charAt(at))) {
        width = width * 10 + template.charAt(at++) - '0';
      }
      int precision = -1;
      if (at < template.length() && template.charAt(at) == '.') {
        at++;
        precision = 0;
        if (at < template.length() && template.charAt(at) == '*') {
          precision = ((Number) argument(arguments, next++)).intValue();
          at++;
        }
        while (at < template.length() && Character.isDigit(template.charAt(at))) {
          precision = precision * 10 + template.charAt(at++) - '0';
        }
      }
      if (template.startsWith("I64", at)) {
        at += 3;
      } else if (at < template.length()
          && (template.charAt(at) == 'l' || template.charAt(at) == 'h')) {
        at++;
      }
      if (at >= template.length()) {
        throw SqlError.of(2787, template.substring(start));
      }
      char type = template.charAt(at++);
      if (type == '%') {
        out.append('%');
        continue;
      }
      Object value = argument(arguments, next++);
      String text =
          switch (type) {
            case 'd', 'i' -> value == null ? "(null)" : signed(value, flags.toString(), precision);
            case 'u' -> value == null ? "(null)" : Long.toString(unsigned(value));
            case 'o' ->
                value == null
                    ? "(null)"
                    : (flags.indexOf("#") >= 0 ? "0" : "") + Long.toOctalString(unsigned(value));
            case 'x' ->
                value == null
                    ? "(null)"
                    : (flags.indexOf("#") >= 0 ? "0x" : "") + Long.toHexString(unsigned(value));
            case 'X' ->
                value == null
                    ? "(null)"
                    : (flags.indexOf("#") >= 0 ? "0X" : "")
                        + Long.toHexString(unsigned(value)).toUpperCase(java.util.Locale.ROOT);
            case 's' -> {
              if (value instanceof Number) {
                throw SqlError.of(2787, template.substring(start, at));
              }
              String s = value == null ? "(null)" : value.toString();
              yield precision >= 0 && precision < s.length() ? s.substring(0, precision) : s;
            }
            default -> throw SqlError.of(2787, template.substring(start, at));
          };
      pad(out, text, width, flags.indexOf("-") >= 0, flags.indexOf("0") >= 0 && type != 's');
    }
    String text = out.toString();
    // Longer texts end in an ellipsis, as the server's do.
    return text.length() > 2047 ? text.substring(0, 2044) + "..." : text;
  }

  private static Object argument(List<Object> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static String signed(Object value, String flags, int precision) {
    if (!(value instanceof Number n)) {
      throw SqlError.of(2787, "%d");
    }
    long number = n.longValue();
    StringBuilder digits = new StringBuilder(Long.toString(Math.abs(number)));
    while (digits.length() < precision) {
      digits.insert(0, '0');
    }
    return (number < 0 ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "") + digits;
  }

  private static long unsigned(Object value) {
    if (!(value instanceof Number n)) {
      throw SqlError.of(2787, "%u");
    }
    return value instanceof Long ? n.longValue() : n.intValue() & 0xFFFFFFFFL;
  }

  private static void pad(StringBuilder out, String text, int width, boolean left, boolean zeros) {
    String fill = (zeros && !left ? "0" : " ").repeat(Math.max(0, width - text.length()));
    out.append(left ? text + fill : fill + text);
  }

  /// The error of THROW.
  SqlError throwing(Frame frame, ProceduralStatement.Throw t) throws SQLException {
    if (t.arguments().isEmpty()) {
      if (frame.error() == null) {
        throw SqlError.of(10704);
      }
      ServerMessage m = frame.error();
      return new SqlError(m.number(), m.severity(), m.state(), m.text());
    }
    Object number = evaluation.value(frame, t, t.arguments().get(0), SqlType.INT);
    Object text = evaluation.value(frame, t, t.arguments().get(1));
    Object state = evaluation.value(frame, t, t.arguments().get(2), SqlType.INT);
    int n = number == null ? 0 : ((Number) number).intValue();
    if (n < USER_ERROR) {
      return SqlError.of(35100, n);
    }
    return new SqlError(
        n,
        16,
        state == null ? 0 : ((Number) state).intValue() & 255,
        text == null ? "" : text.toString());
  }

  /// A bare THROW raises the caught error again with its own line and procedure.
  ServerMessage thrown(Frame frame, ServerMessage message) {
    if (frame.current instanceof ProceduralStatement.Throw t
        && t.arguments().isEmpty()
        && frame.error() != null
        && frame.error().number() == message.number()) {
      return frame.error();
    }
    return message;
  }

  void waitFor(Frame frame, ProceduralStatement.WaitFor w) throws SQLException {
    Object value = evaluation.value(frame, w, w.time());
    Duration wait;
    if (value == null) {
      wait = Duration.ZERO;
    } else {
      LocalTime time =
          (LocalTime)
              Conversions.convert(
                  value,
                  evaluation.type(frame, w, w.time()),
                  SqlType.scaled(SqlType.Base.TIME, 3),
                  0);
      if (w.delay()) {
        wait = Duration.ofNanos(time.toNanoOfDay());
      } else {
        long left = time.toNanoOfDay() - LocalTime.now().toNanoOfDay();
        wait = Duration.ofNanos(left < 0 ? left + Duration.ofDays(1).toNanos() : left);
      }
    }
    session.sink().flush();
    long end = System.nanoTime() + wait.toNanos();
    try {
      while (System.nanoTime() < end) {
        session.cancellation().check();
        Thread.sleep(Duration.ofNanos(Math.clamp(end - System.nanoTime(), 0, 20_000_000)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Cancelled();
    }
  }
}
