package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.Modules;
import io.hartonomous.model.Column;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.Parser.Fragment;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What in the current database belongs to, refers to or stands in the way of what.
public final class Dependents {
  private final Session session;
  private final Map<ObjectName, List<CatalogEntry>> triggers = new HashMap<>();
  private long triggerVersion = -1;

  Dependents(Session session) {
    this.session = session;
  }

  /// The table that has a constraint of this name in its schema.
  public Optional<CatalogEntry> findConstraint(ObjectName name) {
    String key = session.collation().key(name.name());
    return session.catalog().state().entries().stream()
        .filter(e ->
            e.object() instanceof Table
                && session.collation().same(e.name().schema(), name.schema())
                && e.ids().constraints().containsKey(key))
        .findFirst();
  }

  /// The enabled triggers of a table or view.
  public List<CatalogEntry> triggersOf(ObjectName table) {
    return allTriggersOf(table).stream()
        .filter(e -> !((Module.Trigger) e.object()).disabled())
        .toList();
  }

  public List<CatalogEntry> allTriggersOf(ObjectName table) {
    if (triggerVersion != session.catalog().state().version()) {
      triggers.clear();
      for (CatalogEntry e : session.catalog().state().entries()) {
        if (e.object() instanceof Module.Trigger t) {
          triggers
              .computeIfAbsent(session.collation().key(t.parent()), _ -> new ArrayList<>())
              .add(e);
        }
      }
      triggerVersion = session.catalog().state().version();
    }
    return List.copyOf(triggers.getOrDefault(session.collation().key(table), List.of()));
  }

  /// A foreign key of another table that refers to a key.
  public record Reference(ObjectName table, String constraint) {}

  public Optional<Reference> referencing(Table table, TableConstraint.Key key) {
    Set<String> columns = new HashSet<>();
    key.columns().forEach(c -> columns.add(session.collation().key(c.name())));
    for (CatalogEntry e : session.catalog().state().entries()) {
      if (e.object() instanceof Table other) {
        for (TableConstraint c : other.constraints()) {
          if (c instanceof TableConstraint.ForeignKey k
              && session.collation().same(k.referencedTable(), table.name())
              && columns.equals(
                  new HashSet<>(
                      k.referencedColumns().stream().map(session.collation()::key).toList()))) {
            return Optional.of(new Reference(other.name(), k.name().orElse("")));
          }
        }
      }
    }
    return Optional.empty();
  }

  boolean isReferenced(Table table) {
    return session.catalog().state().entries().stream()
        .anyMatch(e ->
            e.object() instanceof Table other
                && !session.collation().same(other.name(), table.name())
                && other.constraints().stream()
                    .anyMatch(c ->
                        c instanceof TableConstraint.ForeignKey k
                            && session.collation().same(k.referencedTable(), table.name())));
  }

  public boolean isHistory(ObjectName name) {
    return session.catalog().state().entries().stream()
        .anyMatch(e ->
            e.object() instanceof Table t
                && t.options()
                    .systemVersioning()
                    .filter(Table.SystemVersioning::on)
                    .flatMap(Table.SystemVersioning::history)
                    .filter(h -> session.collation().same(h, name))
                    .isPresent());
  }

  /// A schema-bound module that names an object.
  public Optional<ObjectName> schemaBoundUser(ObjectName name) {
    return session.catalog().state().entries().stream()
        .filter(e ->
            switch (e.object()) {
              case Module.View v -> v.schemaBound();
              case Module.ScalarFunction f -> f.schemaBound();
              case Module.TableFunction f -> f.schemaBound();
              default -> false;
            })
        .filter(e -> e.uses().stream().anyMatch(u -> session.collation().same(u, name)))
        .map(CatalogEntry::name)
        .findFirst();
  }

  /// A table whose default takes values of a sequence.
  public Optional<ObjectName> usesSequence(ObjectName sequence) {
    return session.catalog().state().entries().stream()
        .filter(e ->
            e.object() instanceof Table t
                && t.columns().stream()
                    .anyMatch(c ->
                        c.defaultConstraint()
                            .filter(d -> namesSequence(d.value().text(), sequence))
                            .isPresent()))
        .map(CatalogEntry::name)
        .findFirst();
  }

  private boolean namesSequence(String expression, ObjectName sequence) {
    boolean[] found = new boolean[1];
    Parser.parseExpression(expression)
        .node()
        .ifPresent(n ->
            Nodes.walk(
                n,
                x -> {
                  if (x instanceof Expression.NextValueFor v) {
                    found[0] |= session.collation().same(session.tableName(v.sequence()), sequence);
                  }
                }));
    return found[0];
  }

  /// An object with a column or parameter of a type.
  public Optional<ObjectName> usesType(ObjectName type) {
    return session.catalog().state().entries().stream()
        .filter(e ->
            switch (e.object()) {
              case Table t -> t.columns().stream().anyMatch(c -> isOf(c.type(), type));
              default ->
                  Modules.parameters(e.object()).stream().anyMatch(p -> isOf(p.type(), type));
            })
        .map(CatalogEntry::name)
        .findFirst();
  }

  private boolean isOf(SqlType type, ObjectName name) {
    return type.userType().filter(n -> session.collation().same(n, name)).isPresent();
  }

  public boolean hasRows(Table table) throws SQLException {
    return session
        .pg()
        .query(
            "SELECT EXISTS (SELECT FROM " + session.names().table(table.name()) + ")",
            _ -> {},
            r -> r.next() && r.getBoolean(1));
  }

  /// The column that the message about a violated CHECK shows: where the condition names one column
  /// alone.
  Optional<String> checkedColumn(Table table, TableConstraint.Check check) {
    Fragment<Condition> parsed = Parser.parseCondition(check.condition().text());
    Set<String> found = new HashSet<>();
    parsed
        .node()
        .ifPresent(n ->
            Nodes.walk(
                n,
                node -> {
                  if (node instanceof Expression.ColumnReference c) {
                    found.add(session.collation().key(c.name().object().value()));
                  }
                }));
    return found.size() != 1
        ? Optional.empty()
        : table.columns().stream()
            .map(Column::name)
            .filter(c -> found.contains(session.collation().key(c)))
            .findFirst();
  }
}
