package io.hartonomous.project;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The names that views and inline functions give their columns, with the place of each. Stars are
/// left out.
final class OutputNames {
  private OutputNames() {}

  record OutputName(String name, Node node) {}

  static List<OutputName> of(ModuleStatement.View view) {
    if (!view.columns().isEmpty()) {
      return view.columns().stream().map(i -> new OutputName(i.value(), i)).toList();
    }
    return names(elements(view.query()));
  }

  static List<OutputName> of(ModuleStatement.Function function) {
    return function.body() instanceof ModulePart.Body.InlineQuery q
        ? names(elements(q.query()))
        : List.of();
  }

  private static List<OutputName> names(List<SelectElement> elements) {
    List<OutputName> names = new ArrayList<>();
    for (SelectElement element : elements) {
      if (element instanceof SelectElement.Value value) {
        Optional<Identifier> alias = value.alias();
        if (alias.isPresent()) {
          names.add(new OutputName(alias.get().value(), alias.get()));
        } else if (value.value() instanceof Expression.ColumnReference reference) {
          names.add(new OutputName(reference.name().object().value(), reference.name().object()));
        }
      }
    }
    return names;
  }

  /// The name that an element gives its column: the alias, or the column's own.
  static Optional<String> name(SelectElement.Value value) {
    return value
        .alias()
        .map(Identifier::value)
        .or(() ->
            value.value() instanceof Expression.ColumnReference reference
                ? Optional.of(reference.name().object().value())
                : Optional.empty());
  }

  /// The select list that names the columns of a query: that of its first part.
  static List<SelectElement> elements(QueryExpression query) {
    return switch (query) {
      case QueryExpression.Specification q -> q.elements();
      case QueryExpression.SetOperation q -> elements(q.operands().getFirst());
      case QueryExpression.Parenthesised q -> elements(q.inner());
    };
  }

  /// The select lists of common table expressions.
  static List<SelectElement> elements(Optional<QueryPart.With> with) {
    List<SelectElement> result = new ArrayList<>();
    with.ifPresent(w -> w.expressions().forEach(cte -> result.addAll(elements(cte.query()))));
    return result;
  }
}
