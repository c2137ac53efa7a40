package io.hartonomous.project;

import io.hartonomous.bind.Binding;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Finding;
import io.hartonomous.bind.TableSource;
import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.TableReference;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Names that live within a module: variables, and the aliases of a query's tables. And whatever
/// has no cure of its own.
final class CureLocalName {
  private final CauseContext context;

  CureLocalName(CauseContext context) {
    this.context = context;
  }

  Cause cause(Causes.Group group) {
    Diagnostic first = group.diagnostics().getFirst();
    List<Cure> cures = new ArrayList<>();
    if (first.code() == Code.UNDECLARED_VARIABLE) {
      variable(String.valueOf(first.args().getFirst()), group.explained()).ifPresent(cures::add);
    } else if (!group.explained().isEmpty()
        && kind(group.explained().getFirst()) == Finding.Kind.UNKNOWN_QUALIFIER) {
      qualifier(group.explained()).ifPresent(cures::add);
    }
    if (!first.hint().isEmpty()) {
      cures.add(Cure.inWords(CauseWriter.sentence(first.hint())));
    }
    return new Cause(
        Cause.Kind.OTHER,
        CauseWriter.sentence(first.message()),
        first.at(),
        group.diagnostics(),
        cures);
  }

  private static Finding.Kind kind(Explained e) {
    return e.finding().map(Finding::kind).orElse(null);
  }

  private Optional<Cure> variable(String name, List<Explained> uses) {
    Set<String> declared = new LinkedHashSet<>();
    for (Explained use : uses) {
      context
          .around(use.source(), use.node())
          .ifPresent(d ->
              Nodes.walk(
                  d.statement(), node -> declared(node).ifPresent(v -> declared.add(v.name()))));
    }
    Optional<String> right = new CureNames(declared, context.collation()).nearest(name);
    return right.map(r ->
        new Cure(
            "Correct the name to " + r,
            edits(uses, use -> variable(use.node()).map(v -> new Place(v, r)))));
  }

  private static Optional<Expression.Variable> declared(Node node) {
    return switch (node) {
      case ProceduralStatement.VariableDeclaration v -> Optional.of(v.variable());
      case ProceduralStatement.DeclareTable v -> Optional.of(v.variable());
      case ModulePart.Parameter v -> Optional.of(v.variable());
      default -> Optional.empty();
    };
  }

  private static Optional<Node> variable(Node node) {
    return switch (node) {
      case Expression.Variable v -> Optional.of(v);
      case TableReference.Variable v -> Optional.of(v.variable());
      default -> Optional.empty();
    };
  }

  private Optional<Cure> qualifier(List<Explained> uses) {
    Explained first = uses.getFirst();
    Optional<Identifier> wrong = qualifier(first.node());
    Optional<Binding> binding =
        context.bound(first.source(), first.node()).map(BoundModule::binding);
    if (wrong.isEmpty() || binding.isEmpty()) {
      return Optional.empty();
    }
    Set<String> aliases = new LinkedHashSet<>();
    for (Node around : context.pathTo(first.source(), first.node()).reversed()) {
      CureAmbiguous.sources(around, binding.get()).stream()
          .map(TableSource::exposedName)
          .forEach(aliases::add);
    }
    return new CureNames(aliases, context.collation())
        .nearest(wrong.get().value())
        .map(right ->
            new Cure(
                "Correct the alias to " + right,
                edits(
                    uses,
                    use -> qualifier(use.node()).map(q -> new Place(q, CureText.bare(right))))));
  }

  private static Optional<Identifier> qualifier(Node node) {
    return node instanceof Expression.ColumnReference c && c.name().parts().size() > 1
        ? Optional.of(c.name().parts().get(c.name().parts().size() - 2))
        : Optional.empty();
  }

  private record Place(Node node, String text) {}

  @FunctionalInterface
  private interface Correction {
    Optional<Place> of(Explained use);
  }

  /// An edit for each use; none at all if one use cannot be corrected.
  private static List<CureEdit> edits(List<Explained> uses, Correction correction) {
    List<CureEdit> edits = new ArrayList<>();
    for (Explained use : uses) {
      Optional<Place> place = correction.of(use);
      if (place.isEmpty()) {
        return List.of();
      }
      TextEdit edit =
          new TextEdit(use.source().parsed().span(place.get().node()), place.get().text());
      edits.add(new CureEdit.Change(use.source().parsed().source(), List.of(edit)));
    }
    return edits;
  }
}
