package io.hartonomous.project;

import io.hartonomous.bind.Finding;
import io.hartonomous.bind.Relation;
import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.CauseStrays.Stray;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Says for each finding which mistake is behind it.
final class CauseGrouping {
  private final Collation collation;
  private final ProjectCatalog catalog;
  private final CauseStrays strays;
  private final CauseDuplicates duplicates;
  private final Modules modules;
  private final Map<String, List<Explained>> unknownObjects = new HashMap<>();

  CauseGrouping(
      ProjectCatalog catalog,
      CauseStrays strays,
      CauseDuplicates duplicates,
      Modules modules,
      List<Explained> findings) {
    this.collation = catalog.collation();
    this.catalog = catalog;
    this.strays = strays;
    this.duplicates = duplicates;
    this.modules = modules;
    for (Explained e : findings) {
      if (e.finding().filter(f -> f.kind() == Finding.Kind.UNKNOWN_OBJECT).isPresent()) {
        unknownObjects.computeIfAbsent(e.source().path(), _ -> new ArrayList<>()).add(e);
      }
    }
  }

  /// Finds the definition around a node.
  @FunctionalInterface
  interface Modules {
    Optional<Definition> around(SourceUnit source, Node node);
  }

  /// A finding that comes from no name: from the parser, or from outside of the SQL files.
  CauseRoot root(Diagnostic d) {
    return d.code().id().startsWith("SQL46") ? new CauseRoot.SyntaxErrors(d.at().path()) : same(d);
  }

  private static CauseRoot same(Diagnostic d) {
    return new CauseRoot.Same(
        d.at().path(), d.code().id(), d.args().stream().map(String::valueOf).toList());
  }

  CauseRoot root(Diagnostic d, Explained e) {
    List<String> name = QuotedName.parts(e.subject().name());
    return switch (e.subject().problem()) {
      case TOP_LEVEL ->
          strays
              .byStatement((Statement) e.node())
              .map(CauseGrouping::root)
              .orElseGet(() -> same(d));
      case MISSING_OBJECT -> missingObject(d, e, name);
      case MISSING_COLUMN -> missingColumn(d, e, name);
      case MISSING_PRINCIPAL ->
          strays
              .defining("principal", new ObjectName("", name.getLast()))
              .map(CauseGrouping::root)
              .orElseGet(() -> new CauseRoot.MissingPrincipal(collation.key(e.subject().name())));
      case MISSING_SCHEMA ->
          strays
              .defining("schema", new ObjectName("", name.getLast()))
              .map(CauseGrouping::root)
              .orElseGet(() -> new CauseRoot.MissingSchema(collation.key(name.getLast())));
      case MISSING_TYPE -> missingType(e, name);
      case DUPLICATE -> duplicate(d, e, name);
      case AMBIGUOUS ->
          new CauseRoot.AmbiguousColumn(
              e.source().path(), e.source().parsed().span(e.node()).offset());
      case OTHER -> other(d, e);
    };
  }

  private static CauseRoot root(Stray stray) {
    return new CauseRoot.StrayBatch(
        stray.source().path(), stray.source().parsed().span(stray.first()).offset());
  }

  private CauseRoot object(ObjectName name) {
    Optional<String> broken = strays.brokenFile(name);
    if (broken.isPresent()) {
      return new CauseRoot.SyntaxErrors(broken.get());
    }
    return strays
        .defining("object", name)
        .map(CauseGrouping::root)
        .orElseGet(() -> new CauseRoot.MissingObject(collation.key(name).quoted()));
  }

  private CauseRoot missingObject(Diagnostic d, Explained e, List<String> name) {
    Optional<Finding> finding = e.finding();
    if (finding.filter(f -> f.kind() == Finding.Kind.COLUMN_OF_UNKNOWN).isPresent()) {
      return columnOfUnknown(d, e, finding.get());
    }
    if (finding.filter(f -> f.kind() == Finding.Kind.UNKNOWN_PARAMETER).isPresent()) {
      return same(d);
    }
    if (e.node() instanceof MultiPartName written && written.database().isPresent()) {
      return new CauseRoot.MissingDatabase(collation.key(written.database().get().value()));
    }
    return switch (name.size()) {
      case 0 -> same(d);
      case 1 -> new CauseRoot.MissingObject(collation.key(e.subject().name()));
      default -> object(new ObjectName(name.get(0), name.get(1)));
    };
  }

  /// A column that may belong to a table that does not exist. Where it was looked for in a table
  /// that does, the unknown table beside it is to blame, unless the column was asked of the known
  /// one by name.
  private CauseRoot columnOfUnknown(Diagnostic d, Explained e, Finding finding) {
    Optional<Relation> relation = finding.relation();
    boolean known =
        relation.isPresent()
            && (!CauseContext.hasName(relation.get())
                || catalog.relation(relation.get().name()).isPresent()
                || catalog.routine(relation.get().name()).isPresent());
    if (relation.isPresent() && !known) {
      ObjectName name = relation.get().name();
      return unknownBeside(e, u -> names(u, name))
          .map(u -> missingObject(d, u, parts(u)))
          .orElseGet(() -> object(name));
    }
    boolean qualified =
        e.node() instanceof Expression.ColumnReference c && c.name().parts().size() > 1;
    if (qualified && relation.isPresent() && CauseContext.hasName(relation.get())) {
      return column(relation.get().name(), columnName(finding));
    }
    return unknownBeside(e, _ -> true)
        .map(u -> missingObject(d, u, parts(u)))
        .orElseGet(() -> same(d));
  }

  private boolean names(Explained e, ObjectName object) {
    return e.node() instanceof MultiPartName n && collation.same(n.object().value(), object.name());
  }

  private static List<String> parts(Explained e) {
    return QuotedName.parts(e.subject().name());
  }

  /// The unknown object nearest to a node, by its place in the file, within the same module.
  private Optional<Explained> unknownBeside(Explained e, Predicate<Explained> filter) {
    Optional<Definition> module = modules.around(e.source(), e.node());
    return unknownObjects.getOrDefault(e.source().path(), List.of()).stream()
        .filter(filter)
        .filter(u ->
            module.isEmpty()
                || module.get().statement().from() <= u.node().from()
                    && u.node().to() <= module.get().statement().to())
        .min((a, b) -> Integer.compare(distance(a.node(), e.node()), distance(b.node(), e.node())));
  }

  private static int distance(Node a, Node b) {
    return Math.abs(a.from() - b.from());
  }

  private static String columnName(Finding finding) {
    return finding.name().substring(finding.name().lastIndexOf('.') + 1);
  }

  private CauseRoot column(ObjectName table, String column) {
    return strays
        .addingColumn(table, column)
        .map(CauseGrouping::root)
        .orElseGet(() ->
            new CauseRoot.MissingColumn(collation.key(table).quoted(), collation.key(column)));
  }

  private CauseRoot missingColumn(Diagnostic d, Explained e, List<String> name) {
    Optional<Finding> finding = e.finding();
    if (finding.isPresent()) {
      Finding f = finding.get();
      boolean ofTable =
          f.kind() != Finding.Kind.UNKNOWN_QUALIFIER
              && f.relation().filter(CauseContext::hasName).isPresent();
      return ofTable ? column(f.relation().get().name(), columnName(f)) : same(d);
    }
    return name.size() == 3
        ? column(new ObjectName(name.get(0), name.get(1)), name.get(2))
        : same(d);
  }

  private CauseRoot missingType(Explained e, List<String> name) {
    if (name.size() == 2) {
      ObjectName type = new ObjectName(name.get(0), name.get(1));
      Optional<CauseRoot> lost =
          strays
              .brokenFile(type)
              .<CauseRoot>map(CauseRoot.SyntaxErrors::new)
              .or(() -> strays.defining("type", type).map(CauseGrouping::root));
      if (lost.isPresent()) {
        return lost.get();
      }
    }
    return new CauseRoot.MissingType(collation.key(e.subject().name()));
  }

  private CauseRoot duplicate(Diagnostic d, Explained e, List<String> name) {
    Optional<CauseRoot> byPlace = duplicates.at(e.node());
    if (byPlace.isPresent()) {
      return byPlace.get();
    }
    Optional<CauseRoot> byRelation =
        e.finding()
            .flatMap(Finding::relation)
            .filter(CauseContext::hasName)
            .flatMap(r -> duplicates.of(r.name()));
    if (byRelation.isPresent()) {
      return byRelation.get();
    }
    if (name.size() >= 2) {
      Optional<CauseRoot> byName = duplicates.of(new ObjectName(name.get(0), name.get(1)));
      if (byName.isPresent()) {
        return byName.get();
      }
      return new CauseRoot.DuplicatePart(collation.key(e.subject().name()));
    }
    Optional<CauseRoot> around =
        modules.around(e.source(), e.node()).flatMap(m -> duplicates.of(m.name()));
    return around
        .or(() -> name.isEmpty() ? Optional.empty() : duplicates.of(unqualified(name.getLast())))
        .orElseGet(() -> same(d));
  }

  private static ObjectName unqualified(String name) {
    return new ObjectName(Definitions.DEFAULT_SCHEMA, name);
  }

  private CauseRoot other(Diagnostic d, Explained e) {
    if (d.code() == Code.WILDCARD_NOT_EXPANDED) {
      List<String> name = QuotedName.parts(e.subject().name());
      if (name.size() == 2) {
        return object(new ObjectName(name.get(0), name.get(1)));
      }
    }
    return same(d);
  }
}
