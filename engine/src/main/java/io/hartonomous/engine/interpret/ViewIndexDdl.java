package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Relation;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.ObjectIds;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.Module;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import io.hartonomous.text.SourceFile;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Indexes of views. They are entries of the catalog: the rows are worked out when the view is
/// read, which gives the same rows.
///
/// A unique index is a promise that data changes must keep. Where the key holds every GROUP BY
/// expression it cannot be broken; any other is refused.
final class ViewIndexDdl {
  private final Session session;

  ViewIndexDdl(Session session) {
    this.session = session;
  }

  void create(CatalogEntry entry, Module.View view, Index index) throws SQLException {
    if (!view.schemaBound()) {
      throw SqlError.of(1939, view.name().name());
    }
    boolean first = view.indexes().stream().noneMatch(Index::clustered);
    if (first && !(index.unique() && index.clustered())) {
      throw SqlError.of(1940, view.name().name());
    }
    if (!first && index.clustered()) {
      throw SqlError.of(1902, view.name().quoted(), view.indexes().getFirst().name());
    }
    if (view.indexes().stream().anyMatch(i -> same(i.name(), index.name()))) {
      throw SqlError.of(1913, index.name(), view.name().quoted());
    }
    for (IndexColumn column : index.columns()) {
      require(entry, column.name());
    }
    for (String column : index.include()) {
      require(entry, column);
    }
    if (index.unique() && !isKeyOfGroups(entry, view, index)) {
      throw SqlError.unsupported(
          "a unique index on a view whose key does not hold every GROUP BY expression");
    }
    List<Index> indexes = new ArrayList<>(view.indexes());
    indexes.add(index);
    put(entry, view, indexes);
  }

  /// Drops the index if the view has it. With the clustered index all others go.
  boolean drop(CatalogEntry entry, Module.View view, String name) throws SQLException {
    List<Index> found = view.indexes().stream().filter(i -> same(i.name(), name)).toList();
    if (found.isEmpty()) {
      return false;
    }
    put(
        entry,
        view,
        found.getFirst().clustered()
            ? List.of()
            : view.indexes().stream().filter(i -> !same(i.name(), name)).toList());
    return true;
  }

  private boolean same(String a, String b) {
    return session.collation().same(a, b);
  }

  private void require(CatalogEntry entry, String column) {
    if (entry.result().stream().noneMatch(c -> same(c.name(), column))) {
      throw SqlError.of(1911, column);
    }
  }

  private boolean isKeyOfGroups(CatalogEntry entry, Module.View view, Index index) {
    ModuleStatement.View statement =
        (ModuleStatement.View)
            Parser.parse(
                    new SourceFile("", view.definition().text()),
                    new ParseOptions(view.quotedIdentifier(), false).shallow())
                .script()
                .batches()
                .getFirst()
                .statements()
                .getFirst();
    if (!(statement.query() instanceof QueryExpression.Specification query)
        || query.groupBy().isEmpty()
        || query.groupBy().get().legacy().isPresent()) {
      return false;
    }
    for (QueryPart.Grouping grouping : query.groupBy().get().groupings()) {
      if (!(grouping instanceof QueryPart.Grouping.Value value)
          || !isInKey(entry, query, index, value.expression())) {
        return false;
      }
    }
    return true;
  }

  private boolean isInKey(
      CatalogEntry entry, QueryExpression.Specification query, Index index, Expression group) {
    List<Relation.Column> columns = entry.result();
    for (int i = 0; i < query.elements().size(); i++) {
      if (!(query.elements().get(i) instanceof QueryPart.SelectElement.Value value)) {
        return false;
      }
      String name = columns.get(i).name();
      if (Nodes.same(value.value(), group)
          && index.columns().stream().anyMatch(c -> same(c.name(), name))) {
        return true;
      }
    }
    return false;
  }

  private void put(CatalogEntry entry, Module.View view, List<Index> indexes) throws SQLException {
    Map<String, Integer> columns = new HashMap<>();
    for (Relation.Column c : entry.result()) {
      columns.put(session.collation().key(c.name()), columns.size() + 1);
    }
    Map<String, Integer> numbers = new HashMap<>();
    int last = 1;
    for (Index i : indexes) {
      numbers.put(session.collation().key(i.name()), i.clustered() ? 1 : ++last);
    }
    session
        .catalog()
        .put(
            session.jdbc(),
            entry.with(
                new Module.View(
                    view.name(),
                    view.definition(),
                    view.ansiNulls(),
                    view.quotedIdentifier(),
                    view.schemaBound(),
                    indexes),
                new ObjectIds(columns, Map.of(), numbers, List.of(), columns.size()),
                LocalDateTime.now()),
            session.names());
  }
}
