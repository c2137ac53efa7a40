package io.hartonomous.project;

import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Relation;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.Findings.Explained;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What finding causes and making cures needs to know about a build.
final class CauseContext {
  private final Project project;
  private final Definitions definitions;
  private final ProjectCatalog catalog;
  private final CauseStrays strays;
  private final CauseDuplicates duplicates;
  private final CureFiles files;
  private final Map<String, SourceUnit> sources = new HashMap<>();
  private final Map<String, List<Definition>> statements = new HashMap<>();
  private final Optional<SourceFile> postDeployment;
  private final CureTypes types = new CureTypes(this);

  CauseContext(
      Project project,
      List<SourceUnit> sources,
      Definitions definitions,
      ProjectCatalog catalog,
      Optional<SourceFile> projectFile,
      Optional<SourceFile> postDeployment) {
    this.project = project;
    this.definitions = definitions;
    this.catalog = catalog;
    this.postDeployment = postDeployment;
    this.strays = new CauseStrays(sources, catalog.collation());
    this.duplicates = new CauseDuplicates(definitions, catalog.collation());
    this.files = new CureFiles(definitions, catalog.collation(), sources, projectFile);
    sources.forEach(s -> this.sources.put(s.path(), s));
    for (List<Definition> group : definitions.groups()) {
      for (Definition d : group) {
        if (d.node() == d.statement()) {
          statements.computeIfAbsent(d.source().path(), _ -> new ArrayList<>()).add(d);
        }
      }
    }
  }

  /// Whether a relation is one that a catalog can name: a table, a view, a function.
  static boolean hasName(Relation relation) {
    return switch (relation.kind()) {
      case TABLE, VIEW, TABLE_FUNCTION, INSERTED, DELETED, SYSTEM -> true;
      case TEMPORARY_TABLE, TABLE_VARIABLE, TABLE_TYPE, CTE, DERIVED -> false;
    };
  }

  Project project() {
    return project;
  }

  Definitions definitions() {
    return definitions;
  }

  ProjectCatalog catalog() {
    return catalog;
  }

  Collation collation() {
    return catalog.collation();
  }

  CauseStrays strays() {
    return strays;
  }

  CauseDuplicates duplicates() {
    return duplicates;
  }

  CureFiles files() {
    return files;
  }

  Optional<SourceFile> postDeployment() {
    return postDeployment;
  }

  Optional<SourceUnit> source(String path) {
    return Optional.ofNullable(sources.get(path));
  }

  CureTypes types() {
    return types;
  }

  CauseGrouping grouping(List<Explained> findings) {
    return new CauseGrouping(catalog, strays, duplicates, this::around, findings);
  }

  /// The object whose definition a node lies in.
  Optional<Definition> around(SourceUnit source, Node node) {
    return statements.getOrDefault(source.path(), List.of()).stream()
        .filter(d -> d.statement().from() <= node.from() && node.to() <= d.statement().to())
        .findFirst();
  }

  /// What the binder found out about the module that a node lies in.
  Optional<BoundModule> bound(SourceUnit source, Node node) {
    return around(source, node)
        .filter(d -> d.statement() instanceof ModuleStatement)
        .filter(d -> !(d.statement() instanceof ModuleStatement.EnableTrigger))
        .map(catalog::bound);
  }

  /// The nodes around a node, the whole definition first; without the node itself.
  List<Node> pathTo(SourceUnit source, Node node) {
    Optional<Definition> definition = around(source, node);
    List<Node> path = new ArrayList<>();
    Node at = definition.<Node>map(Definition::statement).orElse(null);
    while (at != null && at != node) {
      path.add(at);
      Node next = null;
      for (Node child : Nodes.children(at)) {
        if (child == node
            || child.from() <= node.from()
                && node.to() <= child.to()
                && child.from() < child.to()
                && next == null) {
          next = child;
        }
        if (child == node) {
          break;
        }
      }
      at = next;
    }
    return path;
  }

  /// The definition of a table, if there is exactly one.
  Optional<Definition> table(ObjectName name) {
    List<Definition> found =
        definitions.find("object", name).stream()
            .filter(d -> d.kind() == Definition.Kind.TABLE)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
