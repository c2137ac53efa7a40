package io.hartonomous.diagnostics;

import io.hartonomous.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Findings for people: what, where, the line with a caret, what to do.
///
/// ```
/// error SQL46010: found 'FORM', expected a table
///   --> dbo/Views/v.sql:3:12
///    |
///  3 | SELECT 1 FORM t
///    |          ^^^^
///    = hint
/// ```
final class PrettyRenderer implements Renderer {
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String BLUE = "\u001b[1;34m";
  private static final String RESET = "\u001b[0m";

  private final Function<String, Optional<SourceFile>> sources;
  private final boolean colours;

  PrettyRenderer(Function<String, Optional<SourceFile>> sources, boolean colours) {
    this.sources = sources;
    this.colours = colours;
  }

  @Override
  public String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic d : diagnostics) {
      render(d, out);
    }
    return out.toString();
  }

  private void render(Diagnostic d, StringBuilder out) {
    String colour =
        switch (d.severity()) {
          case ERROR -> RED;
          case WARNING -> YELLOW;
          case INFO -> BLUE;
        };
    out.append(paint(colour, d.severity().label() + " " + d.code().id()))
        .append(": ")
        .append(d.message())
        .append('\n');
    Location at = d.at();
    if (!at.path().isEmpty()) {
      out.append(paint(BLUE, "  --> ")).append(at.path().replace('\\', '/'));
      out.append(at.hasPosition() ? ":" + at.line() + ":" + at.column() : "").append('\n');
    }
    String margin = " ".repeat(String.valueOf(Math.max(at.line(), 1)).length() + 2);
    Optional<SourceFile> source = at.hasPosition() ? sources.apply(at.path()) : Optional.empty();
    source
        .filter(file -> at.line() <= file.lines().lines())
        .ifPresent(file -> excerpt(file, at, colour, margin, out));
    if (!d.hint().isEmpty()) {
      out.append(margin).append(paint(BLUE, "= ")).append(d.hint()).append('\n');
    }
    out.append('\n');
  }

  private void excerpt(
      SourceFile file, Location at, String colour, String margin, StringBuilder out) {
    String line = file.line(at.line());
    int column = Math.min(at.column() - 1, line.length());
    int width = Math.max(1, Math.min(at.length(), line.length() - column));
    out.append(margin).append(paint(BLUE, "|")).append('\n');
    out.append(' ').append(paint(BLUE, at.line() + " |")).append(' ').append(line).append('\n');
    out.append(margin).append(paint(BLUE, "|")).append(' ');
    for (int i = 0;
        i < column;
        i++) { // tabs stay tabs, so that the caret stands where the terminal shows the text
      out.append(line.charAt(i) == '\t' ? '\t' : ' ');
    }
    out.append(paint(colour, "^".repeat(width))).append('\n');
  }

  private String paint(String colour, String text) {
    return colours ? colour + text + RESET : text;
  }
}
