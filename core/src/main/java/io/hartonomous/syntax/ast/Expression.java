package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// A scalar expression. What is true, false or unknown is a [Condition].
public sealed interface Expression extends Node {
  /// A constant. `text` is as written (quotes, `N`, `0x` and the currency sign included); its value
  /// is made by `Literals`.
  record Literal(LiteralKind kind, String text, int from, int to) implements Expression {}

  enum LiteralKind {
    INTEGER,
    DECIMAL,
    REAL,
    MONEY,
    STRING,
    NATIONAL_STRING,
    BINARY,
    NULL,
    DEFAULT,
    MAX
  }

  /// `@name`, as written with its sign.
  record Variable(String name, int from, int to) implements Expression {}

  /// `@@name`, as written with its signs.
  record GlobalVariable(String name, int from, int to) implements Expression {}

  /// `$(Name)` in a place where an expression stands (SQLCMD). `name` without decoration.
  record SqlcmdVariable(String name, int from, int to) implements Expression {}

  /// A column by name, `c`, `t.c`, `s.t.c`; `pseudo` for `$ACTION`, `$IDENTITY`, `$ROWGUID` and the
  /// like.
  record ColumnReference(MultiPartName name, boolean pseudo, int from, int to)
      implements Expression {}

  /// Operators of one precedence level, applied from left to right: `operators.size() ==
  /// operands.size() - 1`.
  record Binary(List<Expression> operands, List<BinaryOperator> operators, int from, int to)
      implements Expression {
    public Binary {
      operands = List.copyOf(operands);
      operators = List.copyOf(operators);
    }
  }

  enum BinaryOperator {
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%"),
    ADD("+"),
    SUBTRACT("-"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    CONCAT("||"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>");

    private final String sql;

    BinaryOperator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record Unary(UnaryOperator operator, Expression operand, int from, int to)
      implements Expression {}

  enum UnaryOperator {
    PLUS("+"),
    MINUS("-"),
    BIT_NOT("~");

    private final String sql;

    UnaryOperator(String sql) {
      this.sql = sql;
    }

    public String sql() {
      return sql;
    }
  }

  record Parenthesised(Expression inner, int from, int to) implements Expression {}

  /// `f(...)`, `dbo.f(...)`. `arguments` may hold [Star] (`COUNT(*)`), [DatePart] and `DEFAULT`
  /// literals. `graphPath` stands for WITHIN GROUP (GRAPH PATH). Functions with a grammar of their
  /// own have their own records below.
  record FunctionCall(
      MultiPartName name,
      Optional<SetQuantifier> quantifier,
      List<Expression> arguments,
      Optional<NullTreatment> nullTreatment,
      Optional<QueryPart.OrderBy> withinGroup,
      boolean graphPath,
      Optional<QueryPart.Over> over,
      int from,
      int to)
      implements Expression {
    public FunctionCall {
      arguments = List.copyOf(arguments);
    }
  }

  enum SetQuantifier {
    ALL,
    DISTINCT
  }

  enum NullTreatment {
    RESPECT_NULLS,
    IGNORE_NULLS
  }

  /// `*` or `t.*` as an argument.
  record Star(Optional<MultiPartName> qualifier, int from, int to) implements Expression {}

  /// A function that stands without parentheses: CURRENT_TIMESTAMP, CURRENT_USER, SESSION_USER,
  /// SYSTEM_USER, USER, CURRENT_DATE.
  record ParameterlessCall(String name, int from, int to) implements Expression {}

  /// `CAST(value AS type)` and `TRY_CAST`.
  record Cast(boolean tryCast, Expression value, DataType type, int from, int to)
      implements Expression {}

  /// `CONVERT(type, value [, style])` and `TRY_CONVERT`.
  record Convert(
      boolean tryConvert,
      DataType type,
      Expression value,
      Optional<Expression> style,
      int from,
      int to)
      implements Expression {}

  /// `PARSE(value AS type [USING culture])` and `TRY_PARSE`.
  record Parse(
      boolean tryParse,
      Expression value,
      DataType type,
      Optional<Expression> culture,
      int from,
      int to)
      implements Expression {}

  /// `CASE input WHEN value THEN result ... [ELSE result] END`.
  record SimpleCase(
      Expression input, List<SimpleWhen> whens, Optional<Expression> otherwise, int from, int to)
      implements Expression {
    public SimpleCase {
      whens = List.copyOf(whens);
    }
  }

  record SimpleWhen(Expression value, Expression result, int from, int to) implements Expression {}

  /// `CASE WHEN condition THEN result ... [ELSE result] END`.
  record SearchedCase(List<SearchedWhen> whens, Optional<Expression> otherwise, int from, int to)
      implements Expression {
    public SearchedCase {
      whens = List.copyOf(whens);
    }
  }

  record SearchedWhen(Condition condition, Expression result, int from, int to)
      implements Expression {}

  record Iif(Condition condition, Expression whenTrue, Expression whenFalse, int from, int to)
      implements Expression {}

  record Coalesce(List<Expression> arguments, int from, int to) implements Expression {
    public Coalesce {
      arguments = List.copyOf(arguments);
    }
  }

  record NullIf(Expression first, Expression second, int from, int to) implements Expression {}

  /// `LEFT(text, length)` and `RIGHT(text, length)`: their names are keywords.
  record LeftRight(boolean left, Expression text, Expression length, int from, int to)
      implements Expression {}

  /// `TRIM([LEADING | TRAILING | BOTH] [characters FROM] text)`.
  record Trim(
      Optional<TrimSide> side, Optional<Expression> characters, Expression text, int from, int to)
      implements Expression {}

  enum TrimSide {
    LEADING,
    TRAILING,
    BOTH
  }

  /// `JSON_OBJECT(key : value, ... [NULL | ABSENT ON NULL])`; `aggregate` for JSON_OBJECTAGG.
  record JsonObject(
      boolean aggregate,
      List<JsonKeyValue> members,
      Optional<JsonNullHandling> onNull,
      Optional<DataType> returning,
      int from,
      int to)
      implements Expression {
    public JsonObject {
      members = List.copyOf(members);
    }
  }

  /// `JSON_VALUE(json, path RETURNING type)`; without RETURNING it is a [FunctionCall].
  record JsonValue(List<Expression> arguments, DataType returning, int from, int to)
      implements Expression {
    public JsonValue {
      arguments = List.copyOf(arguments);
    }
  }

  /// `JSON_QUERY(json [, path] WITH ARRAY WRAPPER)`; without a wrapper it is a [FunctionCall].
  record JsonQuery(List<Expression> arguments, int from, int to) implements Expression {
    public JsonQuery {
      arguments = List.copyOf(arguments);
    }
  }

  /// `AI_GENERATE_EMBEDDINGS(value USE MODEL model [PARAMETERS parameters])`.
  record Embeddings(
      Expression value, Identifier model, Optional<Expression> parameters, int from, int to)
      implements Expression {}

  record JsonKeyValue(Expression key, Expression value, int from, int to) implements Expression {}

  /// `JSON_ARRAY(value, ... [NULL | ABSENT ON NULL])`; `aggregate` for JSON_ARRAYAGG, which may
  /// have an order.
  record JsonArray(
      boolean aggregate,
      List<Expression> elements,
      Optional<QueryPart.OrderBy> orderBy,
      Optional<JsonNullHandling> onNull,
      Optional<DataType> returning,
      int from,
      int to)
      implements Expression {
    public JsonArray {
      elements = List.copyOf(elements);
    }
  }

  enum JsonNullHandling {
    NULL_ON_NULL,
    ABSENT_ON_NULL
  }

  /// `NEXT VALUE FOR sequence [OVER (ORDER BY ...)]`.
  record NextValueFor(MultiPartName sequence, Optional<QueryPart.Over> over, int from, int to)
      implements Expression {}

  /// `{d 'text'}`, `{t 'text'}`, `{ts 'text'}`, `{guid 'text'}`.
  record OdbcLiteral(OdbcKind kind, Literal text, int from, int to) implements Expression {}

  enum OdbcKind {
    D,
    T,
    TS,
    GUID
  }

  /// `{fn name(arguments)}`, the name in upper case.
  ///
  /// @param parenthesised false for `{fn CURRENT_TIME}`
  /// @param part of `{fn EXTRACT(part FROM value)}`
  /// @param type of `{fn CONVERT(value, type)}`
  record OdbcFunction(
      String name,
      boolean parenthesised,
      Optional<Identifier> part,
      List<Expression> arguments,
      Optional<Identifier> type,
      int from,
      int to)
      implements Expression {
    public OdbcFunction {
      arguments = List.copyOf(arguments);
    }
  }

  /// `value AT TIME ZONE zone`.
  record AtTimeZone(Expression value, Expression zone, int from, int to) implements Expression {}

  /// `value COLLATE name`.
  record Collate(Expression value, Identifier collation, int from, int to) implements Expression {}

  /// `(SELECT ...)` where a value stands.
  record ScalarSubquery(QueryExpression query, int from, int to) implements Expression {}

  /// `target.method(arguments)` of xml, CLR and spatial values; without `arguments` a property.
  record MethodCall(
      Expression target, Identifier method, Optional<List<Expression>> arguments, int from, int to)
      implements Expression {
    public MethodCall {
      arguments = arguments.map(List::copyOf);
    }
  }

  /// `Type::Method(arguments)` and `Type::Property`.
  record StaticCall(
      MultiPartName type, Identifier member, Optional<List<Expression>> arguments, int from, int to)
      implements Expression {
    public StaticCall {
      arguments = arguments.map(List::copyOf);
    }
  }

  /// A word that a function takes as it stands: `year` in `DATEADD(year, 1, @d)`.
  record DatePart(String word, int from, int to) implements Expression {}
}
