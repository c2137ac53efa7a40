package io.hartonomous.syntax.print;

import io.hartonomous.syntax.Literals;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Condition.ComparisonOperator;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The canonical text of expressions and conditions: see [Canonical].
final class CanonicalExpressions {
  private final Tokens tokens;

  CanonicalExpressions(Tokens tokens) {
    this.tokens = tokens;
  }

  static String name(MultiPartName name) {
    return name.parts().stream().map(CanonicalExpressions::name).collect(Collectors.joining("."));
  }

  static String name(Identifier name) {
    return name.isOmitted() ? "" : "[" + name.value().replace("]", "]]") + "]";
  }

  String expression(Expression expression) {
    return switch (expression) {
      case Expression.Parenthesised e -> expression(e.inner());
      case Expression.Literal e -> literal(e);
      case Expression.Variable e -> e.name();
      case Expression.GlobalVariable e -> e.name().toLowerCase(Locale.ROOT);
      case Expression.SqlcmdVariable e -> "$(" + e.name() + ")";
      case Expression.ColumnReference e -> name(e.name());
      case Expression.Binary e -> binary(e);
      case Expression.Unary e -> e.operator().sql() + "(" + expression(e.operand()) + ")";
      case Expression.FunctionCall e -> call(e);
      case Expression.Star e -> e.qualifier().map(q -> name(q) + ".").orElse("") + "*";
      case Expression.ParameterlessCall e -> parameterless(e.name());
      case Expression.Cast e ->
          (e.tryCast() ? "TRY_CONVERT(" : "CONVERT(")
              + CanonicalTypes.type(e.type())
              + ","
              + expression(e.value())
              + ")";
      case Expression.Convert e ->
          (e.tryConvert() ? "TRY_CONVERT(" : "CONVERT(")
              + CanonicalTypes.type(e.type())
              + ","
              + expression(e.value())
              + e.style().map(s -> "," + expression(s)).orElse("")
              + ")";
      case Expression.Parse e ->
          (e.tryParse() ? "TRY_PARSE(" : "PARSE(")
              + expression(e.value())
              + " AS "
              + CanonicalTypes.type(e.type())
              + e.culture().map(c -> " USING " + expression(c)).orElse("")
              + ")";
      case Expression.SimpleCase e ->
          "CASE "
              + expression(e.input())
              + e.whens().stream().map(this::expression).collect(Collectors.joining())
              + otherwise(e.otherwise().map(this::expression).orElse("NULL"));
      case Expression.SimpleWhen e ->
          " WHEN " + expression(e.value()) + " THEN " + expression(e.result());
      case Expression.SearchedCase e ->
          "CASE"
              + e.whens().stream().map(this::expression).collect(Collectors.joining())
              + otherwise(e.otherwise().map(this::expression).orElse("NULL"));
      case Expression.SearchedWhen e ->
          " WHEN " + condition(e.condition()) + " THEN " + expression(e.result());
      case Expression.Iif e ->
          "CASE WHEN "
              + condition(e.condition())
              + " THEN "
              + expression(e.whenTrue())
              + otherwise(expression(e.whenFalse()));
      case Expression.Coalesce e -> coalesce(e.arguments());
      case Expression.NullIf e -> {
        String first = expression(e.first());
        yield "CASE WHEN " + first + "=" + expression(e.second()) + " THEN NULL" + otherwise(first);
      }
      case Expression.LeftRight e ->
          (e.left() ? "left(" : "right(")
              + expression(e.text())
              + ","
              + expression(e.length())
              + ")";
      case Expression.Trim e ->
          "trim("
              + e.side().map(s -> s + " ").orElse("")
              + e.characters().map(c -> expression(c) + " FROM ").orElse("")
              + expression(e.text())
              + ")";
      case Expression.JsonObject e ->
          (e.aggregate() ? "json_objectagg(" : "json_object(")
              + e.members().stream().map(this::expression).collect(Collectors.joining(","))
              + e.onNull().map(n -> " " + n).orElse("")
              + e.returning().map(t -> " RETURNING " + CanonicalTypes.type(t)).orElse("")
              + ")";
      case Expression.JsonKeyValue e -> expression(e.key()) + ":" + expression(e.value());
      case Expression.JsonArray e ->
          (e.aggregate() ? "json_arrayagg(" : "json_array(")
              + list(e.elements())
              + e.orderBy().map(o -> " " + raw(o)).orElse("")
              + e.onNull().map(n -> " " + n).orElse("")
              + e.returning().map(t -> " RETURNING " + CanonicalTypes.type(t)).orElse("")
              + ")";
      case Expression.NextValueFor e ->
          "NEXT VALUE FOR " + name(e.sequence()) + e.over().map(o -> " " + raw(o)).orElse("");
      case Expression.OdbcLiteral e -> "{" + e.kind().name() + " " + expression(e.text()) + "}";
      case Expression.OdbcFunction e -> raw(e);
      case Expression.JsonValue e ->
          "json_value("
              + list(e.arguments())
              + " RETURNING "
              + CanonicalTypes.type(e.returning())
              + ")";
      case Expression.JsonQuery e -> "json_query(" + list(e.arguments()) + " WITH ARRAY WRAPPER)";
      case Expression.Embeddings e -> raw(e);
      case Expression.AtTimeZone e ->
          expression(e.value()) + " AT TIME ZONE " + expression(e.zone());
      case Expression.Collate e -> expression(e.value()) + " COLLATE " + e.collation().value();
      case Expression.ScalarSubquery e -> "(" + raw(e.query()) + ")";
      case Expression.MethodCall e ->
          expression(e.target())
              + "."
              + name(e.method())
              + e.arguments().map(a -> "(" + list(a) + ")").orElse("");
      case Expression.StaticCall e ->
          name(e.type())
              + "::"
              + name(e.member())
              + e.arguments().map(a -> "(" + list(a) + ")").orElse("");
      case Expression.DatePart e -> datePart(e.word());
    };
  }

  private static String otherwise(String value) {
    return " ELSE " + value + " END";
  }

  private String list(List<Expression> values) {
    return values.stream().map(this::expression).collect(Collectors.joining(","));
  }

  private String raw(Node node) {
    return CanonicalTokens.text(tokens, node.from(), node.to());
  }

  private static String literal(Expression.Literal literal) {
    return switch (literal.kind()) {
      case STRING -> Literals.quote(Literals.string(literal));
      case NATIONAL_STRING -> "N" + Literals.quote(Literals.string(literal));
      case INTEGER -> trimmed(literal.text());
      case DECIMAL, REAL, MONEY, BINARY -> literal.text().toLowerCase(Locale.ROOT);
      case NULL, DEFAULT, MAX -> literal.kind().name();
    };
  }

  private static String trimmed(String digits) {
    int zeros = 0;
    while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.substring(zeros);
  }

  /// From left to right, each step in parentheses: `a+b-c` is `((a+b)-c)`, as a server stores it.
  /// The leftmost operand may be as deep as the chain is long (a server's text has it so), hence
  /// the loop.
  private String binary(Expression.Binary expression) {
    Deque<String> tails = new ArrayDeque<>();
    int opened = 0;
    Expression left = expression;
    while (true) {
      if (left instanceof Expression.Parenthesised p) {
        left = p.inner();
      } else if (left instanceof Expression.Binary b) {
        for (int i = b.operators().size() - 1; i >= 0; i--) {
          tails.push(b.operators().get(i).sql() + expression(b.operands().get(i + 1)) + ")");
          opened++;
        }
        left = b.operands().getFirst();
      } else {
        break;
      }
    }
    StringBuilder out = new StringBuilder().repeat('(', opened).append(expression(left));
    while (!tails.isEmpty()) {
      out.append(tails.pop());
    }
    return out.toString();
  }

  private String call(Expression.FunctionCall call) {
    boolean builtIn = call.name().parts().size() == 1;
    String name =
        builtIn ? call.name().object().value().toLowerCase(Locale.ROOT) : name(call.name());
    return name
        + "("
        + call.quantifier().map(q -> q + " ").orElse("")
        + list(call.arguments())
        + ")"
        + call.withinGroup().map(o -> " WITHIN GROUP (" + raw(o) + ")").orElse("")
        + call.nullTreatment().map(n -> " " + n).orElse("")
        + call.over().map(o -> " " + raw(o)).orElse("");
  }

  private static String parameterless(String name) {
    return switch (name) {
      case "CURRENT_TIMESTAMP" -> "getdate()";
      case "USER", "CURRENT_USER" -> "user_name()";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }

  private String coalesce(List<Expression> arguments) {
    StringBuilder out = new StringBuilder("CASE");
    for (Expression argument : arguments.subList(0, arguments.size() - 1)) {
      String value = expression(argument);
      out.append(" WHEN NOT (").append(value).append(" IS NULL) THEN ").append(value);
    }
    return out + otherwise(expression(arguments.getLast()));
  }

  /// Source: Microsoft Learn, "DATEADD (Transact-SQL)", the abbreviations of datepart.
  private static String datePart(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "yy", "yyyy" -> "year";
      case "qq", "q" -> "quarter";
      case "mm", "m" -> "month";
      case "dy", "y" -> "dayofyear";
      case "dd", "d" -> "day";
      case "wk", "ww" -> "week";
      case "dw", "w" -> "weekday";
      case "hh" -> "hour";
      case "mi", "n" -> "minute";
      case "ss", "s" -> "second";
      case "ms" -> "millisecond";
      case "mcs" -> "microsecond";
      case "ns" -> "nanosecond";
      case "tz" -> "tzoffset";
      case "isowk", "isoww" -> "iso_week";
      default -> lower;
    };
  }

  // Conditions.

  String condition(Condition condition) {
    return switch (condition) {
      case Condition.Parenthesised c -> condition(c.inner());
      case Condition.And c -> joined(c, " AND ");
      case Condition.Or c -> joined(c, " OR ");
      case Condition.Not c -> not(condition(c.operand()));
      case Condition.Comparison c ->
          expression(c.left()) + operator(c.operator()) + expression(c.right());
      case Condition.DistinctFrom c ->
          negated(c.negated(), expression(c.left()) + " IS DISTINCT FROM " + expression(c.right()));
      case Condition.Between c -> {
        String value = expression(c.value());
        yield negated(
            c.negated(),
            all(
                List.of(value + ">=" + expression(c.low()), value + "<=" + expression(c.high())),
                " AND "));
      }
      case Condition.InList c -> {
        String value = expression(c.value());
        yield negated(
            c.negated(),
            all(c.values().stream().map(v -> value + "=" + expression(v)).toList(), " OR "));
      }
      case Condition.InQuery c ->
          negated(c.negated(), expression(c.value()) + " IN (" + raw(c.query()) + ")");
      case Condition.Like c ->
          negated(
              c.negated(),
              expression(c.value())
                  + " LIKE "
                  + expression(c.pattern())
                  + c.escape().map(e -> " ESCAPE " + expression(e)).orElse(""));
      case Condition.IsNull c -> negated(c.negated(), expression(c.value()) + " IS NULL");
      case Condition.Exists c -> "EXISTS (" + raw(c.query()) + ")";
      case Condition.Quantified c ->
          expression(c.value())
              + operator(c.operator())
              + c.quantifier()
              + " ("
              + raw(c.query())
              + ")";
      case Condition.FullText _,
          Condition.Match _,
          Condition.TsEqual _,
          Condition.UpdateColumn _,
          Condition.CurrentOf _ ->
          raw(condition);
      case Condition.Predicate c -> expression(c.call());
    };
  }

  private static String not(String condition) {
    return "NOT (" + condition + ")";
  }

  private static String negated(boolean negated, String condition) {
    return negated ? not(condition) : condition;
  }

  /// `!=` is `<>`, `!<` is `>=`, `!>` is `<=`.
  private static String operator(ComparisonOperator operator) {
    return switch (operator) {
      case NOT_EQUAL_EXCLAMATION -> "<>";
      case NOT_LESS -> ">=";
      case NOT_GREATER -> "<=";
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> operator.sql();
    };
  }

  /// The operands of a whole chain of one operator, parentheses inside it taken out.
  private String joined(Condition condition, String operator) {
    List<String> operands = new ArrayList<>();
    Deque<Condition> stack = new ArrayDeque<>();
    stack.push(condition);
    while (!stack.isEmpty()) {
      Condition next = stack.pop();
      switch (next) {
        case Condition.Parenthesised p -> stack.push(p.inner());
        case Condition.And and when condition instanceof Condition.And ->
            and.operands().reversed().forEach(stack::push);
        case Condition.Or or when condition instanceof Condition.Or ->
            or.operands().reversed().forEach(stack::push);
        case Condition.Between between
            when condition instanceof Condition.And && !between.negated() -> {
          String value = expression(between.value());
          operands.add(value + ">=" + expression(between.low()));
          operands.add(value + "<=" + expression(between.high()));
        }
        case Condition.InList in when condition instanceof Condition.Or && !in.negated() -> {
          String value = expression(in.value());
          in.values().forEach(v -> operands.add(value + "=" + expression(v)));
        }
        default -> operands.add(condition(next));
      }
    }
    return all(operands, operator);
  }

  /// A server stores IN as OR from the last value to the first: order says nothing.
  private static String all(List<String> operands, String operator) {
    TreeSet<String> sorted = new TreeSet<>(operands);
    return sorted.size() == 1
        ? sorted.getFirst()
        : sorted.stream().collect(Collectors.joining(operator, "(", ")"));
  }
}
