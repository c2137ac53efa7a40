package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.MultiPartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Binds calls: built-in functions, the user's functions, methods of xml, spatial and hierarchyid
/// values.
final class CallBinder {
  private CallBinder() {}

  static Meaning bind(Context c, Expression expression, Scope scope) {
    return switch (expression) {
      case Expression.ParameterlessCall call -> {
        BuiltInFunctions.BuiltIn function = BuiltInFunctions.find(call.name());
        yield function == null
            ? Meaning.UNKNOWN
            : new Meaning(
                function.rule().of(List.of()), function.nulls() != BuiltInFunctions.Nulls.NEVER);
      }
      case Expression.FunctionCall call ->
          call.name().parts().size() == 1 ? builtIn(c, call, scope) : named(c, call, scope);
      case Expression.MethodCall call -> {
        Meaning target = ExpressionBinder.bind(c, call.target(), scope);
        call.arguments().ifPresent(list -> list.forEach(e -> ExpressionBinder.bind(c, e, scope)));
        yield Meaning.of(
            method(target.type(), call.method().value(), call.arguments().orElse(List.of()), c));
      }
      case Expression.StaticCall call -> {
        call.arguments().ifPresent(list -> list.forEach(e -> ExpressionBinder.bind(c, e, scope)));
        yield Meaning.of(staticMethod(call));
      }
      default -> throw new IllegalArgumentException(expression.getClass().getName());
    };
  }

  private static Meaning builtIn(Context c, Expression.FunctionCall call, Scope scope) {
    String name = call.name().object().value();
    BuiltInFunctions.BuiltIn function = BuiltInFunctions.find(name);
    List<SqlType> types = new ArrayList<>(call.arguments().size());
    boolean anyNullable = false;
    boolean unexpanded = false;
    for (Expression argument : call.arguments()) {
      Meaning meaning = ExpressionBinder.bind(c, argument, scope);
      types.add(meaning.type());
      unexpanded |=
          argument instanceof Expression.Star || argument instanceof Expression.SqlcmdVariable;
      anyNullable |= meaning.nullable() && !(argument instanceof Expression.DatePart);
    }
    call.withinGroup()
        .ifPresent(o -> o.elements().forEach(e -> ExpressionBinder.bind(c, e.expression(), scope)));
    call.over().ifPresent(over -> ExpressionBinder.bindOver(c, over, scope));
    if (function == null) {
      c.report(Finding.Kind.UNKNOWN_FUNCTION, call, name);
      return Meaning.UNKNOWN;
    }
    if (types.size() < function.least() || types.size() > function.most()) {
      if (!unexpanded) {
        c.report(Finding.Kind.ARGUMENT_COUNT, call, name);
      }
      return Meaning.UNKNOWN;
    }
    SqlType type = percentile(c, call, name).orElseGet(() -> typeOf(c, call, function, types));
    boolean nullable =
        switch (function.nulls()) {
          case NEVER -> false;
          case ALWAYS ->
              !(name.equalsIgnoreCase("ISNULL")
                  && (!c.out.nullable(call.arguments().getFirst())
                      || !c.out.nullable(call.arguments().get(1))));
          case ANY_ARGUMENT -> anyNullable;
        };
    return new Meaning(type, nullable);
  }

  private static SqlType typeOf(
      Context c,
      Expression.FunctionCall call,
      BuiltInFunctions.BuiltIn function,
      List<SqlType> types) {
    if (function.name().equals("STR") && call.arguments().size() > 1
        || function.name().equals("SUBSTRING") && call.arguments().size() == 3) {
      return constantLength(call, function, types);
    }
    return function.rule().of(types);
  }

  /// STR and SUBSTRING with a constant length give a type of that length.
  private static SqlType constantLength(
      Expression.FunctionCall call, BuiltInFunctions.BuiltIn function, List<SqlType> types) {
    SqlType type = function.rule().of(types);
    Expression length =
        function.name().equals("STR") ? call.arguments().get(1) : call.arguments().get(2);
    if (length instanceof Expression.Literal literal
        && literal.kind() == Expression.LiteralKind.INTEGER
        && literal.text().length() < 6) {
      int number = Integer.parseInt(literal.text());
      if (number > 0
          && (function.name().equals("STR")
              || !type.isMax() && type.length() > 0 && number < type.length())) {
        return SqlType.sized(type.base(), number);
      }
    }
    return type;
  }

  /// The discrete percentiles have the type of what they order by.
  private static Optional<SqlType> percentile(
      Context c, Expression.FunctionCall call, String name) {
    return name.toUpperCase(Locale.ROOT).endsWith("PERCENTILE_DISC")
            && call.withinGroup().isPresent()
        ? Optional.of(c.out.type(call.withinGroup().get().elements().getFirst().expression()))
        : Optional.empty();
  }

  /// `dbo.f(...)`; or `c.value(...)`, a method of a column, which reads the same.
  private static Meaning named(Context c, Expression.FunctionCall call, Scope scope) {
    MultiPartName name = call.name();
    ObjectName object = c.objectName(name);
    Optional<Routine> routine =
        name.database().isPresent() ? Optional.empty() : c.catalog.routine(object);
    if (routine.isEmpty()) {
      List<Identifier> target = name.parts().subList(0, name.parts().size() - 1);
      Optional<ColumnResolver.Found> column = ColumnResolver.find(c, target, scope);
      if (column.isPresent()) {
        ColumnResolver.depend(c, column.get(), target, scope);
        call.arguments().forEach(e -> ExpressionBinder.bind(c, e, scope));
        return Meaning.of(
            method(column.get().meaning().type(), name.object().value(), call.arguments(), c));
      }
      c.report(Finding.Kind.UNKNOWN_ROUTINE, name, Context.written(name));
    } else {
      c.out.put(call, routine.get());
      c.use(Dependency.Kind.OBJECT, routine.get().name(), name);
    }
    call.arguments().forEach(e -> ExpressionBinder.bind(c, e, scope));
    call.over().ifPresent(over -> ExpressionBinder.bindOver(c, over, scope));
    routine.ifPresent(r -> {
      if (r.kind() != Routine.Kind.SYSTEM_PROCEDURE
          && !r.name().schema().equalsIgnoreCase("sys")
          && r.parameters().size() != call.arguments().size()) {
        c.report(Finding.Kind.ARGUMENT_COUNT, call, Context.written(name));
      }
    });
    return Meaning.of(routine.map(Routine::returns).orElse(SqlType.UNKNOWN));
  }

  /// What a method of a value gives.
  static SqlType method(SqlType target, String method, List<Expression> arguments, Context c) {
    return switch (target.base()) {
      case XML ->
          switch (method) {
            case "value" ->
                arguments.size() == 2 && arguments.get(1) instanceof Expression.Literal literal
                    ? TypeText.parse(literal.text())
                    : SqlType.UNKNOWN;
            case "exist" -> SqlType.BIT;
            case "query" -> SqlType.of(Base.XML);
            default -> SqlType.UNKNOWN;
          };
      case GEOMETRY, GEOGRAPHY -> spatial(target, method);
      case HIERARCHYID ->
          switch (method) {
            case "GetLevel" -> SqlType.of(Base.SMALLINT);
            case "IsDescendantOf" -> SqlType.BIT;
            case "ToString" -> SqlType.nvarchar(4000);
            case "GetAncestor", "GetDescendant", "GetReparentedValue" -> target;
            default -> SqlType.UNKNOWN;
          };
      default -> SqlType.UNKNOWN;
    };
  }

  private static SqlType spatial(SqlType target, String method) {
    return switch (method) {
      case "STDistance", "STArea", "STLength", "STX", "STY", "Lat", "Long", "Z", "M" ->
          SqlType.FLOAT;
      case "STIntersects",
          "STContains",
          "STWithin",
          "STEquals",
          "STOverlaps",
          "STTouches",
          "STCrosses",
          "STDisjoint",
          "STIsValid",
          "STIsEmpty",
          "STIsSimple",
          "STIsClosed",
          "STIsRing",
          "STRelate",
          "HasZ",
          "HasM",
          "InstanceOf",
          "Filter" ->
          SqlType.BIT;
      case "STAsText", "ToString", "AsTextZM", "STGeometryType", "IsValidDetailed" ->
          SqlType.nvarchar(SqlType.MAX);
      case "STAsBinary", "AsBinaryZM", "Serialize" -> SqlType.varbinary(SqlType.MAX);
      case "STNumPoints",
          "STNumGeometries",
          "STSrid",
          "STDimension",
          "STNumInteriorRing",
          "NumRings" ->
          SqlType.INT;
      case "AsGml" -> SqlType.of(Base.XML);
      default ->
          method.startsWith("ST")
                  || method.equals("Reduce")
                  || method.equals("MakeValid")
                  || method.startsWith("Buffer")
              ? target
              : SqlType.UNKNOWN;
    };
  }

  private static SqlType staticMethod(Expression.StaticCall call) {
    return switch (call.type().object().value().toUpperCase(Locale.ROOT)) {
      case "GEOMETRY" -> SqlType.of(Base.GEOMETRY);
      case "GEOGRAPHY" -> SqlType.of(Base.GEOGRAPHY);
      case "HIERARCHYID" -> SqlType.of(Base.HIERARCHYID);
      default -> SqlType.UNKNOWN;
    };
  }
}
