package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The side tables that the binder fills. Keys are nodes by identity.
final class BindingTables implements Binding {
  private final Map<Expression, Meaning> meanings = new IdentityHashMap<>();
  private final Map<Expression.ColumnReference, ColumnBinding> columns = new IdentityHashMap<>();
  private final Map<Expression, SelectElement> aliases = new IdentityHashMap<>();
  private final Map<Node, TableSource> sources = new IdentityHashMap<>();
  private final Map<Node, Routine> routines = new IdentityHashMap<>();
  private final Map<QueryExpression, List<Relation.Column>> queries = new IdentityHashMap<>();
  private final Map<Node, List<ColumnBinding>> stars = new IdentityHashMap<>();

  Meaning put(Expression expression, Meaning meaning) {
    meanings.put(expression, meaning);
    return meaning;
  }

  void put(Expression.ColumnReference reference, ColumnBinding column) {
    columns.put(reference, column);
  }

  void putAlias(Expression expression, SelectElement element) {
    aliases.put(expression, element);
  }

  void put(Node node, TableSource source) {
    sources.put(node, source);
  }

  void put(Node call, Routine routine) {
    routines.put(call, routine);
  }

  void put(QueryExpression query, List<Relation.Column> result) {
    queries.put(query, result);
  }

  void putStar(Node star, List<ColumnBinding> expanded) {
    stars.put(star, List.copyOf(expanded));
  }

  @Override
  public SqlType type(Expression expression) {
    Meaning meaning = meanings.get(expression);
    return meaning == null ? SqlType.UNKNOWN : meaning.type();
  }

  @Override
  public boolean nullable(Expression expression) {
    Meaning meaning = meanings.get(expression);
    return meaning == null || meaning.nullable();
  }

  @Override
  public Optional<ColumnBinding> column(Expression.ColumnReference reference) {
    return Optional.ofNullable(columns.get(reference));
  }

  @Override
  public Optional<SelectElement> alias(Expression orderElement) {
    return Optional.ofNullable(aliases.get(orderElement));
  }

  @Override
  public Optional<TableSource> source(Node tableReference) {
    return Optional.ofNullable(sources.get(tableReference));
  }

  @Override
  public Optional<Routine> routine(Node call) {
    return Optional.ofNullable(routines.get(call));
  }

  @Override
  public List<Relation.Column> columns(QueryExpression query) {
    return queries.getOrDefault(query, List.of());
  }

  @Override
  public List<ColumnBinding> star(Node allColumns) {
    return stars.getOrDefault(allColumns, List.of());
  }
}
