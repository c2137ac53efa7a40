package io.hartonomous.project;

import io.hartonomous.bind.SqlTexts;
import io.hartonomous.model.Collation;
import io.hartonomous.model.Index;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import io.hartonomous.project.ModelBuilder.Placed;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which constraints and indexes of tables, table types and returned tables stand inside the
/// definition, and which beside a column.
///
/// A part is called by its name, one without a name by its [TableConstraint#identity], an unnamed
/// default `DEFAULT column`.
final class ConstraintPlaces {
  private final Collation collation;
  private final Map<ObjectKey, Set<String>> inline = new HashMap<>();
  private final Map<ObjectKey, Set<String>> onColumn = new HashMap<>();

  ConstraintPlaces(Collation collation) {
    this.collation = collation;
  }

  Map<ObjectKey, Set<String>> inline() {
    return inline;
  }

  Map<ObjectKey, Set<String>> onColumn() {
    return onColumn;
  }

  /// Notes the places of an object that a statement defines; what it has no parts of is left alone.
  void add(SchemaObject made, Placed placed) {
    switch (placed.statement()) {
      case TableStatement.CreateTable s when made instanceof Table table -> {
        inside(table);
        beside(table.key(), s.elements(), placed);
      }
      case ObjectStatement.CreateTableType s when made instanceof TableType type ->
          beside(type.key(), s.elements(), placed);
      case ModuleStatement.Function s
          when made instanceof Module.TableFunction function
              && s.returns() instanceof ModulePart.Returns.TableVariable returns ->
          beside(function.key(), returns.definition().elements(), placed);
      default -> {}
    }
  }

  private void inside(Table table) {
    Set<String> parts = inline.computeIfAbsent(table.key().folded(collation), _ -> new HashSet<>());
    table
        .columns()
        .forEach(column ->
            column
                .defaultConstraint()
                .ifPresent(c -> parts.add(c.name().orElse("DEFAULT " + column.name()))));
    table.constraints().forEach(c -> parts.add(c.name().orElseGet(c::identity)));
    table.indexes().stream().map(Index::name).forEach(parts::add);
  }

  private void beside(ObjectKey key, List<TableElement> elements, Placed placed) {
    Set<String> parts = onColumn.computeIfAbsent(key.folded(collation), _ -> new HashSet<>());
    for (TableElement element : elements) {
      switch (element) {
        case TableElement.Column c -> beside(c.name(), c.constraints(), placed, parts);
        case TableElement.ComputedColumn c -> beside(c.name(), c.constraints(), placed, parts);
        default -> {}
      }
    }
  }

  private static void beside(
      Identifier column, List<ColumnConstraint> constraints, Placed placed, Set<String> parts) {
    constraints.forEach(
        constraint -> place(column.value(), constraint, placed).ifPresent(parts::add));
  }

  private static Optional<String> place(String column, ColumnConstraint constraint, Placed placed) {
    return switch (constraint) {
      case ColumnConstraint.Default c -> Optional.of(named(c.name()).orElse("DEFAULT " + column));
      case ColumnConstraint.Check c ->
          Optional.of(
              named(c.name())
                  .orElseGet(() ->
                      "CHECK "
                          + SqlTexts.condition(placed.source().parsed().text(c.condition()))
                              .canonical()));
      case ColumnConstraint.Key c ->
          Optional.of(named(c.name()).orElse((c.primary() ? "PRIMARY KEY " : "UNIQUE ") + column));
      case ColumnConstraint.ForeignKey c ->
          Optional.of(
              named(c.name())
                  .orElseGet(() ->
                      "FOREIGN KEY "
                          + column
                          + " "
                          + Definitions.name(c.references().table()).quoted()));
      case ColumnConstraint.Index c -> Optional.of(c.index().name().value());
      default -> Optional.empty();
    };
  }

  private static Optional<String> named(Optional<Identifier> name) {
    return name.map(Identifier::value);
  }
}
