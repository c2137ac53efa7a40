package io.hartonomous.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Findings as a checklist, a heading a file.
final class MarkdownRenderer {
  private MarkdownRenderer() {}

  static String render(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    long warnings = diagnostics.stream().filter(d -> d.severity() == Severity.WARNING).count();
    StringBuilder out =
        new StringBuilder(
            "# Findings\n\n"
                + counted(errors, "error")
                + ", "
                + counted(warnings, "warning")
                + ".\n");
    Map<String, List<Diagnostic>> files =
        diagnostics.stream()
            .collect(
                Collectors.groupingBy(d -> d.at().path(), LinkedHashMap::new, Collectors.toList()));
    files.forEach((path, found) -> {
      out.append("\n## ")
          .append(path.isEmpty() ? "The project" : "`" + path.replace('\\', '/') + "`")
          .append("\n\n");
      for (Diagnostic d : found) {
        out.append("- [ ] ");
        if (d.at().hasPosition()) {
          out.append("line ")
              .append(d.at().line())
              .append(", column ")
              .append(d.at().column())
              .append(": ");
        }
        out.append(d.severity().label())
            .append(" **")
            .append(d.code().id())
            .append("** ")
            .append(MarkdownText.escape(d.message()));
        out.append(d.hint().isEmpty() ? "" : ". _" + MarkdownText.escape(d.hint()) + "_")
            .append('\n');
      }
    });
    return out.toString();
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
