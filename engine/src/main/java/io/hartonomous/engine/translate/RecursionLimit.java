package io.hartonomous.engine.translate;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.List;
import java.util.Optional;

/// `OPTION (MAXRECURSION n)`: how many levels the recursive queries of a statement may go down,
/// also those of views and inline functions that it reads.
public final class RecursionLimit {
  /// The setting of the PostgreSQL session that carries the limit into views and functions.
  public static final String SETTING = "hn.max_recursion";

  static final String OF_CALLER = "hn.max_recursion()";

  private static final int GREATEST = 32767;

  private RecursionLimit() {}

  /// Errors: 310 for a number above 32,767.
  public static Optional<Integer> of(List<QueryPart.Hint> options) {
    for (QueryPart.Hint hint : options) {
      if (hint.name().equalsIgnoreCase("MAXRECURSION")
          && hint.arguments().size() == 1
          && hint.arguments().getFirst() instanceof Expression.Literal literal) {
        Object n = LiteralValues.of(literal);
        if (!(n instanceof Integer limit) || limit > GREATEST) {
          throw SqlError.of(310, n, GREATEST);
        }
        return Optional.of(limit);
      }
    }
    return Optional.empty();
  }
}
