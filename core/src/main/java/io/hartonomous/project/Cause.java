package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import java.util.List;

/// One mistake behind one or many findings, with what cures it.
///
/// `statement` is one sentence about the thing at fault, without its full stop. `at` is where the
/// mistake is best seen. `explains` are the findings that go away with it; each finding of a build
/// belongs to exactly one cause. `cures` exclude each other; the first is the likeliest.
public record Cause(
    Kind kind, String statement, Location at, List<Diagnostic> explains, List<Cure> cures) {
  public Cause {
    explains = List.copyOf(explains);
    cures = List.copyOf(cures);
  }

  /// In the order in which causes are worked off: the earlier may bring back what the later miss.
  public enum Kind {
    SYNTAX,
    MISPLACED_STATEMENT,
    MISSING_SCHEMA,
    MISSING_TYPE,
    DUPLICATE,
    MISSING_OBJECT,
    MISSING_COLUMN,
    MISSING_PRINCIPAL,
    AMBIGUOUS_COLUMN,
    OTHER
  }
}
