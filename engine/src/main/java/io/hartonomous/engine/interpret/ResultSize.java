package io.hartonomous.engine.interpret;

import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is known about the size of a query's result: small by its shape alone, or small the last
/// time. Such a result is read in one round trip; a streamed one costs a second where no
/// transaction is open.
final class ResultSize {
  private static final long FEW = 1000;
  private static final Set<String> AGGREGATES =
      Set.of("COUNT", "COUNT_BIG", "SUM", "MIN", "MAX", "AVG", "STRING_AGG", "STDEV", "VAR");

  private final boolean surelySmall;
  private final boolean repeatable;
  private boolean smallLastTime;

  private ResultSize(boolean surelySmall, boolean repeatable) {
    this.surelySmall = surelySmall;
    this.repeatable = repeatable;
  }

  static ResultSize of(QueryExpression query) {
    boolean[] takesNumbers = new boolean[1];
    Nodes.walk(query, n -> takesNumbers[0] |= n instanceof Expression.NextValueFor);
    return new ResultSize(isSmall(query), !takesNumbers[0]);
  }

  boolean isSurelySmall() {
    return surelySmall;
  }

  /// Whether it is worth trying to read it at once. Where that fails, the query runs a second time,
  /// so it must not take numbers from a sequence.
  boolean mayBeTriedAsSmall() {
    return smallLastTime && repeatable;
  }

  void was(boolean small) {
    smallLastTime = small;
  }

  private static boolean isSmall(QueryExpression query) {
    return switch (query) {
      case QueryExpression.Specification s ->
          s.fromClause().isEmpty() || isFew(s.top()) || isOneRow(s);
      case QueryExpression.Parenthesised p -> isSmall(p.inner());
      case QueryExpression.SetOperation _ -> false;
    };
  }

  private static boolean isFew(Optional<QueryPart.Top> top) {
    return top.filter(t -> !t.percent() && !t.withTies())
        .map(QueryPart.Top::count)
        .map(c -> c instanceof Expression.Parenthesised p ? p.inner() : c)
        .filter(c -> c instanceof Expression.Literal l && isFew(l.text()))
        .isPresent();
  }

  private static boolean isFew(String number) {
    return number.length() <= 4
        && number.chars().allMatch(Character::isDigit)
        && Long.parseLong(number) <= FEW;
  }

  // An aggregate without GROUP BY gives one row.
  private static boolean isOneRow(QueryExpression.Specification s) {
    return s.groupBy().isEmpty()
        && s.elements().stream()
            .map(ResultSize::value)
            .anyMatch(v ->
                v instanceof Expression.FunctionCall f
                    && f.over().isEmpty()
                    && f.name().parts().size() == 1
                    && AGGREGATES.contains(f.name().object().value().toUpperCase(Locale.ROOT)));
  }

  private static Expression value(QueryPart.SelectElement element) {
    return switch (element) {
      case QueryPart.SelectElement.Value v -> v.value();
      case QueryPart.SelectElement.Assignment a -> a.value();
      case QueryPart.SelectElement.AllColumns _ -> null;
    };
  }
}
