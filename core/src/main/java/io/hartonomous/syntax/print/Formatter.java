package io.hartonomous.syntax.print;

import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.text.SourceFile;
import java.util.Optional;

/// T-SQL in the house style: the same tokens and comments with other blanks and line ends, and
/// keywords in one case.
///
/// What fits on a line stays on a line; what does not is broken at the places of its grammar,
/// outermost first: clauses, then elements of lists, then operands. Statements, elements of tables
/// and blocks stand on lines of their own. A comment keeps its place: behind what it stands behind,
/// or on its own line before what it stands before. One empty line is kept where there were some.
public final class Formatter {
  private Formatter() {}

  /// The formatted text, its line ends those that the file has most; empty where the file has a
  /// syntax error: nothing is known of what it means.
  ///
  /// Errors: [IllegalStateException] where the result would not mean the same, which is a mistake
  /// of the formatter; the caller must not write anything then.
  public static Optional<String> format(
      SourceFile source, ParseOptions options, FormatOptions style) {
    ParseResult parsed = Parser.parse(source, options);
    if (!parsed.diagnostics().isEmpty()) {
      return Optional.empty();
    }
    String formatted =
        new Layout(parsed.tokens(), LayoutRules.of(parsed), style, lineEnd(source.text())).text();
    ParseResult again = Parser.parse(new SourceFile(source.path(), formatted), options);
    if (!again.diagnostics().isEmpty() || !Nodes.same(parsed.script(), again.script())) {
      throw new IllegalStateException(
          "formatting would change what " + source.path() + " says; it is left as it is");
    }
    return Optional.of(formatted);
  }

  private static String lineEnd(String text) {
    int lines = 0;
    int windows = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lines++;
      windows += at > 0 && text.charAt(at - 1) == '\r' ? 1 : 0;
    }
    return windows * 2 > lines ? "\r\n" : "\n";
  }
}
