package io.hartonomous.engine.translate;

import io.hartonomous.bind.Binding;
import io.hartonomous.bind.ColumnBinding;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.bind.TableSource;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.Expression.LiteralKind;
import io.hartonomous.syntax.ast.QueryPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Expressions.
final class ExpressionSql {
  final Emission emission;
  final Binding binding;
  final ConditionSql conditions;
  final QuerySql queries;

  /// Parts whose values stand in a column of a row at hand.
  final Map<Expression, String> known = new IdentityHashMap<>();

  private final FunctionSql functions;

  ExpressionSql(Emission emission) {
    this.emission = emission;
    this.binding = emission.binding;
    this.conditions = new ConditionSql(this);
    this.queries = new QuerySql(this);
    this.functions = new FunctionSql(this);
  }

  SqlType type(Expression expression) {
    SqlType type =
        switch (expression) {
          case Expression.Literal literal when literal == Translator.ROW -> SqlType.INT;
          case Expression.Parenthesised p -> type(p.inner());
          default -> binding.type(expression);
        };
    if (type.base() == Base.UNKNOWN) {
      throw SqlError.unsupported(
          "an expression whose type is not known (" + describe(expression) + ")");
    }
    return type;
  }

  static String describe(Expression expression) {
    return switch (expression) {
      case Expression.FunctionCall call -> call.name().object().value();
      case Expression.ColumnReference column -> column.name().object().value();
      case Expression.GlobalVariable variable -> variable.name();
      default -> expression.getClass().getSimpleName();
    };
  }

  /// The expression as a value of the given type.
  String value(Expression expression, SqlType target) {
    return convert(value(expression), expression, target);
  }

  private String convert(String sql, Expression expression, SqlType target) {
    SqlType from = type(expression);
    return emission.conversions.convert(sql, from, target, ConversionSql.NO_STYLE, false);
  }

  /// The expression as a string of whatever length.
  String text(Expression expression) {
    SqlType type = type(expression);
    return ConversionSql.character(type)
        ? value(expression)
        : value(expression, SqlType.nvarchar(SqlType.MAX));
  }

  String integer(Expression expression) {
    return value(expression, SqlType.INT);
  }

  String value(Expression expression) {
    String held = known.get(expression);
    if (held != null) {
      return held;
    }
    String sql = write(expression);
    return emission.replacements.isEmpty() ? sql : emission.replacements.getOrDefault(sql, sql);
  }

  private String write(Expression expression) {
    return switch (expression) {
      case Literal literal -> literal(literal);
      case Expression.Variable v ->
          emission.parameter(new ParameterRef.Variable(v.name(), type(v)));
      case Expression.GlobalVariable v ->
          emission.parameter(
              new ParameterRef.Session(v.name().toUpperCase(Locale.ROOT), List.of(), type(v)));
      case Expression.SqlcmdVariable v -> throw SqlError.of(102, "$(" + v.name() + ")");
      case Expression.ColumnReference c -> column(c);
      case Expression.Binary b -> ArithmeticSql.binary(this, b);
      case Expression.Unary u -> ArithmeticSql.unary(this, u);
      case Expression.Parenthesised p -> "(" + value(p.inner()) + ")";
      case Expression.FunctionCall call -> call(call);
      case Expression.ParameterlessCall call -> functions.parameterless(call.name(), type(call));
      case Expression.Cast cast ->
          conversion(cast.value(), type(cast), ConversionSql.NO_STYLE, cast.tryCast());
      case Expression.Convert convert ->
          conversion(convert.value(), type(convert), style(convert.style()), convert.tryConvert());
      case Expression.Parse parse ->
          throw SqlError.unsupported((parse.tryParse() ? "TRY_" : "") + "PARSE inside a query");
      case Expression.SimpleCase c -> simpleCase(c);
      case Expression.SearchedCase c -> searchedCase(c);
      case Expression.Iif iif -> {
        SqlType type = type(iif);
        yield "CASE WHEN "
            + conditions.write(iif.condition())
            + " THEN "
            + value(iif.whenTrue(), type)
            + " ELSE "
            + value(iif.whenFalse(), type)
            + " END";
      }
      case Expression.Coalesce c -> {
        SqlType type = type(c);
        yield "coalesce("
            + String.join(", ", c.arguments().stream().map(a -> value(a, type)).toList())
            + ")";
      }
      case Expression.NullIf n -> {
        String first = value(n.first());
        yield "CASE WHEN "
            + conditions.compare(n.first(), "=", n.second())
            + " THEN NULL ELSE "
            + first
            + " END";
      }
      case Expression.LeftRight lr ->
          (lr.left() ? "hn.\"left\"(" : "hn.\"right\"(")
              + text(lr.text())
              + ", "
              + integer(lr.length())
              + ")";
      case Expression.Trim trim -> trim(trim);
      case Expression.JsonObject o -> JsonSql.object(this, o);
      case Expression.JsonArray a -> JsonSql.array(this, a);
      case Expression.NextValueFor next -> nextValue(next);
      case Expression.JsonValue _ -> throw SqlError.unsupported("JSON_VALUE with RETURNING");
      case Expression.JsonQuery _ -> throw SqlError.unsupported("JSON_QUERY with ARRAY WRAPPER");
      case Expression.Embeddings _ -> throw SqlError.unsupported("AI_GENERATE_EMBEDDINGS");
      case Expression.OdbcLiteral _, Expression.OdbcFunction _ ->
          throw SqlError.unsupported("ODBC escapes in braces");
      case Expression.AtTimeZone _ -> throw SqlError.unsupported("AT TIME ZONE");
      case Expression.Collate c -> collate(c);
      case Expression.ScalarSubquery s -> "(" + queries.query(s.query(), List.of(), false) + ")";
      case Expression.MethodCall call ->
          throw SqlError.unsupported("the method " + call.method().value() + " of a value");
      case Expression.StaticCall call ->
          throw SqlError.unsupported("the static member " + call.member().value() + " of a type");
      case Expression.Star _ -> throw SqlError.of(102, "'*'");
      case Expression.DatePart part -> throw SqlError.of(102, "'" + part.word() + "'");
      case Expression.SimpleWhen _, Expression.SearchedWhen _, Expression.JsonKeyValue _ ->
          throw new IllegalArgumentException("no value by itself");
    };
  }

  String literal(Literal literal) {
    Object value =
        literal.kind() == LiteralKind.DEFAULT || literal.kind() == LiteralKind.MAX
            ? null
            : LiteralValues.of(literal);
    return switch (literal.kind()) {
      case INTEGER -> value instanceof Integer i ? i.toString() : value + "::numeric";
      case DECIMAL -> ((BigDecimal) value).toPlainString() + "::numeric";
      case REAL -> "'" + value + "'::float8";
      case MONEY -> ((BigDecimal) value).toPlainString() + "::numeric";
      case STRING, NATIONAL_STRING -> emission.string((String) value);
      case BINARY -> "'\\x" + HexFormat.of().formatHex((byte[]) value) + "'::bytea";
      case NULL -> "NULL";
      case DEFAULT -> throw SqlError.of(102, "DEFAULT");
      case MAX -> throw SqlError.of(102, "MAX");
    };
  }

  private String column(Expression.ColumnReference reference) {
    if (reference.pseudo()
        && reference.name().object().value().toUpperCase(Locale.ROOT).endsWith("ACTION")) {
      return "merge_action()::text::hn.str";
    }
    Optional<ColumnBinding> found = binding.column(reference);
    if (found.isEmpty()) {
      throw SqlError.of(207, reference.name().object().value());
    }
    return column(found.get());
  }

  String column(ColumnBinding column) {
    String alias = alias(column.source());
    if (column.column().computed()) {
      Optional<String> computed = computed(column.source(), column.column().name(), alias);
      if (computed.isPresent()) {
        return computed.get();
      }
    }
    String name = columnName(column.source().relation(), column.column());
    return alias.isEmpty() ? name : alias + "." + name;
  }

  private Optional<String> computed(TableSource source, String column, String alias) {
    Relation relation = source.relation();
    boolean output = source.node() instanceof DmlPart.Output;
    return output
            || switch (relation.kind()) {
              case TABLE, TEMPORARY_TABLE, TABLE_VARIABLE -> true;
              default -> false;
            }
        ? emission.context.computed(
            relation, output ? emission.changed : Optional.empty(), column, alias)
        : Optional.empty();
  }

  /// In OUTPUT, `inserted` and `deleted` are PostgreSQL's `new` and `old`.
  private String alias(TableSource source) {
    if (source.node() instanceof DmlPart.Output) {
      return source.relation().kind() == Relation.Kind.INSERTED ? "new" : "old";
    }
    return emission.alias(source);
  }

  String columnName(Relation relation, Relation.Column column) {
    return emission.names.column(column.name());
  }

  private String conversion(Expression value, SqlType to, int style, boolean quiet) {
    if (to.base() == Base.UNKNOWN) {
      throw SqlError.unsupported("a conversion to a type that is not known");
    }
    return emission.conversions.convert(value(value), type(value), to, style, quiet);
  }

  /// Styles are constants nearly always; others would need a function for every pair of types.
  private static int style(Optional<Expression> style) {
    if (style.isEmpty()) {
      return ConversionSql.NO_STYLE;
    }
    Expression expression = style.get();
    while (expression instanceof Expression.Parenthesised p) {
      expression = p.inner();
    }
    if (expression instanceof Literal literal
        && LiteralValues.of(literal) instanceof Integer number) {
      return number;
    }
    throw SqlError.unsupported("a style of CONVERT that is no constant");
  }

  private String simpleCase(Expression.SimpleCase c) {
    SqlType type = type(c);
    StringBuilder sql = new StringBuilder("CASE");
    for (Expression.SimpleWhen when : c.whens()) {
      sql.append(" WHEN ")
          .append(conditions.compare(c.input(), "=", when.value()))
          .append(" THEN ")
          .append(value(when.result(), type));
    }
    c.otherwise().ifPresent(e -> sql.append(" ELSE ").append(value(e, type)));
    return sql.append(" END").toString();
  }

  private String searchedCase(Expression.SearchedCase c) {
    SqlType type = type(c);
    StringBuilder sql = new StringBuilder("CASE");
    for (Expression.SearchedWhen when : c.whens()) {
      sql.append(" WHEN ")
          .append(conditions.write(when.condition()))
          .append(" THEN ")
          .append(value(when.result(), type));
    }
    c.otherwise().ifPresent(e -> sql.append(" ELSE ").append(value(e, type)));
    return sql.append(" END").toString();
  }

  private String trim(Expression.Trim trim) {
    String function =
        trim.side()
            .map(s ->
                switch (s) {
                  case LEADING -> "hn.ltrim(";
                  case TRAILING -> "hn.rtrim(";
                  case BOTH -> "hn.trim(";
                })
            .orElse("hn.trim(");
    return function
        + text(trim.text())
        + trim.characters().map(c -> ", " + text(c)).orElse("")
        + ")";
  }

  private String nextValue(Expression.NextValueFor next) {
    if (next.over().isPresent()) {
      throw SqlError.unsupported("NEXT VALUE FOR ... OVER");
    }
    io.hartonomous.model.ObjectName name =
        new io.hartonomous.model.ObjectName(
            next.sequence().schema().map(i -> i.value()).orElse(emission.context.defaultSchema()),
            next.sequence().object().value());
    return "nextval("
        + PgNames.literal(emission.names.sequence(name))
        + ")::"
        + emission.cast(type(next));
  }

  private String collate(Expression.Collate c) {
    SqlType type = type(c.value());
    String text = type.base().isCharacter() ? value(c.value()) : text(c.value());
    String name = c.collation().value();
    String domain =
        name.equalsIgnoreCase("DATABASE_DEFAULT")
            ? PgTypes.domain(emission.collation.name())
            : PgTypes.domain(name);
    return "((" + text + ")::bpchar COLLATE " + collationOf(domain) + ")";
  }

  static String collationOf(String domain) {
    return switch (domain) {
      case "hn.str" -> "hn.ci_as";
      case "hn.str_ci_ai" -> "hn.ci_ai";
      case "hn.str_cs_as" -> "hn.cs_as";
      case "hn.str_cs_ai" -> "hn.cs_ai";
      default -> "\"C\"";
    };
  }

  private String call(Expression.FunctionCall call) {
    if (call.graphPath()) {
      throw SqlError.unsupported("WITHIN GROUP (GRAPH PATH)");
    }
    Optional<Routine> routine = binding.routine(call);
    if (routine.isPresent() && !functions.isBuiltIn(call)) {
      return emission.names.function(routine.get().name())
          + "("
          + String.join(", ", arguments(routine.get(), call.arguments()))
          + ")";
    }
    return functions.write(call);
  }

  /// The arguments of a user function, as values of its parameters' types. DEFAULT at the end is
  /// left out: the PostgreSQL function has the default.
  List<String> arguments(Routine routine, List<Expression> arguments) {
    List<String> result = new ArrayList<>();
    List<Parameter> parameters = routine.parameters();
    if (arguments.size() > parameters.size()) {
      throw SqlError.of(174, routine.name().name());
    }
    boolean defaulted = false;
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Literal literal && literal.kind() == LiteralKind.DEFAULT) {
        defaulted = true;
      } else if (defaulted) {
        throw SqlError.unsupported("DEFAULT as an argument of a function before a given argument");
      } else {
        result.add(value(arguments.get(i), parameters.get(i).type()));
      }
    }
    return result;
  }

  /// ORDER BY's elements. SQL Server puts NULL first when ascending; uniqueidentifier and
  /// datetimeoffset have an order of their own.
  String order(Expression expression, boolean descending) {
    return sortKey(value(expression), type(expression))
        + direction(descending, binding.nullable(expression));
  }

  static String direction(boolean descending, boolean nullable) {
    return (descending ? " DESC" : "")
        + (nullable ? descending ? " NULLS LAST" : " NULLS FIRST" : "");
  }

  static String sortKey(String sql, SqlType type) {
    return switch (type.base()) {
      case UNIQUEIDENTIFIER -> "hn.guidkey(" + sql + ")";
      case DATETIMEOFFSET -> "(" + sql + ").utc";
      case SQL_VARIANT -> "hn.variant_key(" + sql + ")";
      default -> sql;
    };
  }

  String over(QueryPart.Over over) {
    return WindowSql.over(this, over);
  }
}
