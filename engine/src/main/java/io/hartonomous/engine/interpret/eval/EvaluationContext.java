package io.hartonomous.engine.interpret.eval;

import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// What expressions see of the session.
public interface EvaluationContext {
  Object variable(String name);

  SqlType variableType(String name);

  /// `@@ROWCOUNT`, `ERROR_MESSAGE` and the like, in upper case.
  Object session(String function, List<Object> arguments, SqlType type);

  /// The time of the statement.
  Instant now();

  ZoneId zone();

  Collation collation();

  /// Computes in PostgreSQL what turned out, by its values, to be beyond the evaluator (text
  /// outside ASCII under a collation).
  default Object inPostgres(Expression expression) {
    throw SqlError.unsupported("this expression over text outside ASCII in this place");
  }

  default Boolean inPostgres(Condition condition) {
    throw SqlError.unsupported("this condition over text outside ASCII in this place");
  }
}
