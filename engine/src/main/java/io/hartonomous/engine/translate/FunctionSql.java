package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Expression.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Calls of built-in functions: each family has its own file and answers for the names that it
/// knows.
final class FunctionSql {
  private static boolean isConstant(Expression expression) {
    return expression instanceof Expression.Literal
        || expression instanceof Expression.Parenthesised p && isConstant(p.inner());
  }

  private final ExpressionSql expressions;

  FunctionSql(ExpressionSql expressions) {
    this.expressions = expressions;
  }

  boolean isBuiltIn(FunctionCall call) {
    return call.name().parts().size() == 1
        && (FunctionPlaces.isOfSession(name(call)) || FunctionPlaces.isOfCatalog(name(call)));
  }

  static String name(FunctionCall call) {
    return call.name().object().value().toUpperCase(Locale.ROOT);
  }

  String parameterless(String written, SqlType type) {
    String name = written.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "CURRENT_TIMESTAMP" -> "hn.getdate()";
      case "CURRENT_DATE" -> "hn.sysdatetime()::date";
      default -> expressions.emission.parameter(new ParameterRef.Session(name, List.of(), type));
    };
  }

  String write(FunctionCall call) {
    String name = name(call);
    Optional<String> sql = AggregateSql.write(expressions, call, name);
    if (sql.isEmpty()) {
      sql = StringFunctionSql.write(expressions, name, call.arguments());
    }
    if (sql.isEmpty()) {
      sql = DateFunctionSql.write(expressions, name, call);
    }
    if (sql.isEmpty()) {
      sql = NumberFunctionSql.write(expressions, name, call);
    }
    if (sql.isEmpty()) {
      sql = JsonSql.function(expressions, name, call.arguments());
    }
    return sql.orElseGet(() -> other(call, name));
  }

  private String other(FunctionCall call, String name) {
    List<Expression> a = call.arguments();
    switch (name) {
      case "ISNULL" -> {
        SqlType type = expressions.type(call);
        return "coalesce("
            + expressions.value(a.get(0), type)
            + ", "
            + expressions.value(a.get(1), type)
            + ")";
      }
      case "CHOOSE" -> {
        SqlType type = expressions.type(call);
        StringBuilder sql = new StringBuilder("CASE " + expressions.integer(a.getFirst()));
        for (int i = 1; i < a.size(); i++) {
          sql.append(" WHEN ").append(i).append(" THEN ").append(expressions.value(a.get(i), type));
        }
        return sql.append(" END").toString();
      }
      case "NEWID", "NEWSEQUENTIALID" -> {
        return name.equals("NEWID") ? "gen_random_uuid()" : "uuidv7()";
      }
      case "DATALENGTH" -> {
        return dataLength(a.getFirst());
      }
      case "HASHBYTES" -> {
        SqlType type = expressions.type(a.get(1));
        String algorithm =
            ConditionSql.constant(a.get(0))
                .map(s -> PgNames.literal(s.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> "upper(textin(bpcharout(" + expressions.text(a.get(0)) + ")))");
        return "hn.hashbytes("
            + algorithm
            + ", "
            + expressions.emission.conversions.convert(
                expressions.value(a.get(1)),
                type,
                SqlType.varbinary(SqlType.MAX),
                ConversionSql.NO_STYLE,
                false)
            + ")";
      }
      case "VECTOR_DISTANCE" -> {
        String metric =
            ConditionSql.constant(a.get(0))
                .map(s -> PgNames.literal(s.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> "lower(textin(bpcharout(" + expressions.text(a.get(0)) + ")))");
        return "hn.vector_distance("
            + metric
            + ", "
            + expressions.value(a.get(1))
            + ", "
            + expressions.value(a.get(2))
            + ")";
      }
      case "VECTOR_NORM" -> {
        return "hn.vector_norm("
            + expressions.value(a.get(0))
            + ", lower(textin(bpcharout("
            + expressions.text(a.get(1))
            + "))))";
      }
      case "SQL_VARIANT_PROPERTY" -> {
        return "hn.sql_variant_property("
            + expressions.value(a.getFirst(), SqlType.of(SqlType.Base.SQL_VARIANT))
            + ", "
            + expressions.text(a.get(1))
            + ")";
      }
      case "MIN_ACTIVE_ROWVERSION" -> {
        return "(SELECT int8send(last_value + 1) FROM hn.rowversion_sequence)";
      }
      default -> {
        if (FunctionPlaces.isOfSession(name)
            && !(FunctionPlaces.isOfBoth(name) && !a.stream().allMatch(FunctionSql::isConstant))) {
          List<Object> constants = new ArrayList<>();
          for (Expression argument : a) {
            constants.add(constant(argument, name));
          }
          return expressions.emission.parameter(
              new ParameterRef.Session(name, constants, expressions.type(call)));
        }
        if (FunctionPlaces.isOfCatalog(name) || FunctionPlaces.isOfBoth(name)) {
          return "hn."
              + PgNames.quote(name.toLowerCase(Locale.ROOT))
              + "("
              + String.join(", ", a.stream().map(this::catalogArgument).toList())
              + ")";
        }
        throw SqlError.unsupported("the function " + name);
      }
    }
  }

  private String catalogArgument(Expression argument) {
    SqlType type = expressions.type(argument);
    if (type.base().isBinary()) {
      return expressions.value(argument, type);
    }
    return type.base().isInteger() ? expressions.integer(argument) : expressions.text(argument);
  }

  private static Object constant(Expression expression, String function) {
    return switch (expression) {
      case Expression.Parenthesised p -> constant(p.inner(), function);
      case Expression.Literal literal
          when literal.kind() != Expression.LiteralKind.DEFAULT
              && literal.kind() != Expression.LiteralKind.MAX ->
          LiteralValues.of(literal);
      default ->
          throw SqlError.unsupported(
              function + " with an argument that is no constant inside a query");
    };
  }

  private String dataLength(Expression argument) {
    SqlType type = expressions.type(argument);
    String sql = expressions.value(argument);
    return switch (type.base()) {
      case NCHAR, NVARCHAR, NTEXT -> "(hn.units(" + sql + ") * 2)";
      case CHAR, VARCHAR, TEXT -> "hn.chars(" + sql + ")";
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> "octet_length(" + sql + ")";
      case BIT, TINYINT -> sized(sql, 1);
      case SMALLINT -> sized(sql, 2);
      case INT, REAL, SMALLDATETIME, SMALLMONEY -> sized(sql, 4);
      case BIGINT, FLOAT, DATETIME, MONEY -> sized(sql, 8);
      case DATE -> sized(sql, 3);
      case UNIQUEIDENTIFIER -> sized(sql, 16);
      case TIME, DATETIME2, DATETIMEOFFSET ->
          sized(
              sql,
              (type.scale() <= 2 ? 3 : type.scale() <= 4 ? 4 : 5)
                  + switch (type.base()) {
                    case TIME -> 0;
                    case DATETIME2 -> 3;
                    default -> 5;
                  });
      case DECIMAL, NUMERIC ->
          sized(
              sql,
              PgTypes.precision(type) <= 9
                  ? 5
                  : PgTypes.precision(type) <= 19 ? 9 : PgTypes.precision(type) <= 28 ? 13 : 17);
      default -> throw SqlError.unsupported("DATALENGTH of " + type.sql());
    };
  }

  private static String sized(String sql, int size) {
    return "CASE WHEN (" + sql + ") IS NOT NULL THEN " + size + " END";
  }
}
