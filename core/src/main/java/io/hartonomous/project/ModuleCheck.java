package io.hartonomous.project;

import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Finding;
import io.hartonomous.bind.Relation;
import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Severity;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.Findings.Problem;
import io.hartonomous.project.Findings.Subject;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the binder found in a module, said as the reference compiler says it.
///
/// Views and inline functions are strict: all that is not found is an error. In other modules a
/// table that does not exist may exist when they run.
final class ModuleCheck {
  private final Definition definition;
  private final BoundModule bound;
  private final Findings out;
  private final boolean strict;

  /// What is schema-bound must find what it names when it is made.
  private final boolean errorsOnly;

  private final String owner;

  /// In a strict module the reference compiler checks the columns apart from the whole: what such a
  /// column is and no more is found twice.
  private final Set<Node> columnNodes = Collections.newSetFromMap(new IdentityHashMap<>());

  ModuleCheck(Definition definition, BoundModule bound, Findings out) {
    this.definition = definition;
    this.bound = bound;
    this.out = out;
    this.strict =
        definition.kind() == Definition.Kind.VIEW
            || definition.kind() == Definition.Kind.INLINE_FUNCTION;
    this.errorsOnly =
        strict
            || definition.statement() instanceof ModuleStatement.Function f
                && f.options().stream().anyMatch(o -> o.name().equals("SCHEMABINDING"));
    this.owner = words(definition.kind()) + " " + definition.name().quoted();
    if (strict) {
      elements().forEach(this::columnNode);
    }
  }

  private static String words(Definition.Kind kind) {
    return switch (kind) {
      case VIEW -> "view";
      case PROCEDURE -> "procedure";
      case TRIGGER -> "trigger";
      default -> "function";
    };
  }

  private List<SelectElement> elements() {
    return switch (definition.statement()) {
      case ModuleStatement.View v ->
          join(OutputNames.elements(v.query()), OutputNames.elements(v.with()));
      case ModuleStatement.Function f when f.body() instanceof ModulePart.Body.InlineQuery q ->
          join(OutputNames.elements(q.query()), OutputNames.elements(q.with()));
      default -> List.of();
    };
  }

  private static List<SelectElement> join(List<SelectElement> some, List<SelectElement> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private void columnNode(SelectElement element) {
    if (element instanceof SelectElement.Value value) {
      Expression expression = plain(value.value());
      columnNodes.add(expression);
      if (value.value() instanceof Expression.Parenthesised) {
        columnNodes.add(value.value());
      }
      if (expression instanceof Expression.FunctionCall call && call.name().parts().size() > 1) {
        columnNodes.add(call.name());
      }
    }
  }

  private static Expression plain(Expression expression) {
    return switch (expression) {
      case Expression.Parenthesised p -> plain(p.inner());
      case Expression.Collate c -> plain(c.value());
      default -> expression;
    };
  }

  void run() {
    for (Finding finding : bound.findings()) {
      report(finding);
    }
    if (strict) {
      unnamedColumns();
      duplicateColumns();
    }
  }

  private void report(Finding f) {
    switch (f.kind()) {
      case UNKNOWN_OBJECT ->
          unresolved(errorsOnly || isTriggersTable(f), f, Problem.MISSING_OBJECT, full(f));
      case UNKNOWN_PROCEDURE, UNKNOWN_ROUTINE, UNKNOWN_SEQUENCE ->
          unresolved(errorsOnly, f, Problem.MISSING_OBJECT, full(f));
      case UNKNOWN_PARAMETER -> unresolved(errorsOnly, f, Problem.MISSING_OBJECT, f.name());
      case UNKNOWN_TYPE -> unresolved(errorsOnly, f, Problem.MISSING_TYPE, full(f));
      case UNKNOWN_COLUMN -> column(f);
      case COLUMN_OF_UNKNOWN -> {
        if (!f.besideLocal()) {
          unresolved(errorsOnly, f, Problem.MISSING_OBJECT, columnName(f));
        }
      }
      case AMBIGUOUS_COLUMN -> {
        if (!f.besideLocal()) {
          unresolved(true, f, Problem.AMBIGUOUS, f.name());
        }
      }
      case AMBIGUOUS_OBJECT ->
          unresolved(errorsOnly || isTriggersTable(f), f, Problem.DUPLICATE, f.name());
      case AMBIGUOUS_MEMBER ->
          unresolved(errorsOnly || !f.deferred(), f, Problem.DUPLICATE, f.name());
      case UNKNOWN_QUALIFIER -> qualifier(f);
      case UNKNOWN_STAR_QUALIFIER ->
          out.add(
              strict ? Code.UNKNOWN_STAR_TABLE : Code.UNKNOWN_STAR_TABLE_IN_MODULE,
              definition.source(),
              f.node(),
              f.name());
      case UNKNOWN_VARIABLE, UNKNOWN_TABLE_VARIABLE ->
          out.add(Code.UNDECLARED_VARIABLE, definition.source(), f.node(), f.name());
      case DUPLICATE_VARIABLE ->
          out.add(Code.DUPLICATE_VARIABLE, definition.source(), f.node(), f.name());
      case DUPLICATE_LOCAL ->
          out.add(Code.DUPLICATE_IN_MODULE, definition.source(), f.node(), f.name());
      case STAR_OF_UNKNOWN -> {
        if (strict) {
          out.add(Code.WILDCARD_NOT_EXPANDED, definition.source(), f.node(), f.name());
        }
      }
      // The reference compiler says nothing of these; the server does when the module runs.
      case AMBIGUOUS_USE,
          ALIAS_IN_EXPRESSION,
          UNKNOWN_FUNCTION,
          ARGUMENT_COUNT,
          UNION_COLUMN_COUNT,
          ALIAS_COLUMN_COUNT,
          INSERT_COLUMN_COUNT,
          UNNAMED_COLUMN,
          DUPLICATE_COLUMN,
          DUPLICATE_SOURCE,
          ORDER_POSITION,
          SUBQUERY_COLUMN_COUNT -> {}
    }
  }

  private boolean isTriggersTable(Finding f) {
    return definition.statement() instanceof ModuleStatement.Trigger t
        && t.table().filter(n -> n == f.node()).isPresent();
  }

  private void column(Finding f) {
    Optional<Relation> relation = f.relation();
    if (relation.isEmpty()) {
      return; // no table in reach at all: the reference compiler says nothing
    }
    Relation r = relation.get();
    switch (r.kind()) {
      case TEMPORARY_TABLE -> {
        // Only the column list of an INSERT is looked at.
        if (!(f.node() instanceof Expression.ColumnReference)
            && !(f.node() instanceof MultiPartName)) {
          unresolved(errorsOnly, f, Problem.MISSING_COLUMN, columnName(f));
        }
      }
      case TABLE_VARIABLE -> {
        if (isReturned(r)
            && !(f.node() instanceof Expression.ColumnReference)
            && !(f.node() instanceof MultiPartName)) {
          unresolved(
              true,
              f,
              Problem.MISSING_COLUMN,
              definition.name().quoted() + "." + ObjectName.quote(f.name()));
        }
      }
      case CTE, DERIVED -> {
        if (f.besideLocal()) {
          return;
        }
        if (f.deferred()) {
          unresolved(errorsOnly, f, Problem.MISSING_COLUMN, f.name());
        } else {
          out.add(
              strict ? Severity.ERROR : Severity.WARNING,
              Code.UNKNOWN_ROW_COLUMN,
              definition.source(),
              f.node(),
              f.name());
        }
      }
      default -> {
        if (!f.besideLocal()) {
          boolean error = errorsOnly || !f.deferred() && r.kind() != Relation.Kind.SYSTEM;
          unresolved(error, f, Problem.MISSING_COLUMN, columnName(f));
        }
      }
    }
  }

  /// Whether a table variable is the one that a function returns.
  private boolean isReturned(Relation r) {
    return definition.statement() instanceof ModuleStatement.Function f
        && f.returns() instanceof ModulePart.Returns.TableVariable t
        && t.variable().name().equalsIgnoreCase(r.name().name());
  }

  private void qualifier(Finding f) {
    if (f.relation().isEmpty() || f.besideLocal()) {
      return;
    }
    if (!f.deferred()) {
      out.add(
          strict ? Severity.ERROR : Severity.WARNING,
          Code.UNKNOWN_ROW_COLUMN,
          definition.source(),
          f.node(),
          f.name());
    } else {
      unresolved(errorsOnly, f, Problem.MISSING_COLUMN, f.name());
    }
  }

  private static boolean isRows(Relation r) {
    return switch (r.kind()) {
      case CTE, DERIVED, INSERTED, DELETED -> true;
      default -> false;
    };
  }

  private void unresolved(boolean error, Finding f, Problem problem, String name) {
    Subject subject = new Subject(problem, name);
    String hint = hint(f, problem);
    out.unresolved(error, definition.source(), f.node(), owner, subject, hint, Optional.of(f));
    if (strict && columnNodes.contains(f.node())) {
      out.unresolved(
          error,
          definition.source(),
          f.node(),
          "a column of " + owner,
          subject,
          hint,
          Optional.of(f));
    }
  }

  private static String hint(Finding f, Problem problem) {
    return switch (problem) {
      case MISSING_OBJECT ->
          f.kind() == Finding.Kind.COLUMN_OF_UNKNOWN
              ? "define the table"
              : "define it, or correct its name";
      case MISSING_COLUMN -> Findings.COLUMN_HINT;
      case AMBIGUOUS -> "write the table's alias before the column";
      case DUPLICATE -> "keep one definition";
      default -> "define it, or correct its name";
    };
  }

  /// A column with its table.
  private static String columnName(Finding f) {
    String column = f.name().substring(f.name().lastIndexOf('.') + 1);
    return f.relation()
        .map(r -> r.name().quoted() + "." + ObjectName.quote(column))
        .orElse(f.name());
  }

  /// An object's name with its schema.
  private static String full(Finding f) {
    if (f.node() instanceof MultiPartName name) {
      if (name.object().value().startsWith("#")) {
        return name.object().value();
      }
      if (name.database().isEmpty()) {
        return Definitions.name(name).quoted();
      }
    }
    return f.name();
  }

  /// Columns of one name that a star brings, or that have no name because rows do not have them.
  /// Named columns of one name are found with all other duplicates.
  private void duplicateColumns() {
    if (definition.statement() instanceof ModuleStatement.View v && !v.columns().isEmpty()) {
      return;
    }
    List<SelectElement> elements =
        switch (definition.statement()) {
          case ModuleStatement.View v -> OutputNames.elements(v.query());
          case ModuleStatement.Function f when f.body() instanceof ModulePart.Body.InlineQuery q ->
              OutputNames.elements(q.query());
          default -> List.of();
        };
    Map<String, List<Given>> byName = new LinkedHashMap<>();
    for (SelectElement element : elements) {
      switch (element) {
        case SelectElement.Value value -> {
          Node at = value.alias().isPresent() ? value.alias().get() : value;
          boolean lost = lost(value);
          String name = lost ? "" : OutputNames.name(value).orElse("");
          if (lost || !name.isEmpty()) {
            byName
                .computeIfAbsent(name.toUpperCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(new Given(name, lost ? value : at, !lost));
          }
        }
        case SelectElement.AllColumns star ->
            bound
                .binding()
                .star(star)
                .forEach(c ->
                    byName
                        .computeIfAbsent(
                            c.column().name().toUpperCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(new Given(c.column().name(), star, false)));
        case SelectElement.Assignment _ -> {}
      }
    }
    for (List<Given> group : byName.values()) {
      long named = group.stream().filter(Given::named).count();
      if (group.size() > 1) {
        group.stream().filter(g -> !g.named() || named == 1).forEach(this::duplicate);
      }
    }
  }

  /// A column of a select list: whether its name was written there.
  private record Given(String name, Node node, boolean named) {}

  private void duplicate(Given given) {
    String name = definition.name().quoted() + "." + ObjectName.quote(given.name());
    out.add(
        Diagnostic.of(
            Code.DUPLICATE,
            definition.source().parsed().location(given.node()),
            name,
            "the select list"),
        new Subject(Problem.DUPLICATE, name),
        Optional.empty(),
        definition.source(),
        given.node());
  }

  /// Whether an element is a column that rows do not have: then it has no name.
  private boolean lost(SelectElement.Value value) {
    return bound.findings().stream()
        .anyMatch(f ->
            (f.node() == value || f.node() == value.value())
                && f.kind() == Finding.Kind.UNKNOWN_COLUMN
                && !f.deferred()
                && f.relation().filter(ModuleCheck::isRows).isPresent());
  }

  /// Names that nobody gave: a view needs one for each column.
  private void unnamedColumns() {
    boolean renamed =
        definition.statement() instanceof ModuleStatement.View v && !v.columns().isEmpty();
    List<SelectElement> elements =
        switch (definition.statement()) {
          case ModuleStatement.View v -> OutputNames.elements(v.query());
          case ModuleStatement.Function f when f.body() instanceof ModulePart.Body.InlineQuery q ->
              OutputNames.elements(q.query());
          default -> List.of();
        };
    for (SelectElement element : elements) {
      if (!renamed
          && element instanceof SelectElement.Value value
          && value.alias().isEmpty()
          && !(value.value() instanceof Expression.ColumnReference)) {
        out.add(Code.UNNAMED_COLUMN, definition.source(), element, definition.name().quoted());
      }
    }
  }
}
