package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Binds scalar expressions and finds their types.
final class ExpressionBinder {
  private ExpressionBinder() {}

  static Meaning bind(Context c, Expression expression, Scope scope) {
    return c.out.put(expression, meaning(c, expression, scope));
  }

  private static Meaning meaning(Context c, Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Literal literal -> LiteralTypes.of(literal);
      case Expression.Variable variable -> c.use(variable);
      case Expression.GlobalVariable global -> Meaning.of(BuiltInFunctions.global(global.name()));
      case Expression.SqlcmdVariable _, Expression.DatePart _, Expression.Star _ -> Meaning.UNKNOWN;
      case Expression.ColumnReference column ->
          column.pseudo() ? pseudo(c, column, scope) : ColumnResolver.resolve(c, column, scope);
      case Expression.Binary binary -> binary(c, binary, scope);
      case Expression.Unary unary -> unary(c, unary, scope);
      case Expression.Parenthesised p -> bind(c, p.inner(), scope);
      case Expression.Collate collate -> {
        Meaning value = bind(c, collate.value(), scope);
        yield new Meaning(
            value.type().base().isCharacter()
                ? Types.plain(value.type()).withCollation(collate.collation().value())
                : value.type(),
            value.nullable());
      }
      case Expression.OdbcLiteral _ -> Meaning.UNKNOWN;
      case Expression.OdbcFunction function -> {
        function.arguments().forEach(argument -> bind(c, argument, scope));
        yield Meaning.UNKNOWN;
      }
      case Expression.AtTimeZone zoned -> {
        Meaning value = bind(c, zoned.value(), scope);
        bind(c, zoned.zone(), scope);
        int scale =
            value.type().base() == Base.DATETIME
                ? 3
                : value.type().base().isTemporal() ? value.type().scale() : 7;
        yield new Meaning(SqlType.scaled(Base.DATETIMEOFFSET, scale), value.nullable());
      }
      case Expression.ScalarSubquery subquery -> {
        Rows rows = c.deeper(() -> QueryBinder.bind(c, subquery.query(), scope, scope.ctes));
        if (subquery.query().tail().forClause().isPresent()) {
          yield Meaning.of(forClauseType(subquery.query().tail().forClause().get()));
        }
        if (rows.complete() && rows.columns().size() > 1) {
          c.report(Finding.Kind.SUBQUERY_COLUMN_COUNT, subquery, "");
        }
        yield rows.columns().isEmpty()
            ? Meaning.UNKNOWN
            : Meaning.of(rows.columns().getFirst().type());
      }
      case Expression.NextValueFor next -> {
        ObjectName name = c.objectName(next.sequence());
        next.over().ifPresent(over -> bindOver(c, over, scope));
        Optional<SqlType> type = c.catalog.sequence(name);
        if (type.isEmpty()) {
          c.report(
              Finding.Kind.UNKNOWN_SEQUENCE, next.sequence(), Context.written(next.sequence()));
        } else {
          c.use(Dependency.Kind.OBJECT, name, next.sequence());
        }
        yield new Meaning(type.orElse(SqlType.UNKNOWN), false);
      }
      case Expression.FunctionCall _,
          Expression.ParameterlessCall _,
          Expression.MethodCall _,
          Expression.StaticCall _ ->
          CallBinder.bind(c, expression, scope);
      case Expression.Cast _, Expression.Convert _, Expression.Parse _ ->
          conversion(c, expression, scope);
      case Expression.SimpleCase _,
          Expression.SearchedCase _,
          Expression.Iif _,
          Expression.Coalesce _,
          Expression.NullIf _,
          Expression.SimpleWhen _,
          Expression.SearchedWhen _ ->
          choice(c, expression, scope);
      case Expression.LeftRight _,
          Expression.Trim _,
          Expression.JsonObject _,
          Expression.JsonArray _,
          Expression.JsonValue _,
          Expression.JsonQuery _,
          Expression.Embeddings _,
          Expression.JsonKeyValue _ ->
          special(c, expression, scope);
    };
  }

  static SqlType forClauseType(QueryPart.ForClause clause) {
    return switch (clause) {
      case QueryPart.ForClause.Xml xml
          when xml.options().stream().anyMatch(o -> o.name().equalsIgnoreCase("TYPE")) ->
          SqlType.of(Base.XML);
      default -> SqlType.nvarchar(SqlType.MAX);
    };
  }

  /// `$ACTION`, `$IDENTITY`, `$ROWGUID`.
  private static Meaning pseudo(Context c, Expression.ColumnReference reference, Scope scope) {
    String name = reference.name().object().value().toUpperCase(Locale.ROOT);
    if (name.endsWith("ACTION")) {
      return new Meaning(SqlType.nvarchar(10), false);
    }
    for (TableSource source : scope.sources) {
      List<Relation.Column> columns = source.relation().columns();
      for (int i = 0; i < columns.size(); i++) {
        boolean meant =
            name.endsWith("IDENTITY") || name.endsWith("IDENTITYCOL")
                ? columns.get(i).identity()
                : name.endsWith("ROWGUID") && columns.get(i).type().base() == Base.UNIQUEIDENTIFIER;
        if (meant) {
          c.out.put(reference, new ColumnBinding(source, columns.get(i), i, 0));
          return new Meaning(columns.get(i).type(), columns.get(i).nullable());
        }
      }
    }
    return Meaning.UNKNOWN;
  }

  private static Meaning binary(Context c, Expression.Binary binary, Scope scope) {
    Expression first = binary.operands().getFirst();
    Meaning left = bind(c, first, scope);
    SqlType type = left.type();
    boolean nullable = left.nullable();
    for (int i = 0; i < binary.operators().size(); i++) {
      Expression operand = binary.operands().get(i + 1);
      Meaning right = bind(c, operand, scope);
      SqlType leftType =
          i == 0 && isDecimal(right.type()) ? LiteralTypes.operand(first, type) : type;
      SqlType rightType =
          isDecimal(type) ? LiteralTypes.operand(operand, right.type()) : right.type();
      type = Types.arithmetic(binary.operators().get(i), leftType, rightType);
      nullable |= right.nullable();
    }
    return new Meaning(type, nullable);
  }

  private static boolean isDecimal(SqlType type) {
    return type.base() == Base.DECIMAL || type.base() == Base.NUMERIC;
  }

  private static Meaning unary(Context c, Expression.Unary unary, Scope scope) {
    Meaning operand = bind(c, unary.operand(), scope);
    SqlType type = operand.type().base() == Base.NULL ? SqlType.INT : Types.plain(operand.type());
    // -2147483648 is read as minus and 2147483648, which is no int.
    return new Meaning(type, operand.nullable());
  }

  /// The type counts before the value: the order in which the reference compiler notes uses.
  private static Meaning conversion(Context c, Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.Cast cast -> {
        SqlType type = castType(c, cast.type(), !cast.tryCast());
        Meaning value = bind(c, cast.value(), scope);
        yield new Meaning(type, cast.tryCast() || value.nullable());
      }
      case Expression.Convert convert -> {
        SqlType type = castType(c, convert.type(), !convert.tryConvert());
        Meaning value = bind(c, convert.value(), scope);
        convert.style().ifPresent(style -> bind(c, style, scope));
        yield new Meaning(type, convert.tryConvert() || value.nullable());
      }
      case Expression.Parse parse -> {
        SqlType type = castType(c, parse.type(), !parse.tryParse());
        Meaning value = bind(c, parse.value(), scope);
        parse.culture().ifPresent(culture -> bind(c, culture, scope));
        yield new Meaning(type, parse.tryParse() || value.nullable());
      }
      default -> throw new IllegalArgumentException(expression.getClass().getName());
    };
  }

  /// The type of a cast. A TRY_ form is no use of the type, as the reference compiler counts.
  private static SqlType castType(Context c, DataType type, boolean counts) {
    if (counts) {
      useType(c, type);
    } else {
      checkType(c, type);
    }
    return DataTypes.ofCast(type, c.catalog);
  }

  /// Reports a type that does not exist, and notes the use.
  static void useType(Context c, DataType type) {
    if (type instanceof DataType.Named named) {
      Optional<Base> base = DataTypes.builtInBase(named);
      if (base.isPresent() || DataTypes.isSysname(named)) {
        if (c.tracksDependencies()) {
          List<String> name =
              base.map(b -> List.of(b.name().toLowerCase(Locale.ROOT)))
                  .orElse(List.of("sys", "sysname"));
          c.dependOnType(new Dependency(Dependency.Kind.BUILT_IN_TYPE, name));
        }
      } else if (checkType(c, type)) {
        c.depend(
            Dependency.of(Dependency.Kind.OBJECT, DataTypes.userTypeName(named, c.catalog)), "");
      }
    } else if (type instanceof DataType.Xml) {
      c.dependOnType(new Dependency(Dependency.Kind.BUILT_IN_TYPE, List.of("xml")));
    }
  }

  static boolean checkType(Context c, DataType type) {
    if (type instanceof DataType.Named named
        && DataTypes.builtInBase(named).isEmpty()
        && !DataTypes.isSysname(named)) {
      ObjectName name = DataTypes.userTypeName(named, c.catalog);
      if (c.catalog.type(name).isEmpty()) {
        c.report(Finding.Kind.UNKNOWN_TYPE, named.name(), Context.written(named.name()));
        return false;
      }
    }
    return true;
  }

  private static Meaning choice(Context c, Expression expression, Scope scope) {
    List<Expression> results = new ArrayList<>();
    boolean nullable = false;
    switch (expression) {
      case Expression.SimpleCase simple -> {
        bind(c, simple.input(), scope);
        for (Expression.SimpleWhen when : simple.whens()) {
          bind(c, when.value(), scope);
          bind(c, when.result(), scope);
          results.add(when.result());
        }
        simple
            .otherwise()
            .ifPresent(e -> {
              bind(c, e, scope);
              results.add(e);
            });
        nullable = simple.otherwise().isEmpty();
      }
      case Expression.SearchedCase searched -> {
        for (Expression.SearchedWhen when : searched.whens()) {
          ConditionBinder.bind(c, when.condition(), scope);
          bind(c, when.result(), scope);
          results.add(when.result());
        }
        searched
            .otherwise()
            .ifPresent(e -> {
              bind(c, e, scope);
              results.add(e);
            });
        nullable = searched.otherwise().isEmpty();
      }
      case Expression.Iif iif -> {
        ConditionBinder.bind(c, iif.condition(), scope);
        bind(c, iif.whenTrue(), scope);
        bind(c, iif.whenFalse(), scope);
        results.add(iif.whenTrue());
        results.add(iif.whenFalse());
      }
      case Expression.Coalesce coalesce -> {
        coalesce.arguments().forEach(e -> bind(c, e, scope));
        boolean allNullable = coalesce.arguments().stream().allMatch(c.out::nullable);
        return new Meaning(
            Types.common(coalesce.arguments().stream().map(c.out::type).toList()), allNullable);
      }
      case Expression.NullIf nullIf -> {
        Meaning first = bind(c, nullIf.first(), scope);
        bind(c, nullIf.second(), scope);
        return Meaning.of(Types.plain(first.type()));
      }
      case Expression.SimpleWhen when -> {
        bind(c, when.value(), scope);
        return bind(c, when.result(), scope);
      }
      case Expression.SearchedWhen when -> {
        ConditionBinder.bind(c, when.condition(), scope);
        return bind(c, when.result(), scope);
      }
      default -> throw new IllegalArgumentException(expression.getClass().getName());
    }
    nullable |= results.stream().anyMatch(c.out::nullable);
    return new Meaning(
        Types.plain(Types.common(results.stream().map(c.out::type).toList())), nullable);
  }

  private static Meaning special(Context c, Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.LeftRight lr -> {
        Meaning text = bind(c, lr.text(), scope);
        Meaning length = bind(c, lr.length(), scope);
        yield new Meaning(
            BuiltInFunctions.find("LTRIM").rule().of(List.of(text.type())),
            text.nullable() || length.nullable());
      }
      case Expression.Trim trim -> {
        trim.characters().ifPresent(e -> bind(c, e, scope));
        Meaning text = bind(c, trim.text(), scope);
        yield new Meaning(
            BuiltInFunctions.find("LTRIM").rule().of(List.of(text.type())), text.nullable());
      }
      case Expression.JsonObject object -> {
        object.members().forEach(m -> bind(c, m, scope));
        yield new Meaning(jsonType(c, object.returning()), false);
      }
      case Expression.JsonValue value -> {
        value.arguments().forEach(argument -> bind(c, argument, scope));
        checkType(c, value.returning());
        yield new Meaning(DataTypes.of(value.returning(), c.catalog), true);
      }
      case Expression.JsonQuery query -> {
        query.arguments().forEach(argument -> bind(c, argument, scope));
        yield new Meaning(SqlType.nvarchar(SqlType.MAX), true);
      }
      case Expression.Embeddings embeddings -> {
        bind(c, embeddings.value(), scope);
        embeddings.parameters().ifPresent(parameters -> bind(c, parameters, scope));
        yield Meaning.UNKNOWN;
      }
      case Expression.JsonKeyValue pair -> {
        bind(c, pair.key(), scope);
        yield bind(c, pair.value(), scope);
      }
      case Expression.JsonArray array -> {
        array.elements().forEach(e -> bind(c, e, scope));
        array.orderBy().ifPresent(o -> o.elements().forEach(e -> bind(c, e.expression(), scope)));
        yield new Meaning(jsonType(c, array.returning()), array.aggregate());
      }
      default -> throw new IllegalArgumentException(expression.getClass().getName());
    };
  }

  private static SqlType jsonType(Context c, Optional<DataType> returning) {
    return returning.map(t -> castType(c, t, true)).orElse(SqlType.nvarchar(SqlType.MAX));
  }

  static void bindOver(Context c, QueryPart.Over over, Scope scope) {
    over.partitionBy().forEach(e -> bind(c, e, scope));
    over.orderBy().ifPresent(o -> o.elements().forEach(e -> bind(c, e.expression(), scope)));
    over.frame()
        .ifPresent(frame -> {
          frame.start().distance().ifPresent(e -> bind(c, e, scope));
          frame.end().flatMap(QueryPart.FrameBound::distance).ifPresent(e -> bind(c, e, scope));
        });
  }

  static List<Identifier> parts(Expression.ColumnReference reference) {
    return reference.name().parts();
  }
}
