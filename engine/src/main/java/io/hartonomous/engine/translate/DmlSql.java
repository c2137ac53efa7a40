package io.hartonomous.engine.translate;

import io.hartonomous.model.Column;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What INSERT, UPDATE, DELETE and MERGE share. The change itself is one PostgreSQL statement;
/// where more is asked for, see [OutputSql].
final class DmlSql {
  final ExpressionSql expressions;
  final Emission emission;
  final AssignmentSql assignment;

  DmlSql(ExpressionSql expressions) {
    this.expressions = expressions;
    this.emission = expressions.emission;
    this.assignment = new AssignmentSql(emission);
  }

  enum Kind {
    INSERT,
    UPDATE,
    DELETE,
    MERGE
  }

  static boolean isDefault(Expression expression) {
    return expression instanceof Expression.Literal literal
        && literal.kind() == Expression.LiteralKind.DEFAULT;
  }

  /// Errors: 213, or where the columns were named 109, 110 (VALUES), 120, 121 (a query).
  static void checkWidth(int given, int wanted, boolean named, boolean query) {
    if (given == wanted) {
      return;
    }
    if (!named) {
      throw SqlError.of(213);
    }
    boolean fewer = given < wanted;
    throw SqlError.of(query ? fewer ? 120 : 121 : fewer ? 109 : 110);
  }

  String defaults(List<Column> implied) {
    if (implied.isEmpty()) {
      return " DEFAULT VALUES";
    }
    return " ("
        + String.join(", ", implied.stream().map(c -> emission.names.column(c.name())).toList())
        + ") VALUES ("
        + String.join(", ", implied.stream().map(DmlTarget::impliedValue).toList())
        + ")";
  }

  String value(Expression expression, Column column, DmlTarget target) {
    if (isDefault(expression)) {
      boolean implied =
          column.generatedAlways().isPresent() || column.type().base() == Base.ROWVERSION;
      return implied ? DmlTarget.impliedValue(column) : "DEFAULT";
    }
    return assignment.assign(
        expressions.value(expression), expressions.type(expression), column, target.name());
  }

  String limit(Optional<QueryPart.Top> top) {
    if (top.isEmpty()) {
      return "";
    }
    if (top.get().percent()) {
      throw SqlError.unsupported("TOP ... PERCENT in a data change");
    }
    return " LIMIT (" + expressions.value(top.get().count(), SqlType.BIGINT) + ")";
  }

  /// Where the change goes through row addresses, only the changed table itself is in reach of
  /// RETURNING.
  void requireTargetOnly(Optional<DmlPart.Output> output) {
    if (output.isEmpty()) {
      return;
    }
    for (SelectElement element : output.get().elements()) {
      List<Expression.ColumnReference> references = new ArrayList<>();
      if (element instanceof SelectElement.Value v) {
        Trees.columns(v.value(), references);
      }
      for (Expression.ColumnReference reference : references) {
        boolean image =
            expressions
                .binding
                .column(reference)
                .map(c -> c.source().node() instanceof DmlPart.Output)
                .orElse(false);
        if (!image) {
          throw SqlError.unsupported(
              "OUTPUT of another table's column together with TOP, outer joins or APPLY");
        }
      }
    }
  }
}
