package io.hartonomous.project;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Objects that are defined more than once: which definition to keep, and which files to clean.
final class CauseDuplicates {
  /// One name with its definitions: `kept` is the likelier to be meant.
  record Group(Definition kept, List<Definition> removed) {
    /// Whether all definitions say the same.
    boolean identical() {
      return removed.stream().allMatch(r -> Nodes.same(r.statement(), kept.statement()));
    }
  }

  private final Collation collation;
  private final Map<String, CauseRoot.DuplicateObject> byName = new HashMap<>();
  private final Map<Node, CauseRoot> byStatement = new IdentityHashMap<>();
  private final Map<Node, CauseRoot> byNode = new IdentityHashMap<>();
  private final Map<CauseRoot, List<Group>> groups = new LinkedHashMap<>();

  CauseDuplicates(Definitions definitions, Collation collation) {
    this.collation = collation;
    Map<String, Integer> objects = objectsOfFiles(definitions);
    for (List<Definition> group : definitions.groups()) {
      if (group.size() > 1 && group.stream().allMatch(d -> d.node() == d.statement())) {
        object(group, objects);
      }
    }
    for (List<Definition> group : definitions.groups()) {
      if (group.size() > 1) {
        group.forEach(d -> part(d, d.node(), d.statement(), d.name().quoted()));
      }
    }
    for (List<Definitions.Member> group : definitions.memberGroups()) {
      if (group.size() > 1) {
        for (Definitions.Member m : group) {
          String name = m.owner().quoted() + "." + ObjectName.quote(m.name());
          byNode.put(
              m.node(),
              of(m.owner()).orElseGet(() -> new CauseRoot.DuplicatePart(collation.key(name))));
        }
      }
    }
  }

  private void part(Definition d, Node node, Statement statement, String name) {
    CauseRoot whole = byStatement.get(statement);
    byNode.put(node, whole != null ? whole : new CauseRoot.DuplicatePart(collation.key(name)));
  }

  private static Map<String, Integer> objectsOfFiles(Definitions definitions) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<Definition> group : definitions.groups()) {
      for (Definition d : group) {
        if (d.node() == d.statement()) {
          counts.merge(d.source().path(), 1, Integer::sum);
        }
      }
    }
    return counts;
  }

  private void object(List<Definition> group, Map<String, Integer> objects) {
    Definition kept = group.getFirst();
    for (Definition d : group) {
      if (score(d, objects) > score(kept, objects)) {
        kept = d;
      }
    }
    Definition home = kept;
    List<Definition> removed = group.stream().filter(d -> d != home).toList();
    TreeSet<String> paths = new TreeSet<>();
    removed.forEach(d -> paths.add(d.source().path()));
    CauseRoot.DuplicateObject root = new CauseRoot.DuplicateObject(List.copyOf(paths));
    groups.computeIfAbsent(root, _ -> new ArrayList<>()).add(new Group(home, removed));
    byName.put(key(home), root);
    group.forEach(d -> byStatement.put(d.statement(), root));
  }

  private String key(Definition d) {
    return d.kind().space().equals("object")
        ? collation.key(d.name()).quoted()
        : d.kind().space() + " " + collation.key(d.name()).quoted();
  }

  /// A file named after the object is its home; next best is a file with nothing else.
  private static int score(Definition d, Map<String, Integer> objects) {
    String path = d.source().path();
    String file = path.substring(path.lastIndexOf('/') + 1);
    boolean named =
        file.equalsIgnoreCase(d.name().name() + ".sql")
            || file.equalsIgnoreCase(d.name().schema() + "." + d.name().name() + ".sql");
    return (named ? 2 : 0) + (objects.getOrDefault(path, 0) == 1 ? 1 : 0);
  }

  /// The root of a finding at the place of a definition.
  Optional<CauseRoot> at(Node node) {
    return Optional.ofNullable(byNode.get(node));
  }

  /// The root of an object that is defined more than once.
  Optional<CauseRoot> of(ObjectName name) {
    return Optional.ofNullable(byName.get(collation.key(name).quoted()));
  }

  List<Group> groups(CauseRoot.DuplicateObject root) {
    return groups.get(root);
  }
}
