package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.project.Findings.Explained;
import java.util.List;

/// Groups findings by what is behind them.
final class Causes {
  private Causes() {}

  static List<Cause> of(List<Explained> findings, List<Diagnostic> syntax, ProjectModel project) {
    return List.of();
  }
}
