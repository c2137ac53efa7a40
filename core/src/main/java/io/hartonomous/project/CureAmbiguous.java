package io.hartonomous.project;

import io.hartonomous.bind.Binding;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.TableSource;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.TableReference;
import io.hartonomous.text.Span;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column name that more than one table of a query has.
final class CureAmbiguous {
  private final CauseContext context;

  CureAmbiguous(CauseContext context) {
    this.context = context;
  }

  Cause cause(Causes.Group group) {
    Explained use = group.explained().getFirst();
    Diagnostic first = group.diagnostics().getFirst();
    String column = QuotedName.parts(use.subject().name()).getLast();
    List<TableSource> owners = owners(use, column);
    List<Cure> cures = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (use.node() instanceof Expression.ColumnReference c && c.name().parts().size() == 1) {
      Span at = new Span(use.source().parsed().span(use.node()).offset(), 0);
      for (TableSource owner : owners) {
        String name = CureText.bare(owner.exposedName()) + "." + column;
        names.add(name);
        cures.add(
            new Cure(
                "Write " + name + ", which is that of " + CureText.plain(owner.relation().name()),
                List.of(
                    new CureEdit.Change(
                        use.source().parsed().source(),
                        List.of(new TextEdit(at, CureText.bare(owner.exposedName()) + "."))))));
      }
    }
    if (cures.isEmpty()) {
      cures.add(Cure.inWords("Write the table's alias before the column"));
    }
    String where =
        context
            .around(use.source(), use.node())
            .map(d -> " in the " + CureStray.words(d.kind()) + " " + CureText.plain(d.name()))
            .orElse("");
    String can = names.isEmpty() ? "" : ": it can be " + String.join(" or ", names);
    return new Cause(
        Cause.Kind.AMBIGUOUS_COLUMN,
        "The column " + column + where + " is ambiguous" + can,
        first.at(),
        group.diagnostics(),
        cures);
  }

  /// The tables of the innermost query that have the column.
  private List<TableSource> owners(Explained use, String column) {
    Optional<Binding> binding = context.bound(use.source(), use.node()).map(BoundModule::binding);
    if (binding.isEmpty()) {
      return List.of();
    }
    for (Node around : context.pathTo(use.source(), use.node()).reversed()) {
      List<TableSource> owners =
          sources(around, binding.get()).stream().filter(s -> has(s, column)).toList();
      if (!owners.isEmpty()) {
        return owners;
      }
    }
    return List.of();
  }

  private boolean has(TableSource source, String column) {
    return source.relation().columns().stream()
        .anyMatch(c -> context.collation().same(c.name(), column));
  }

  /// The tables that a query or a data change brings into reach, if they can be named.
  static List<TableSource> sources(Node node, Binding binding) {
    List<TableReference> references =
        switch (node) {
          case QueryExpression.Specification q -> q.fromClause();
          case DmlStatement.Update s -> s.fromClause();
          case DmlStatement.Delete s -> s.fromClause();
          case DmlStatement.Merge s -> List.of(s.target(), s.source());
          default -> List.of();
        };
    List<TableSource> sources = new ArrayList<>();
    references.forEach(reference -> collect(reference, binding, sources));
    return sources;
  }

  private static void collect(TableReference reference, Binding binding, List<TableSource> into) {
    Optional<TableSource> source = binding.source(reference);
    if (source.isPresent()) {
      if (!source.get().exposedName().isEmpty()) {
        into.add(source.get());
      }
      return;
    }
    for (Node child : Nodes.children(reference)) {
      if (child instanceof TableReference inner) {
        collect(inner, binding, into);
      }
    }
  }
}
