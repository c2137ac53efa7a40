package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import java.util.List;
import java.util.Optional;

/// Says what the names and expressions of a tree mean. Never throws on user input: what cannot be
/// told is a [Finding], and the rest is bound.
public final class Binder {
  private Binder() {}

  /// Binds one statement where it runs: with the variables around it.
  public static Bound bindStatement(Statement statement, Catalog catalog, Variables variables) {
    return bindBatch(List.of(statement), catalog, variables);
  }

  /// Binds statements that run one after the other.
  public static Bound bindBatch(List<Statement> statements, Catalog catalog, Variables variables) {
    Context c = new Context(catalog, variables, Optional.empty(), false);
    ModuleBinder.statements(c, statements);
    return new Bound(c.out, c.findings);
  }

  /// Binds a definition of a view, function, procedure or trigger.
  public static BoundModule bindModule(ModuleStatement module, Catalog catalog) {
    return ModuleBinder.bind(module, catalog);
  }

  /// Binds an expression or condition over the columns of one table.
  public static BoundExpression bindExpression(
      Node expressionOrCondition, Relation table, Catalog catalog) {
    return bindExpression(expressionOrCondition, Optional.of(table), catalog, Variables.NONE, true);
  }

  /// Binds a text of the model over the columns of one table. A DEFAULT and a computed column are
  /// expressions, a CHECK and a filter are conditions; the text alone tells which. Empty for a text
  /// that is neither.
  public static Optional<BoundExpression> bindText(String text, Relation table, Catalog catalog) {
    var expression = Parser.parseExpression(text);
    Optional<? extends Node> node =
        expression.diagnostics().isEmpty() ? expression.node() : Parser.parseCondition(text).node();
    return node.map(found -> bindExpression(found, table, catalog));
  }

  /// Binds an expression or condition that stands alone, as the engine evaluates it.
  public static BoundExpression bindExpression(
      Node expressionOrCondition, Catalog catalog, Variables variables) {
    return bindExpression(expressionOrCondition, Optional.empty(), catalog, variables, false);
  }

  private static BoundExpression bindExpression(
      Node node,
      Optional<Relation> table,
      Catalog catalog,
      Variables variables,
      boolean dependencies) {
    Context c = new Context(catalog, variables, Optional.empty(), dependencies);
    Scope scope = Scope.top();
    table.ifPresent(t -> scope.sources.add(c.source(node, t.name().name(), t)));
    Meaning meaning =
        switch (node) {
          case Expression expression -> ExpressionBinder.bind(c, expression, scope);
          case Condition condition -> {
            ConditionBinder.bind(c, condition, scope);
            yield Meaning.UNKNOWN;
          }
          default ->
              throw new IllegalArgumentException(
                  "neither expression nor condition: " + node.getClass().getSimpleName());
        };
    return new BoundExpression(
        c.out, meaning.type(), meaning.nullable(), c.findings, c.distinctDependencies());
  }

  /// The relation that the elements of a table definition make, computed columns with their types.
  public static Relation relation(
      ObjectName name, Relation.Kind kind, List<TableElement> elements, Catalog catalog) {
    Context c = new Context(catalog, Variables.NONE, Optional.empty(), false);
    return Relations.of(c, name, kind, elements);
  }
}
