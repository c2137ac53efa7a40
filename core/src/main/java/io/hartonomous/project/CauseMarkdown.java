package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.MarkdownText;
import io.hartonomous.diagnostics.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Causes as a checklist: what unblocks others first; below each its cures, as diffs, and the
/// places of its findings.
final class CauseMarkdown {
  /// Lines of an edit that are shown one by one.
  private static final int WHOLE = 30;

  private CauseMarkdown() {}

  static String render(List<Cause> causes) {
    long errors = count(causes, Severity.ERROR);
    long warnings = count(causes, Severity.WARNING);
    StringBuilder out = new StringBuilder("# What to mend\n\n");
    if (causes.isEmpty()) {
      return out.append("Nothing: the build has no findings.\n").toString();
    }
    out.append(CauseText.counted(errors, "error")).append(" and ");
    out.append(CauseText.counted(warnings, "warning")).append(" come from ");
    out.append(CauseText.counted(causes.size(), "cause"));
    out.append(". Work from the top: what is above may bring back what is missing below.\n");
    CauseRenderer.workingOrder(causes).forEach(cause -> cause(cause, out));
    return out.toString();
  }

  private static long count(List<Cause> causes, Severity severity) {
    return causes.stream()
        .flatMap(c -> c.explains().stream())
        .filter(d -> d.severity() == severity)
        .count();
  }

  private static void cause(Cause cause, StringBuilder out) {
    out.append("\n- [ ] **").append(MarkdownText.escape(cause.statement())).append("**: ");
    out.append(CauseText.counted(cause.explains().size(), "finding"));
    if (!cause.at().path().isEmpty()) {
      out.append(", see `").append(CauseText.place(cause.at())).append('`');
    }
    out.append("\n");
    boolean several = cause.cures().size() > 1;
    int number = 1;
    for (Cure cure : cause.cures()) {
      out.append("\n  ")
          .append(several ? number + ". " : "")
          .append(MarkdownText.escape(cure.sentence()));
      out.append(".\n");
      edits(cure, several ? "     " : "  ", out);
      number++;
    }
    places(cause, out);
  }

  private static void edits(Cure cure, String indent, StringBuilder out) {
    if (!cure.isExact()) {
      return;
    }
    out.append('\n').append(indent).append("```diff\n");
    for (CureEdit edit : cure.edits()) {
      CauseText.Block block = CauseText.block(edit, WHOLE);
      out.append(indent).append("# ").append(block.heading()).append('\n');
      block.lines().forEach(line -> out.append((indent + line).stripTrailing()).append('\n'));
    }
    out.append(indent).append("```\n");
  }

  /// The findings by file, as line numbers with the ids.
  private static void places(Cause cause, StringBuilder out) {
    Map<String, Map<String, StringBuilder>> files = new LinkedHashMap<>();
    for (Diagnostic d : cause.explains()) {
      StringBuilder lines =
          files
              .computeIfAbsent(d.at().path(), _ -> new TreeMap<>())
              .computeIfAbsent(
                  d.severity().label() + " " + d.code().id(), _ -> new StringBuilder());
      lines.append(lines.isEmpty() ? "" : ", ").append(d.at().line());
      lines.append(':').append(d.at().column());
    }
    out.append("\n  <details><summary>Findings</summary>\n\n");
    files.forEach((path, ids) -> {
      out.append("  - `").append(path.isEmpty() ? "the project" : path).append("`: ");
      StringBuilder parts = new StringBuilder();
      ids.forEach((id, lines) ->
          parts.append(parts.isEmpty() ? "" : "; ").append(id).append(" at ").append(lines));
      out.append(parts).append('\n');
    });
    out.append("\n  </details>\n");
  }
}
