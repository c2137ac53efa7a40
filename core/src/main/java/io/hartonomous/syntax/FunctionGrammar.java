package io.hartonomous.syntax;

import static io.hartonomous.syntax.TokenKind.COMMA;
import static io.hartonomous.syntax.TokenKind.LEFT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.RIGHT_PARENTHESIS;
import static io.hartonomous.syntax.TokenKind.STAR;

import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.JsonNullHandling;
import io.hartonomous.syntax.ast.Expression.NullTreatment;
import io.hartonomous.syntax.ast.Expression.SetQuantifier;
import io.hartonomous.syntax.ast.Expression.TrimSide;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.Identifier.Quote;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Function calls: those with a grammar of their own, and all others. Source: Microsoft Learn,
/// "What are the SQL database functions?" and the page of each.
final class FunctionGrammar {
  private FunctionGrammar() {}

  /// A call whose name is one part; the cursor is at the name, a parenthesis follows.
  static Expression call(Parser p) {
    if (p.at(TokenKind.IDENTIFIER)) {
      Expression special = special(p);
      if (special != null) {
        return special;
      }
    }
    int from = p.pos;
    Identifier name = NameGrammar.anyLength(p);
    return callOf(p, new MultiPartName(List.of(name), from, p.pos));
  }

  /// Functions that are no plain list of values; null if the name is none of them. Switches on the
  /// length first: this runs for every call.
  private static Expression special(Parser p) {
    int from = p.pos;
    int length = p.tokens.end(from) - p.tokens.start(from);
    return switch (length) {
      case 3 -> p.atWord("IIF") ? iif(p) : null;
      case 4 -> p.atWord("CAST") ? cast(p, false) : p.atWord("TRIM") ? trim(p) : null;
      case 5 -> p.atWord("PARSE") ? parse(p, false) : null;
      case 8 -> p.atWord("TRY_CAST") ? cast(p, true) : null;
      case 9 -> p.atWord("TRY_PARSE") ? parse(p, true) : null;
      case 10 ->
          p.atWord("JSON_ARRAY")
              ? jsonArray(p, false)
              : p.atWord("JSON_VALUE")
                  ? jsonAccess(p, true)
                  : p.atWord("JSON_QUERY") ? jsonAccess(p, false) : null;
      case 11 -> p.atWord("JSON_OBJECT") ? jsonObject(p, false) : null;
      case 13 -> p.atWord("JSON_ARRAYAGG") ? jsonArray(p, true) : null;
      case 22 -> p.atWord("AI_GENERATE_EMBEDDINGS") ? embeddings(p) : null;
      case 14 -> p.atWord("JSON_OBJECTAGG") ? jsonObject(p, true) : null;
      default -> null;
    };
  }

  /// CONVERT, COALESCE and other functions whose names are reserved words.
  static Expression keywordFunction(Parser p) {
    int from = p.pos;
    TokenKind kind = p.kind();
    if (kind
        == TokenKind
            .IDENTITY) { // IDENTITY(type, seed, increment) in SELECT INTO: the type reads as a name
      // or a call
      p.pos++;
      MultiPartName name =
          new MultiPartName(
              List.of(new Identifier("IDENTITY", Quote.NONE, from, p.pos)), from, p.pos);
      return callOf(p, name);
    }
    p.enter();
    p.pos++;
    p.expect(LEFT_PARENTHESIS);
    Expression call;
    switch (kind) {
      case CONVERT, TRY_CONVERT -> {
        DataType type = TypeGrammar.dataType(p);
        p.expect(COMMA);
        Expression value = ExpressionGrammar.expression(p);
        Optional<Expression> style = p.optional(p.accept(COMMA), ExpressionGrammar::expression);
        p.expect(RIGHT_PARENTHESIS);
        call =
            new Expression.Convert(kind == TokenKind.TRY_CONVERT, type, value, style, from, p.pos);
      }
      case COALESCE -> {
        List<Expression> values = ExpressionGrammar.list(p);
        if (values.size() < 2) {
          throw p.fail("','");
        }
        p.expect(RIGHT_PARENTHESIS);
        call = new Expression.Coalesce(values, from, p.pos);
      }
      default -> {
        Expression first = ExpressionGrammar.expression(p);
        p.expect(COMMA);
        Expression second = ExpressionGrammar.expression(p);
        p.expect(RIGHT_PARENTHESIS);
        call =
            kind == TokenKind.NULLIF
                ? new Expression.NullIf(first, second, from, p.pos)
                : new Expression.LeftRight(kind == TokenKind.LEFT, first, second, from, p.pos);
      }
    }
    p.leave();
    return call;
  }

  /// `name(arguments) [WITHIN GROUP (...)] [IGNORE NULLS] [OVER ...]`. A method of a column
  /// (`c.value('...', 'int')`, `t.c.value(...)`) reads the same and is told apart by who knows the
  /// columns.
  static Expression.FunctionCall callOf(Parser p, MultiPartName name) {
    p.enter();
    p.expect(LEFT_PARENTHESIS);
    Optional<SetQuantifier> quantifier = quantifier(p);
    if (quantifier.isPresent() && p.at(STAR)) {
      throw p.fail("an expression");
    }
    List<Expression> arguments = new ArrayList<>();
    Optional<NullTreatment> nulls = Optional.empty();
    if (!p.at(RIGHT_PARENTHESIS)) {
      arguments.add(takesDatePart(p, name) ? datePart(p) : argument(p));
      while (p.accept(COMMA)) {
        arguments.add(argument(p));
      }
      nulls = nullTreatment(p);
    }
    p.expect(RIGHT_PARENTHESIS);
    p.leave();
    Optional<QueryPart.OrderBy> withinGroup = Optional.empty();
    boolean graphPath = false;
    if (nulls.isEmpty()) {
      nulls = nullTreatment(p);
    }
    if (p.atWord("WITHIN") && p.kind(1) == TokenKind.GROUP) {
      p.pos += 2;
      p.enter();
      p.expect(LEFT_PARENTHESIS);
      graphPath = p.acceptWords("GRAPH", "PATH");
      if (!graphPath) {
        withinGroup = Optional.of(QueryGrammar.orderBy(p));
      }
      p.expect(RIGHT_PARENTHESIS);
      p.leave();
    }
    if (nulls.isEmpty()) {
      nulls = nullTreatment(p);
    }
    Optional<QueryPart.Over> over = p.optional(p.at(TokenKind.OVER), WindowGrammar::over);
    return new Expression.FunctionCall(
        name, quantifier, arguments, nulls, withinGroup, graphPath, over, name.from(), p.pos);
  }

  static Optional<SetQuantifier> quantifier(Parser p) {
    if (p.accept(TokenKind.ALL)) {
      return Optional.of(SetQuantifier.ALL);
    }
    return p.accept(TokenKind.DISTINCT) ? Optional.of(SetQuantifier.DISTINCT) : Optional.empty();
  }

  private static Optional<NullTreatment> nullTreatment(Parser p) {
    if (p.acceptWords("IGNORE", "NULLS")) {
      return Optional.of(NullTreatment.IGNORE_NULLS);
    }
    return p.acceptWords("RESPECT", "NULLS")
        ? Optional.of(NullTreatment.RESPECT_NULLS)
        : Optional.empty();
  }

  static Expression argument(Parser p) {
    int from = p.pos;
    if (p.at(STAR)) {
      p.pos++;
      return new Expression.Star(Optional.empty(), from, p.pos);
    }
    if (NameGrammar.atIdentifier(p) && p.kind(1) == TokenKind.DOT) {
      int at = p.pos;
      while (NameGrammar.isIdentifier(p, at - p.pos) && p.tokens.kind(at + 1) == TokenKind.DOT) {
        at += 2;
      }
      if (p.tokens.kind(at) == STAR) {
        MultiPartName qualifier = NameGrammar.name(p);
        p.pos += 2;
        return new Expression.Star(Optional.of(qualifier), from, p.pos);
      }
    }
    return ExpressionGrammar.orDefault(p);
  }

  /// `(a, b)` or `()`.
  static List<Expression> plainArguments(Parser p) {
    p.enter();
    p.expect(LEFT_PARENTHESIS);
    List<Expression> arguments = new ArrayList<>();
    if (!p.at(RIGHT_PARENTHESIS)) {
      do {
        arguments.add(argument(p));
      } while (p.accept(COMMA));
    }
    p.expect(RIGHT_PARENTHESIS);
    p.leave();
    return arguments;
  }

  /// Whether the first argument is a part of a date: a bare word.
  private static boolean takesDatePart(Parser p, MultiPartName name) {
    if (name.parts().size() > 1 || !p.at(TokenKind.IDENTIFIER) || p.kind(1) != COMMA) {
      return false;
    }
    String function = name.object().value();
    return switch (function.length()) {
      case 7 -> Words.same(function, "DATEADD");
      case 8 ->
          Words.same(function, "DATEDIFF")
              || Words.same(function, "DATENAME")
              || Words.same(function, "DATEPART");
      case 9 -> Words.same(function, "DATETRUNC");
      case 11 -> Words.same(function, "DATE_BUCKET");
      case 12 -> Words.same(function, "DATEDIFF_BIG");
      default -> false;
    };
  }

  private static Expression datePart(Parser p) {
    int from = p.pos++;
    return new Expression.DatePart(p.tokens.text(from), from, p.pos);
  }

  private static void open(Parser p) {
    p.enter();
    p.pos++;
    p.expect(LEFT_PARENTHESIS);
  }

  private static void close(Parser p) {
    p.expect(RIGHT_PARENTHESIS);
    p.leave();
  }

  private static Expression cast(Parser p, boolean tryCast) {
    int from = p.pos;
    open(p);
    Expression value = ExpressionGrammar.expression(p);
    p.expect(TokenKind.AS);
    DataType type = TypeGrammar.dataType(p);
    close(p);
    return new Expression.Cast(tryCast, value, type, from, p.pos);
  }

  private static Expression parse(Parser p, boolean tryParse) {
    int from = p.pos;
    open(p);
    Expression value = ExpressionGrammar.expression(p);
    p.expect(TokenKind.AS);
    DataType type = TypeGrammar.dataType(p);
    Optional<Expression> culture = p.optional(p.acceptWord("USING"), ExpressionGrammar::expression);
    close(p);
    return new Expression.Parse(tryParse, value, type, culture, from, p.pos);
  }

  private static Expression iif(Parser p) {
    int from = p.pos;
    open(p);
    Condition condition = ConditionGrammar.condition(p);
    p.expect(COMMA);
    Expression whenTrue = ExpressionGrammar.expression(p);
    p.expect(COMMA);
    Expression whenFalse = ExpressionGrammar.expression(p);
    close(p);
    return new Expression.Iif(condition, whenTrue, whenFalse, from, p.pos);
  }

  private static Expression trim(Parser p) {
    int from = p.pos;
    open(p);
    Optional<TrimSide> side = Optional.empty();
    p.mustNotPrecede(Follow.COMMA_ONLY, "FROM or ')'");
    if (p.at(TokenKind.IDENTIFIER)
        && p.kind(1) != RIGHT_PARENTHESIS
        && p.kind(1) != TokenKind.FROM
        && p.kind(1) != TokenKind.DOT
        && p.kind(1) != LEFT_PARENTHESIS) {
      for (TrimSide candidate : TrimSide.values()) {
        if (side.isEmpty() && p.acceptWord(candidate.name())) {
          side = Optional.of(candidate);
        }
      }
    }
    Expression first = ExpressionGrammar.expression(p);
    Optional<Expression> characters = Optional.empty();
    if (side.isPresent() && !p.at(TokenKind.FROM)) {
      throw p.fail("FROM");
    }
    if (p.accept(TokenKind.FROM)) {
      characters = Optional.of(first);
      first = ExpressionGrammar.expression(p);
    }
    close(p);
    return new Expression.Trim(side, characters, first, from, p.pos);
  }

  /// The type that JSON_OBJECT and JSON_ARRAY can give.
  private static DataType json(Parser p) {
    if (p.at(TokenKind.IDENTIFIER) && !p.atWord("JSON")) {
      p.expectWord("JSON");
    }
    return TypeGrammar.dataType(p);
  }

  /// `JSON_VALUE([json [, path [RETURNING type]]])`, `JSON_QUERY([json [, path]] [WITH ARRAY
  /// WRAPPER])`.
  private static Expression jsonAccess(Parser p, boolean value) {
    int from = p.pos;
    open(p);
    MultiPartName name =
        new MultiPartName(
            List.of(new Identifier(p.tokens.text(from), Quote.NONE, from, from + 1)),
            from,
            from + 1);
    List<Expression> arguments = new ArrayList<>(2);
    if (!p.at(RIGHT_PARENTHESIS)) {
      arguments.add(ExpressionGrammar.expression(p));
      if (p.accept(COMMA)) {
        arguments.add(ExpressionGrammar.expression(p));
      }
    }
    if (value && arguments.size() == 2 && p.acceptWord("RETURNING")) {
      DataType type = TypeGrammar.dataType(p);
      close(p);
      return new Expression.JsonValue(arguments, type, from, p.pos);
    }
    if (!value && !arguments.isEmpty() && p.accept(TokenKind.WITH)) {
      p.expectWord("ARRAY");
      p.expectWord("WRAPPER");
      close(p);
      return new Expression.JsonQuery(arguments, from, p.pos);
    }
    close(p);
    return new Expression.FunctionCall(
        name,
        Optional.empty(),
        arguments,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        from,
        p.pos);
  }

  private static Expression embeddings(Parser p) {
    int from = p.pos;
    open(p);
    Expression value = ExpressionGrammar.expression(p);
    p.expect(TokenKind.USE);
    p.expectWord("MODEL");
    Identifier model = NameGrammar.identifier(p);
    Optional<Expression> parameters = Optional.empty();
    if (p.at(TokenKind.IDENTIFIER)) {
      p.expectWord("PARAMETERS");
      if (ExpressionGrammar.atString(p)) {
        throw p.fail("a value of type json");
      }
      parameters = Optional.of(ExpressionGrammar.expression(p));
    }
    close(p);
    return new Expression.Embeddings(value, model, parameters, from, p.pos);
  }

  private static Expression jsonObject(Parser p, boolean aggregate) {
    int from = p.pos;
    open(p);
    List<Expression.JsonKeyValue> members = new ArrayList<>();
    if (!p.at(RIGHT_PARENTHESIS) && !atNullHandling(p)) {
      do {
        int member = p.pos;
        Expression key = key(p);
        members.add(
            new Expression.JsonKeyValue(key, ExpressionGrammar.expression(p), member, p.pos));
      } while (p.accept(COMMA));
    }
    Optional<JsonNullHandling> onNull = nullHandling(p);
    Optional<DataType> returning = p.optional(p.acceptWord("RETURNING"), FunctionGrammar::json);
    close(p);
    return new Expression.JsonObject(aggregate, members, onNull, returning, from, p.pos);
  }

  private static Expression jsonArray(Parser p, boolean aggregate) {
    int from = p.pos;
    open(p);
    List<Expression> elements = new ArrayList<>();
    if (!p.at(RIGHT_PARENTHESIS) && !atNullHandling(p)) {
      do {
        elements.add(ExpressionGrammar.expression(p));
      } while (p.accept(COMMA));
    }
    Optional<QueryPart.OrderBy> orderBy =
        p.optional(aggregate && p.at(TokenKind.ORDER), QueryGrammar::orderBy);
    Optional<JsonNullHandling> onNull = nullHandling(p);
    Optional<DataType> returning = p.optional(p.acceptWord("RETURNING"), FunctionGrammar::json);
    close(p);
    return new Expression.JsonArray(aggregate, elements, orderBy, onNull, returning, from, p.pos);
  }

  /// A key and its colon, which makes a label of a name that it adjoins.
  private static Expression key(Parser p) {
    int ahead = 0;
    while (NameGrammar.isIdentifier(p, ahead) && p.kind(ahead + 1) == TokenKind.DOT) {
      ahead += 2;
    }
    if (p.kind(ahead) == TokenKind.LABEL) {
      int from = p.pos;
      List<Identifier> parts = new ArrayList<>(2);
      while (!p.at(TokenKind.LABEL)) {
        parts.add(NameGrammar.identifier(p));
        p.pos++;
      }
      parts.add(NameGrammar.label(p));
      MultiPartName name = new MultiPartName(parts, from, p.pos);
      return new Expression.ColumnReference(name, false, from, p.pos);
    }
    Expression key = ExpressionGrammar.expression(p);
    p.expect(TokenKind.COLON);
    return key;
  }

  private static boolean atNullHandling(Parser p) {
    return (p.at(TokenKind.NULL) || p.atWord("ABSENT"))
        && p.kind(1) == TokenKind.ON
        && p.kind(2) == TokenKind.NULL;
  }

  private static Optional<JsonNullHandling> nullHandling(Parser p) {
    if (!atNullHandling(p)) {
      return Optional.empty();
    }
    JsonNullHandling handling =
        p.at(TokenKind.NULL) ? JsonNullHandling.NULL_ON_NULL : JsonNullHandling.ABSENT_ON_NULL;
    p.pos += 3;
    return Optional.of(handling);
  }

  /// `NEXT VALUE FOR sequence [OVER (...)]`.
  static Expression nextValueFor(Parser p) {
    int from = p.pos;
    p.pos += 3;
    MultiPartName sequence = NameGrammar.name(p);
    Optional<QueryPart.Over> over = p.optional(p.at(TokenKind.OVER), WindowGrammar::over);
    return new Expression.NextValueFor(sequence, over, from, p.pos);
  }
}
