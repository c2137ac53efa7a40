package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// String functions. Source: Microsoft Learn, "String functions (Transact-SQL)".
final class StringFunctionSql {
  private StringFunctionSql() {}

  static Optional<String> write(ExpressionSql e, String name, List<Expression> a) {
    return Optional.ofNullable(sql(e, name, a));
  }

  private static boolean binary(ExpressionSql e, Expression argument) {
    return e.type(argument).base().isBinary();
  }

  private static String sql(ExpressionSql e, String name, List<Expression> a) {
    return switch (name) {
      case "LEN" ->
          binary(e, a.getFirst())
              ? "octet_length(" + e.value(a.getFirst()) + ")"
              : "hn.len(" + e.text(a.getFirst()) + ")";
      case "UPPER", "LOWER", "REVERSE" ->
          "hn." + name.toLowerCase(java.util.Locale.ROOT) + "(" + e.text(a.getFirst()) + ")";
      case "LTRIM", "RTRIM" ->
          "hn."
              + name.toLowerCase(java.util.Locale.ROOT)
              + "("
              + e.text(a.getFirst())
              + (a.size() > 1 ? ", " + e.text(a.get(1)) : "")
              + ")";
      case "SUBSTRING" -> {
        String length = a.size() > 2 ? e.integer(a.get(2)) : "2147483647";
        yield binary(e, a.getFirst())
            ? "substr(" + e.value(a.get(0)) + ", " + e.integer(a.get(1)) + ", " + length + ")"
            : "hn.substring(" + e.text(a.get(0)) + ", " + e.integer(a.get(1)) + ", " + length + ")";
      }
      case "CHARINDEX" ->
          a.size() > 2
              ? "hn.charindex("
                  + e.text(a.get(0))
                  + ", "
                  + e.text(a.get(1))
                  + ", "
                  + e.integer(a.get(2))
                  + ")"
              : "hn.charindex(" + e.text(a.get(0)) + ", " + e.text(a.get(1)) + ", 1)";
      case "PATINDEX" ->
          "hn.patindex("
              + e.text(a.get(0))
              + ", "
              + e.text(a.get(1))
              + ", "
              + PgTypes.ignoresCase(e.type(a.get(1)), e.emission.collation)
              + ")";
      case "REPLACE" ->
          "hn.replace("
              + e.text(a.get(0))
              + ", "
              + e.text(a.get(1))
              + ", "
              + e.text(a.get(2))
              + ")";
      case "STUFF" ->
          "hn.stuff("
              + e.text(a.get(0))
              + ", "
              + e.integer(a.get(1))
              + ", "
              + e.integer(a.get(2))
              + ", "
              + e.text(a.get(3))
              + ")";
      case "REPLICATE" -> {
        SqlType type = e.type(a.get(0));
        yield "hn.replicate("
            + e.text(a.get(0))
            + ", "
            + e.integer(a.get(1))
            + ", "
            + (type.isMax() ? -1 : type.base().isUnicode() ? 4000 : 8000)
            + ")";
      }
      case "SPACE" -> "hn.space(" + e.integer(a.get(0)) + ")";
      case "CONCAT" -> concat(e, a);
      case "CONCAT_WS" -> concatWithSeparator(e, a);
      case "QUOTENAME" ->
          "hn.quotename("
              + e.text(a.get(0))
              + ", "
              + (a.size() > 1 ? e.text(a.get(1)) : "'['::hn.str")
              + ")";
      case "TRANSLATE" ->
          "hn.translate("
              + e.text(a.get(0))
              + ", "
              + e.text(a.get(1))
              + ", "
              + e.text(a.get(2))
              + ")";
      case "STRING_ESCAPE" -> {
        if (!ConditionSql.constant(a.get(1)).filter("json"::equalsIgnoreCase).isPresent()) {
          throw SqlError.unsupported("STRING_ESCAPE with a type other than 'json'");
        }
        yield "hn.string_escape(" + e.text(a.get(0)) + ")";
      }
      case "ASCII", "UNICODE" ->
          "hn." + name.toLowerCase(java.util.Locale.ROOT) + "(" + e.text(a.get(0)) + ")";
      case "CHAR", "NCHAR" ->
          "hn."
              + PgNames.quote(name.toLowerCase(java.util.Locale.ROOT))
              + "("
              + e.integer(a.get(0))
              + ")";
      case "STR" ->
          "hn.str_number("
              + e.value(a.get(0), SqlType.FLOAT)
              + ", "
              + (a.size() > 1 ? e.integer(a.get(1)) : "10")
              + ", "
              + (a.size() > 2 ? e.integer(a.get(2)) : "0")
              + ")";
      case "ISNUMERIC" -> {
        SqlType type = e.type(a.getFirst());
        yield type.base().isNumeric()
            ? "CASE WHEN " + e.value(a.getFirst()) + " IS NULL THEN 0 ELSE 1 END"
            : "hn.isnumeric(" + e.text(a.getFirst()) + ")";
      }
      case "FORMAT",
          "SOUNDEX",
          "DIFFERENCE",
          "FORMATMESSAGE",
          "REGEXP_REPLACE",
          "REGEXP_SUBSTR",
          "REGEXP_COUNT",
          "REGEXP_INSTR",
          "REGEXP_LIKE",
          "UNISTR",
          "COMPRESS",
          "DECOMPRESS",
          "EDIT_DISTANCE",
          "EDIT_DISTANCE_SIMILARITY",
          "JARO_WINKLER_DISTANCE",
          "JARO_WINKLER_SIMILARITY" ->
          throw SqlError.unsupported("the function " + name + " inside a query");
      case "BASE64_ENCODE" ->
          "replace(encode(" + e.value(a.get(0)) + ", 'base64'), chr(10), '')::hn.str";
      case "BASE64_DECODE" -> "decode(textin(bpcharout(" + e.text(a.get(0)) + ")), 'base64')";
      default -> null;
    };
  }

  private static String orEmpty(ExpressionSql e, Expression argument) {
    if (e.type(argument).base() == SqlType.Base.NULL) {
      return "''::hn.str";
    }
    String text = e.text(argument);
    return e.binding.nullable(argument) ? "coalesce(" + text + ", '')" : text;
  }

  private static String concat(ExpressionSql e, List<Expression> a) {
    String sql = orEmpty(e, a.getFirst());
    for (int i = 1; i < a.size(); i++) {
      sql = "hn.cat(" + sql + ", " + orEmpty(e, a.get(i)) + ")";
    }
    return sql;
  }

  private static String concatWithSeparator(ExpressionSql e, List<Expression> a) {
    String separator = orEmpty(e, a.getFirst());
    List<String> parts = new ArrayList<>();
    for (Expression argument : a.subList(1, a.size())) {
      if (e.type(argument).base() != SqlType.Base.NULL) {
        parts.add("textin(bpcharout(" + e.text(argument) + "))");
      }
    }
    return "concat_ws(textin(bpcharout("
        + separator
        + ")), "
        + String.join(", ", parts)
        + ")::hn.str";
  }
}
