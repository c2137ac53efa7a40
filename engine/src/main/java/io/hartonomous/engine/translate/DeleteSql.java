package io.hartonomous.engine.translate;

import io.hartonomous.syntax.ast.DmlStatement;
import java.util.List;
import java.util.Optional;

/// DELETE.
final class DeleteSql {
  private final DmlSql shared;
  private final ExpressionSql expressions;
  private final Emission emission;

  DeleteSql(ExpressionSql expressions) {
    this.shared = new DmlSql(expressions);
    this.expressions = expressions;
    this.emission = expressions.emission;
  }

  PgDml delete(DmlStatement.Delete s, PgDml.Options options) {
    DmlTarget target = new DmlTarget(expressions, s.target(), s.with());
    String with = expressions.queries.with(s.with(), s.options());
    FromJoin join = FromJoin.of(expressions, target, s.fromClause());
    String body;
    if (s.top().isEmpty() && join.isFlat()) {
      body =
          "DELETE FROM "
              + target.sql
              + " AS "
              + target.alias
              + join.from(" USING ")
              + join.where(s.where().map(expressions.conditions::write));
    } else {
      shared.requireTargetOnly(s.output());
      String rows =
          "SELECT "
              + target.address
              + " FROM "
              + join.full()
              + s.where().map(w -> " WHERE " + expressions.conditions.write(w)).orElse("")
              + shared.limit(s.top());
      body = "DELETE FROM " + target.sql + " AS t0 WHERE t0.ctid = ANY (ARRAY(" + rows + "))";
    }
    return new OutputSql(expressions)
        .finish(
            with,
            body,
            target,
            DmlSql.Kind.DELETE,
            s.output(),
            List.of(),
            options,
            Optional.empty(),
            false);
  }
}
