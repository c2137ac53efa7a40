package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Severity;
import io.hartonomous.syntax.ParseResult;

/// A file of a project with its tree. `path` is relative to the project, with `/`.
public record SourceUnit(String path, ParseResult parsed) {

  /// Whether the file has syntax errors: then nothing that it defines counts, as the reference
  /// compiler has it.
  public boolean hasSyntaxErrors() {
    return parsed.diagnostics().stream().anyMatch(SourceUnit::isSyntaxError);
  }

  static boolean isSyntaxError(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR && diagnostic.code().id().startsWith("SQL46");
  }
}
