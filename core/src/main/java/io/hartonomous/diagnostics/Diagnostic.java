package io.hartonomous.diagnostics;

import java.util.Comparator;
import java.util.List;

/// A finding about the user's input. `severity` is the code's own unless a project raised or
/// lowered it.
public record Diagnostic(Code code, Severity severity, Location at, List<Object> args) {
  /// File, line, column, then id: the order in which findings are shown.
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.at.path())
          .thenComparingInt(d -> d.at.line())
          .thenComparingInt(d -> d.at.column())
          .thenComparing(d -> d.code.id())
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    args = List.copyOf(args);
  }

  public static Diagnostic of(Code code, Location at, Object... args) {
    return new Diagnostic(code, code.severity(), at, List.of(args));
  }

  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(code, other, at, args);
  }

  public String message() {
    return Template.fill(code.message(), args);
  }

  /// What to do about it; empty where the message says it all.
  public String hint() {
    return Template.fill(code.hint(), args);
  }
}
