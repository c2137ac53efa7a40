package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Severity;
import java.util.List;

/// What a build gives: the model, the findings in the order of their places, and the causes behind
/// them, most useful first.
public record BuildResult(ProjectModel project, List<Diagnostic> diagnostics, List<Cause> causes) {
  public BuildResult {
    diagnostics = List.copyOf(diagnostics);
    causes = List.copyOf(causes);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
