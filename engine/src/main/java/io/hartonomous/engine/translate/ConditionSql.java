package io.hartonomous.engine.translate;

import io.hartonomous.bind.Types;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Search conditions.
final class ConditionSql {
  private final ExpressionSql expressions;

  ConditionSql(ExpressionSql expressions) {
    this.expressions = expressions;
  }

  String write(Condition condition) {
    return switch (condition) {
      case Condition.And and ->
          "(" + String.join(" AND ", and.operands().stream().map(this::write).toList()) + ")";
      case Condition.Or or ->
          "(" + String.join(" OR ", or.operands().stream().map(this::write).toList()) + ")";
      case Condition.Not not -> "NOT (" + write(not.operand()) + ")";
      case Condition.Parenthesised p -> "(" + write(p.inner()) + ")";
      case Condition.Comparison c -> compare(c.left(), operator(c.operator()), c.right());
      case Condition.DistinctFrom d ->
          compare(d.left(), d.negated() ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM", d.right());
      case Condition.Between b ->
          (b.negated() ? "NOT " : "")
              + "("
              + compare(b.value(), ">=", b.low())
              + " AND "
              + compare(b.value(), "<=", b.high())
              + ")";
      case Condition.InList in -> inList(in);
      case Condition.InQuery in -> inQuery(in);
      case Condition.Like like -> (like.negated() ? "NOT " : "") + LikeSql.write(expressions, like);
      case Condition.IsNull n -> nullTest(n);
      case Condition.Exists e ->
          "EXISTS (" + expressions.queries.query(e.query(), List.of(), false) + ")";
      case Condition.Quantified q -> quantified(q);
      case Condition.FullText f ->
          throw SqlError.unsupported(f.contains() ? "CONTAINS" : "FREETEXT");
      case Condition.Match _ -> throw SqlError.unsupported("MATCH");
      case Condition.TsEqual _ -> throw SqlError.unsupported("TSEQUAL");
      case Condition.UpdateColumn u ->
          expressions.emission.parameter(
                  new ParameterRef.Session("UPDATE", List.of(u.column().value()), SqlType.BIT))
              + " = 1";
      case Condition.Predicate p -> throw SqlError.unsupported(p.call().name().object().value());
      case Condition.CurrentOf _ -> throw SqlError.unsupported("WHERE CURRENT OF");
    };
  }

  static String operator(Condition.ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> "=";
      case NOT_EQUAL, NOT_EQUAL_EXCLAMATION -> "<>";
      case LESS, NOT_GREATER -> operator == Condition.ComparisonOperator.LESS ? "<" : "<=";
      case LESS_OR_EQUAL -> "<=";
      case GREATER, NOT_LESS -> operator == Condition.ComparisonOperator.GREATER ? ">" : ">=";
      case GREATER_OR_EQUAL -> ">=";
    };
  }

  /// A composite is never NULL by itself in `IS NULL` unless all its parts are, which is what is
  /// wanted here too.
  private String nullTest(Condition.IsNull n) {
    return "(" + expressions.value(n.value()) + (n.negated() ? " IS NOT NULL)" : " IS NULL)");
  }

  String compare(Expression left, String operator, Expression right) {
    return compare(
        expressions.value(left),
        expressions.type(left),
        operator,
        expressions.value(right),
        expressions.type(right));
  }

  /// Compares by the common type. Both sides stay as they are where PostgreSQL compares them the
  /// same way, so that an index can serve.
  String compare(String left, SqlType leftType, String operator, String right, SqlType rightType) {
    if (leftType.base() == Base.NULL && rightType.base() == Base.NULL) {
      return "(NULL::int4 " + operator + " NULL::int4)";
    }
    SqlType common = Types.common(leftType, rightType);
    if (common.base() == Base.VECTOR
        || common.base() == Base.XML
        || common.base() == Base.JSON && !leftType.equals(rightType)) {
      throw SqlError.of(402, leftType.sql(), rightType.sql(), operator);
    }
    String l = operand(left, leftType, common);
    String r = operand(right, rightType, common);
    boolean ordering =
        !operator.equals("=") && !operator.equals("<>") && !operator.endsWith("FROM");
    if (common.base() == Base.UNIQUEIDENTIFIER && ordering
        || common.base() == Base.DATETIMEOFFSET
        || common.base() == Base.SQL_VARIANT) {
      l = ExpressionSql.sortKey(l, common);
      r = ExpressionSql.sortKey(r, common);
    }
    return "(" + l + " " + operator + " " + r + ")";
  }

  String operand(String sql, SqlType type, SqlType common) {
    if (type.base() == Base.NULL) {
      return "NULL::" + expressions.emission.cast(common);
    }
    if (family(type) == family(common)) {
      return type.base() == Base.DATE && common.base() != Base.DATE
          ? "(" + sql + ")::timestamp"
          : sql;
    }
    // A string that meets another type is read as that type at its widest, so that nothing is cut
    // before it is compared.
    return expressions.emission.conversions.convert(
        sql, type, common, ConversionSql.NO_STYLE, false);
  }

  /// Types whose values PostgreSQL compares with one another as SQL Server does, without a
  /// conversion.
  private static int family(SqlType type) {
    return switch (type.base()) {
      case TINYINT, SMALLINT, INT, BIGINT, DECIMAL, NUMERIC, MONEY, SMALLMONEY, BIT -> 1;
      case FLOAT, REAL -> 2;
      case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, NTEXT, JSON -> 3;
      case DATE, DATETIME, SMALLDATETIME, DATETIME2 -> 4;
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> 5;
      default -> 10 + type.base().ordinal();
    };
  }

  static boolean sameFamily(SqlType a, SqlType b) {
    return family(a) == family(b) && (a.base() == Base.DATE) == (b.base() == Base.DATE);
  }

  private String inList(Condition.InList in) {
    SqlType type = expressions.type(in.value());
    boolean simple =
        in.values().stream()
            .allMatch(v ->
                sameFamily(type, expressions.type(v))
                    && expressions.type(v).base() != Base.DATETIMEOFFSET
                    && expressions.type(v).base() != Base.SQL_VARIANT);
    String not = in.negated() ? "NOT " : "";
    if (simple) {
      return not
          + "("
          + expressions.value(in.value())
          + " IN ("
          + String.join(", ", in.values().stream().map(expressions::value).toList())
          + "))";
    }
    List<String> parts = new ArrayList<>();
    for (Expression value : in.values()) {
      parts.add(compare(in.value(), "=", value));
    }
    return not + "(" + String.join(" OR ", parts) + ")";
  }

  private String inQuery(Condition.InQuery in) {
    SqlType inner = expressions.binding.columns(in.query()).getFirst().type();
    return (in.negated() ? "NOT " : "") + quantified(in.value(), inner, "= ANY", in.query());
  }

  private String quantified(Condition.Quantified q) {
    SqlType inner = expressions.binding.columns(q.query()).getFirst().type();
    return quantified(
        q.value(),
        inner,
        operator(q.operator()) + (q.quantifier() == Condition.Quantifier.ALL ? " ALL" : " ANY"),
        q.query());
  }

  private String quantified(
      Expression value,
      SqlType inner,
      String operator,
      io.hartonomous.syntax.ast.QueryExpression query) {
    SqlType outer = expressions.type(value);
    SqlType common = Types.common(outer, inner);
    List<SqlType> targets = sameFamily(inner, common) ? List.of() : List.of(common);
    return "("
        + operand(expressions.value(value), outer, common)
        + " "
        + operator
        + " ("
        + expressions.queries.query(query, targets, false)
        + "))";
  }

  static Optional<String> constant(Expression expression) {
    return switch (expression) {
      case Expression.Parenthesised p -> constant(p.inner());
      case Expression.Literal literal
          when literal.kind() == Expression.LiteralKind.STRING
              || literal.kind() == Expression.LiteralKind.NATIONAL_STRING ->
          Optional.of((String) LiteralValues.of(literal));
      default -> Optional.empty();
    };
  }
}
