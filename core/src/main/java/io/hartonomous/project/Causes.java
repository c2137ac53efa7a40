package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.project.Findings.Explained;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Groups the findings of a build by what is behind them.
final class Causes {
  private Causes() {}

  /// One root with its findings, in the order of their places. Findings of the parser have no
  /// evidence beside them.
  record Group(CauseRoot root, List<Diagnostic> diagnostics, List<Explained> explained) {}

  private record Same(String id, Location at, List<Object> args) {
    static Same of(Diagnostic d) {
      return new Same(d.code().id(), d.at(), d.args());
    }
  }

  /// The causes of `diagnostics`, which are those that the build shows; most useful first: those
  /// that explain most findings, then in the order of their first finding.
  static List<Cause> of(
      List<Diagnostic> diagnostics, List<Explained> findings, CauseContext context) {
    Map<Same, Explained> evidence = new HashMap<>();
    findings.forEach(e -> evidence.putIfAbsent(Same.of(e.diagnostic()), e));
    CauseGrouping grouping = context.grouping(findings);
    Map<CauseRoot, Group> groups = new LinkedHashMap<>();
    for (Diagnostic d : diagnostics) {
      Explained e = evidence.get(Same.of(d));
      CauseRoot root = e == null ? grouping.root(d) : grouping.root(d, e);
      Group group =
          groups.computeIfAbsent(root, r -> new Group(r, new ArrayList<>(), new ArrayList<>()));
      group.diagnostics().add(d);
      if (e != null) {
        group.explained().add(e);
      }
    }
    CauseWriter writer = new CauseWriter(context);
    return groups.values().stream()
        .sorted(Comparator.comparingInt((Group g) -> -g.diagnostics().size()))
        .map(writer::cause)
        .toList();
  }
}
