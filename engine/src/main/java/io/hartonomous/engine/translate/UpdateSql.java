package io.hartonomous.engine.translate;

import io.hartonomous.bind.Types;
import io.hartonomous.model.Column;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.DmlPart.SetClause;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart.AssignmentOperator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// UPDATE, and the SET of UPDATE and MERGE.
final class UpdateSql {
  private final DmlSql shared;
  private final ExpressionSql expressions;
  private final Emission emission;

  UpdateSql(ExpressionSql expressions) {
    this.shared = new DmlSql(expressions);
    this.expressions = expressions;
    this.emission = expressions.emission;
  }

  PgDml update(DmlStatement.Update s, PgDml.Options options) {
    DmlTarget target = new DmlTarget(expressions, s.target(), s.with());
    String with = expressions.queries.with(s.with(), s.options());
    FromJoin join = FromJoin.of(expressions, target, s.fromClause());
    String body;
    if (s.top().isEmpty() && join.isFlat()) {
      String set = String.join(", ", set(s.assignments(), target, null));
      body =
          "UPDATE "
              + target.sql
              + " AS "
              + target.alias
              + " SET "
              + set
              + join.from(" FROM ")
              + join.where(s.where().map(expressions.conditions::write));
    } else {
      shared.requireTargetOnly(s.output());
      List<String> computed = new ArrayList<>();
      String set = String.join(", ", set(s.assignments(), target, computed));
      String row =
          "SELECT DISTINCT ON ("
              + target.address
              + ") "
              + target.address
              + " AS row_id"
              + String.join("", computed)
              + " FROM "
              + join.full()
              + s.where().map(w -> " WHERE " + expressions.conditions.write(w)).orElse("")
              + shared.limit(s.top());
      body =
          "UPDATE "
              + target.sql
              + " AS t0 SET "
              + set
              + " FROM ("
              + row
              + ") AS q WHERE t0.ctid = q.row_id";
    }
    return new OutputSql(expressions)
        .finish(
            with,
            body,
            target,
            DmlSql.Kind.UPDATE,
            s.output(),
            s.assignments(),
            options,
            Optional.empty(),
            false);
  }

  /// SET. With `computed` the values are computed in the row source `q` and only copied here.
  List<String> set(List<SetClause> clauses, DmlTarget target, List<String> computed) {
    List<String> result = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (SetClause clause : clauses) {
      switch (clause) {
        case SetClause.Column c -> {
          Column column = target.column(c.column().object().value());
          target.checkUpdate(column);
          if (!seen.add(column.name())) {
            throw SqlError.of(264, column.name());
          }
          String value = setValue(c, column, target);
          String name = emission.names.column(column.name());
          if (computed == null || value.equals("DEFAULT")) {
            result.add(name + " = " + value);
          } else {
            String held = "v" + computed.size();
            computed.add(", " + value + " AS " + held);
            result.add(name + " = q." + held);
          }
        }
        case SetClause.Variable _ -> {}
        case SetClause.Method m ->
            throw SqlError.unsupported("the method " + m.method().value() + " in SET");
      }
    }
    if (result.isEmpty()) {
      // `UPDATE t SET @v = a`: PostgreSQL wants a column.
      Column first =
          target.table.columns().stream()
              .filter(c -> c.computed().isEmpty())
              .findFirst()
              .orElseThrow();
      String name = emission.names.column(first.name());
      String alias = computed == null ? target.alias : "t0";
      result.add(name + " = " + alias + "." + name);
    } else {
      result.addAll(target.implied());
    }
    return result;
  }

  private String setValue(SetClause.Column c, Column column, DmlTarget target) {
    if (DmlSql.isDefault(c.value())) {
      return "DEFAULT";
    }
    if (c.operator() == AssignmentOperator.ASSIGN) {
      return shared.value(c.value(), column, target);
    }
    Expression.BinaryOperator operator = operator(c.operator());
    SqlType from = expressions.type(c.value());
    SqlType right =
        ArithmeticSql.decimal(column.type()) ? ArithmeticSql.literalType(c.value(), from) : from;
    SqlType result = Types.arithmetic(operator, column.type(), right);
    String left = target.alias + "." + emission.names.column(column.name());
    String sql =
        ArithmeticSql.apply(
            emission, operator, left, column.type(), expressions.value(c.value()), right, result);
    return shared.assignment.assign(sql, result, column, target.name());
  }

  static Expression.BinaryOperator operator(AssignmentOperator operator) {
    return switch (operator) {
      case ADD -> Expression.BinaryOperator.ADD;
      case SUBTRACT -> Expression.BinaryOperator.SUBTRACT;
      case MULTIPLY -> Expression.BinaryOperator.MULTIPLY;
      case DIVIDE -> Expression.BinaryOperator.DIVIDE;
      case MODULO -> Expression.BinaryOperator.MODULO;
      case BIT_AND -> Expression.BinaryOperator.BIT_AND;
      case BIT_OR -> Expression.BinaryOperator.BIT_OR;
      case BIT_XOR -> Expression.BinaryOperator.BIT_XOR;
      case CONCAT -> Expression.BinaryOperator.CONCAT;
      case ASSIGN -> throw new IllegalArgumentException("no operator");
    };
  }
}
