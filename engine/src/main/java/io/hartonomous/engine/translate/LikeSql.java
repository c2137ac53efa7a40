package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Condition;
import java.util.Optional;

/// LIKE. Source: Microsoft Learn, "LIKE (Transact-SQL)".
public final class LikeSql {
  private LikeSql() {}

  static String write(ExpressionSql expressions, Condition.Like like) {
    SqlType type = expressions.type(like.value());
    String value = expressions.text(like.value());
    Optional<String> pattern = ConditionSql.constant(like.pattern());
    Optional<String> escape = like.escape().flatMap(ConditionSql::constant);
    boolean unicode =
        type.base().isUnicode() || expressions.type(like.pattern()).base().isUnicode();
    boolean ignoreCase = PgTypes.ignoresCase(type, expressions.emission.collation);
    if (pattern.isEmpty() || like.escape().isPresent() && escape.isEmpty()) {
      String rest =
          ", "
              + expressions.text(like.pattern())
              + ", "
              + like.escape().map(expressions::text).orElse("NULL::bpchar")
              + ", "
              + ignoreCase
              + ")";
      String call = "hn.\"like\"(" + value + rest;
      return unicode ? call : "(" + call + " OR hn.\"like\"(hn.rtrim(" + value + ")" + rest + ")";
    }
    if (escape.isPresent() && escape.get().length() != 1) {
      throw SqlError.of(506, escape.get());
    }
    char escapeChar = escape.map(e -> e.charAt(0)).orElse('\0');
    String matched = one(expressions, value, pattern.get(), escapeChar, ignoreCase);
    // Blanks at the end of a value do not count, unless one of the two is Unicode.
    return unicode || pattern.get().endsWith("%")
        ? matched
        : "("
            + matched
            + " OR "
            + one(expressions, "hn.rtrim(" + value + ")", pattern.get(), escapeChar, ignoreCase)
            + ")";
  }

  private static String one(
      ExpressionSql expressions, String value, String pattern, char escape, boolean ignoreCase) {
    Optional<String> plain = plain(pattern, escape);
    if (plain.isPresent()) {
      return "hn.like_internal("
          + value
          + ", "
          + expressions.emission.string(plain.get()).replace("::hn.str", "::bpchar")
          + ")";
    }
    Optional<String> regex = regex(pattern, escape);
    // A set that is not closed matches nothing.
    return regex.isEmpty()
        ? "(" + value + " IS NULL AND NULL)"
        : "hn.matches("
            + value
            + ", "
            + PgNames.literal("^(?:" + regex.get() + ")$")
            + ", "
            + ignoreCase
            + ")";
  }

  /// The pattern for PostgreSQL's LIKE, where it has no set but those of one character.
  static Optional<String> plain(String pattern, char escape) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (escape != '\0' && c == escape && i + 1 < pattern.length()) {
        result.append('\\').append(pattern.charAt(++i));
      } else if (c == '[') {
        if (i + 2 < pattern.length()
            && pattern.charAt(i + 2) == ']'
            && pattern.charAt(i + 1) != '^'
            && (escape == '\0' || pattern.charAt(i + 1) != escape)) {
          result.append('\\').append(pattern.charAt(i + 1));
          i += 2;
        } else {
          return Optional.empty();
        }
      } else if (c == '\\') {
        result.append("\\\\");
      } else {
        result.append(c);
      }
    }
    return Optional.of(result.toString());
  }

  /// The pattern as a regular expression that both PostgreSQL and Java read alike; empty where a
  /// set is not closed.
  public static Optional<String> regex(String pattern, char escape) {
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      if (escape != '\0' && c == escape && i + 1 < pattern.length()) {
        i++;
        result.append(quote(pattern.charAt(i)));
      } else if (c == '%') {
        result.append(".*");
      } else if (c == '_') {
        result.append('.');
      } else if (c == '[') {
        i++;
        boolean negated = i < pattern.length() && pattern.charAt(i) == '^';
        if (negated) {
          i++;
        }
        StringBuilder members = new StringBuilder();
        while (i < pattern.length() && pattern.charAt(i) != ']') {
          char m = pattern.charAt(i);
          if (escape != '\0' && m == escape && i + 1 < pattern.length()) {
            i++;
            members.append(quote(pattern.charAt(i)));
          } else if (m == '-'
              && !members.isEmpty()
              && i + 1 < pattern.length()
              && pattern.charAt(i + 1) != ']') {
            members.append('-');
          } else {
            members.append(quote(m));
          }
          i++;
        }
        if (i >= pattern.length() || members.isEmpty() && !negated) {
          return Optional.empty();
        }
        result.append(members.isEmpty() ? "." : "[" + (negated ? "^" : "") + members + "]");
      } else {
        result.append(quote(c));
      }
      i++;
    }
    return Optional.of(result.toString());
  }

  private static String quote(char c) {
    return Character.isLetterOrDigit(c) || Character.isWhitespace(c) || Character.isSurrogate(c)
        ? String.valueOf(c)
        : "\\" + c;
  }
}
