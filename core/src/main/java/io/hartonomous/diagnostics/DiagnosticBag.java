package io.hartonomous.diagnostics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Findings as they are made; goes with one piece of work and is not shared between threads.
public final class DiagnosticBag {
  private final List<Diagnostic> found = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  public void add(Code code, Location at, Object... args) {
    found.add(Diagnostic.of(code, at, args));
  }

  public void addAll(Collection<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  public int size() {
    return found.size();
  }

  /// In the order in which they were made.
  public List<Diagnostic> toList() {
    return List.copyOf(found);
  }

  /// Sorted by [Diagnostic#ORDER], equal ones once.
  public List<Diagnostic> sorted() {
    return found.stream().sorted(Diagnostic.ORDER).distinct().toList();
  }
}
