package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.translate.SqlError;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates from text and as text: the twin of `hn.parse_date` and `hn.date_text`.
final class DateText {
  private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:([Tt]| +)(.*))?");
  private static final Pattern PLAIN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?: +(.*))?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?: +(.*))?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?: +(.*))?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(" + MONTHS + ")[a-z]* +(\\d{1,2}),? +(\\d{4})(?: +(.*))?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[ -]*(" + MONTHS + ")[a-z]*,?[ -]*(\\d{4})(?: +(.*))?");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?::(\\d{1,2})(?::(\\d{1,2})(?:[.:](\\d{1,9}))?)?)? *([AaPp][Mm])?(?:"
              + " *([Zz]|[+-]\\d{1,2}:\\d{2}))?");

  private DateText() {}

  /// What was read; `state` 1: no date, 2: out of range.
  record Parsed(LocalDateTime value, Optional<Integer> minutes, int state) {
    static Parsed bad(int state) {
      return new Parsed(null, Optional.empty(), state);
    }
  }

  static Parsed parse(String text, int style, boolean legacy) {
    String t = strip(text);
    if (t.isEmpty()) {
      return new Parsed(LocalDate.of(1900, 1, 1).atStartOfDay(), Optional.empty(), 0);
    }
    int y = 1900;
    int mo = 1;
    int d = 1;
    String rest;
    Matcher m;
    String lower = t.toLowerCase(Locale.ROOT);
    if ((m = ISO.matcher(t)).matches()) {
      y = number(m.group(1));
      mo = number(m.group(2));
      d = number(m.group(3));
      rest = m.group(5) == null ? "" : m.group(5);
      if (m.group(4) != null && m.group(4).equalsIgnoreCase("t") && rest.isEmpty()) {
        return Parsed.bad(1);
      }
    } else if ((m = PLAIN.matcher(t)).matches() || (m = YEAR_FIRST.matcher(t)).matches()) {
      y = number(m.group(1));
      mo = number(m.group(2));
      d = number(m.group(3));
      rest = m.group(4) == null ? "" : m.group(4);
    } else if ((m = YEAR_LAST.matcher(t)).matches()) {
      y = number(m.group(4));
      boolean dayFirst =
          switch (style) {
            case 3, 4, 5, 13, 103, 104, 105, 113 -> true;
            default -> false;
          };
      mo = number(m.group(dayFirst ? 3 : 1));
      d = number(m.group(dayFirst ? 1 : 3));
      if (m.group(4).length() == 2) {
        y += y < 50 ? 2000 : 1900;
      }
      rest = m.group(5) == null ? "" : m.group(5);
    } else if ((m = MONTH_FIRST.matcher(lower)).matches()) {
      mo = month(m.group(1));
      d = number(m.group(2));
      y = number(m.group(3));
      rest = m.group(4) == null ? "" : m.group(4);
    } else if ((m = DAY_FIRST.matcher(lower)).matches()) {
      mo = month(m.group(2));
      d = number(m.group(1));
      y = number(m.group(3));
      rest = m.group(4) == null ? "" : m.group(4);
    } else if (t.matches("\\d{4}")) {
      y = number(t);
      rest = "";
    } else {
      rest = t;
    }
    return time(rest, y, mo, d, legacy);
  }

  private static Parsed time(String rest, int y, int mo, int d, boolean legacy) {
    int h = 0;
    int mi = 0;
    int s = 0;
    long micros = 0;
    Optional<Integer> offset = Optional.empty();
    if (!rest.isEmpty()) {
      Matcher m = TIME.matcher(rest);
      if (!m.matches() || m.group(2) == null && m.group(5) == null) {
        return Parsed.bad(1);
      }
      h = number(m.group(1));
      mi = m.group(2) == null ? 0 : number(m.group(2));
      s = m.group(3) == null ? 0 : number(m.group(3));
      String f = m.group(4) == null ? "" : m.group(4);
      if (legacy && (f.length() > 3 || m.group(6) != null && !m.group(6).equalsIgnoreCase("z"))
          || f.length() > 7) {
        return Parsed.bad(1);
      }
      // A seventh digit is cut: rounded, the last moment of the year 9999 would fall out of range.
      micros = Long.parseLong((f + "000000").substring(0, 6));
      if (m.group(5) != null) {
        if (h > 12 || h == 0) {
          return Parsed.bad(1);
        }
        h = h % 12 + (m.group(5).equalsIgnoreCase("pm") ? 12 : 0);
      }
      if (m.group(6) != null) {
        String o = m.group(6);
        int minutes = 0;
        if (!o.equalsIgnoreCase("z")) {
          String[] parts = o.substring(1).split(":");
          minutes = (o.startsWith("-") ? -1 : 1) * (number(parts[0]) * 60 + number(parts[1]));
        }
        if (Math.abs(minutes) > 840) {
          return Parsed.bad(1);
        }
        offset = Optional.of(minutes);
      }
    }
    if (y < 1
        || mo < 1
        || mo > 12
        || d < 1
        || d > YearMonth.of(y, mo).lengthOfMonth()
        || h > 23
        || mi > 59
        || s > 59
        || legacy && y < 1753) {
      return Parsed.bad(2);
    }
    return new Parsed(LocalDateTime.of(y, mo, d, h, mi, s).plusNanos(micros * 1000), offset, 0);
  }

  private static String strip(String text) {
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

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int month(String name) {
    return MONTHS.indexOf(name) / 4 + 1;
  }

  /// `kind`: date, time, datetime, datetime2; `digits` of the fraction; `minutes` of an offset,
  /// where there is one.
  static String format(
      LocalDateTime value, int style, int digits, String kind, Optional<Integer> minutes) {
    String fraction = String.format("%06d0", value.getNano() / 1000).substring(0, digits);
    boolean old = kind.equals("datetime");
    LocalDate date = value.toLocalDate();
    LocalTime time = value.toLocalTime();
    int y = date.getYear();
    int mo = date.getMonthValue();
    int d = date.getDayOfMonth();
    String mon = date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    String shown =
        switch (style) {
          case 0, 100, 9, 109 -> String.format("%s %2d %04d", mon, d, y);
          case 1, 22 -> String.format("%02d/%02d/%02d", mo, d, y % 100);
          case 101 -> String.format("%02d/%02d/%04d", mo, d, y);
          case 2 -> String.format("%02d.%02d.%02d", y % 100, mo, d);
          case 102 -> String.format("%04d.%02d.%02d", y, mo, d);
          case 3 -> String.format("%02d/%02d/%02d", d, mo, y % 100);
          case 103 -> String.format("%02d/%02d/%04d", d, mo, y);
          case 4 -> String.format("%02d.%02d.%02d", d, mo, y % 100);
          case 104 -> String.format("%02d.%02d.%04d", d, mo, y);
          case 5 -> String.format("%02d-%02d-%02d", d, mo, y % 100);
          case 105 -> String.format("%02d-%02d-%04d", d, mo, y);
          case 6 -> String.format("%02d %s %02d", d, mon, y % 100);
          case 106, 13, 113 -> String.format("%02d %s %04d", d, mon, y);
          case 7 -> String.format("%s %02d, %02d", mon, d, y % 100);
          case 107 -> String.format("%s %02d, %04d", mon, d, y);
          case 10 -> String.format("%02d-%02d-%02d", mo, d, y % 100);
          case 110 -> String.format("%02d-%02d-%04d", mo, d, y);
          case 11 -> String.format("%02d/%02d/%02d", y % 100, mo, d);
          case 111 -> String.format("%04d/%02d/%02d", y, mo, d);
          case 12 -> String.format("%02d%02d%02d", y % 100, mo, d);
          case 112 -> String.format("%04d%02d%02d", y, mo, d);
          case 20, 120, 21, 25, 121, 23, 126, 127 -> String.format("%04d-%02d-%02d", y, mo, d);
          case 8, 108, 14, 114, 24 -> "";
          default -> throw SqlError.of(281, style, kind);
        };
    int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String half = time.getHour() < 12 ? "AM" : "PM";
    String clock =
        String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    String dotted = digits > 0 ? "." + fraction : "";
    String colon = digits > 0 ? (old ? ":" : ".") + fraction : "";
    String rest =
        switch (style) {
          case 0, 100 -> String.format("%2d:%02d%s", hour12, time.getMinute(), half);
          case 9, 109 ->
              String.format("%2d:%02d:%02d", hour12, time.getMinute(), time.getSecond())
                  + colon
                  + half;
          case 8, 108, 24, 20, 120 -> clock;
          case 13, 113, 14, 114 -> clock + colon;
          case 21, 121, 25 -> clock + dotted;
          case 22 ->
              String.format("%2d:%02d:%02d %s", hour12, time.getMinute(), time.getSecond(), half);
          case 126, 127 ->
              clock + (digits > 0 && (!old || !fraction.equals("000")) ? "." + fraction : "");
          default -> "";
        };
    String result =
        switch (kind) {
          case "date" -> shown;
          case "time" -> rest;
          default ->
              shown
                  + (shown.isEmpty() || rest.isEmpty()
                      ? ""
                      : style == 126 || style == 127 ? "T" : " ")
                  + rest;
        };
    if (result.isEmpty()) {
      throw SqlError.of(281, style, kind);
    }
    if (minutes.isPresent()) {
      result += style == 127 ? "Z" : (style == 126 ? "" : " ") + offset(minutes.get());
    }
    return result;
  }

  static String offset(int minutes) {
    return String.format(
        "%s%02d:%02d", minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60);
  }
}
