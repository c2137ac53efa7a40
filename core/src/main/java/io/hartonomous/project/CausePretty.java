package io.hartonomous.project;

import java.util.List;

/// Causes for a terminal.
///
/// ```
/// Causes: 3 behind 41 findings
///
///  1. The table dbo.Orders does not exist: 9 findings
///     --> dbo/Views/v.sql:3:12
///     = Create the table in dbo/Tables/Orders.sql
///       +CREATE TABLE [dbo].[Orders]
/// ```
final class CausePretty implements CauseRenderer {
  /// Lines of an edit that are shown one by one.
  private static final int WHOLE = 6;

  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String BLUE = "\u001b[1;34m";
  private static final String RESET = "\u001b[0m";

  private final int limit;
  private final boolean colours;

  CausePretty(int limit, boolean colours) {
    this.limit = limit;
    this.colours = colours;
  }

  @Override
  public String render(List<Cause> causes) {
    if (causes.isEmpty()) {
      return "";
    }
    long findings = causes.stream().mapToLong(c -> c.explains().size()).sum();
    StringBuilder out =
        new StringBuilder(
            paint(
                    BOLD,
                    "Causes: "
                        + causes.size()
                        + " behind "
                        + CauseText.counted(findings, "finding"))
                + "\n");
    int shown = limit == 0 ? causes.size() : Math.min(limit, causes.size());
    for (int i = 0; i < shown; i++) {
      cause(i + 1, causes.get(i), out);
    }
    if (shown < causes.size()) {
      long rest =
          causes.subList(shown, causes.size()).stream().mapToLong(c -> c.explains().size()).sum();
      out.append("\n    and ")
          .append(CauseText.counted(causes.size() - shown, "cause"))
          .append(" more, behind ")
          .append(CauseText.counted(rest, "finding"))
          .append('\n');
    }
    return out.toString();
  }

  private void cause(int number, Cause cause, StringBuilder out) {
    out.append('\n').append(String.format("%2d. ", number));
    out.append(paint(BOLD, cause.statement()))
        .append(": ")
        .append(CauseText.counted(cause.explains().size(), "finding"))
        .append('\n');
    if (!cause.at().path().isEmpty()) {
      out.append("    ").append(paint(BLUE, "--> ")).append(CauseText.place(cause.at()));
      out.append('\n');
    }
    for (Cure cure : cause.cures()) {
      out.append("    ").append(paint(BLUE, "= ")).append(cure.sentence()).append('\n');
      cure.edits().forEach(edit -> edit(edit, out));
    }
  }

  private void edit(CureEdit edit, StringBuilder out) {
    CauseText.Block block = CauseText.block(edit, WHOLE);
    out.append("      ").append(block.heading()).append('\n');
    for (String line : block.lines()) {
      String colour =
          switch (line.charAt(0)) {
            case '+' -> GREEN;
            case '-' -> RED;
            case '@' -> BLUE;
            default -> "";
          };
      out.append("      ").append(colour.isEmpty() ? line : paint(colour, line)).append('\n');
    }
  }

  private String paint(String colour, String text) {
    return colours ? colour + text + RESET : text;
  }
}
