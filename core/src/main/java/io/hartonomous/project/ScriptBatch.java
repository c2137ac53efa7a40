package io.hartonomous.project;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.model.Collation;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.SqlcmdItem.SetVariable;
import io.hartonomous.syntax.SqlcmdItem.Variable;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One batch of a deployment script, put together from the files that it comes from.
final class ScriptBatch {
  /// Where T-SQL of a file begins, or a line end that stands behind the file.
  record Chunk(SourceFile file, int from, String text, List<Variable> variables) {
    int line() {
      return location(from, 0).line();
    }

    Location location(int offset, int length) {
      int end = file.text().length();
      return offset <= end
          ? Location.of(file, new Span(offset, length))
          : new Location(file.path(), file.lines().line(end) + 1, 1, 0);
    }
  }

  /// `:setvar` counts from the beginning of its batch, wherever in it it stands.
  record Assignment(SourceFile file, SetVariable command) {
    int line() {
      return file.lines().line(command.from());
    }

    String text() {
      return ":setvar " + command.name() + command.written().map(v -> " " + v).orElse("") + "\n";
    }
  }

  /// From `start` of the text that is checked on, what stands in a file from `offset` on; all of a
  /// variable's value stands where the variable does.
  private record Part(int start, Chunk chunk, int offset, int variableLength) {}

  final List<Assignment> assignments = new ArrayList<>();
  final List<Chunk> chunks = new ArrayList<>();

  boolean isEmpty() {
    return chunks.isEmpty();
  }

  boolean endsWithLine() {
    String last = chunks.getLast().text();
    return last.endsWith("\n") || last.endsWith("\r");
  }

  /// Variables without a value, each name once, and what is no T-SQL after the values are put in.
  List<Diagnostic> check(
      Map<String, String> values, Set<String> reported, boolean quotedIdentifier) {
    List<Diagnostic> found = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    for (Chunk chunk : chunks) {
      int at = chunk.from();
      for (Variable variable : chunk.variables()) {
        parts.add(new Part(sql.length(), chunk, at, 0));
        sql.append(chunk.text(), at - chunk.from(), variable.from() - chunk.from());
        int length = variable.to() - variable.from();
        parts.add(new Part(sql.length(), chunk, variable.from(), length));
        String key = Collation.DEFAULT.key(variable.name());
        sql.append(values.getOrDefault(key, ""));
        if (!values.containsKey(key) && reported.add(key)) {
          Location place = chunk.location(variable.from(), length);
          found.add(Diagnostic.of(Code.SQLCMD_VARIABLE, place, variable.name()));
        }
        at = variable.to();
      }
      parts.add(new Part(sql.length(), chunk, at, 0));
      sql.append(chunk.text(), at - chunk.from(), chunk.text().length());
    }
    SourceFile source = new SourceFile("", sql.toString());
    ParseOptions options = new ParseOptions(quotedIdentifier, false).shallow();
    for (Diagnostic d : Parser.parse(source, options).diagnostics()) {
      if (SourceUnit.isSyntaxError(d)) {
        int offset = source.lines().start(d.at().line()) + d.at().column() - 1;
        found.add(
            Diagnostic.of(
                Code.SCRIPT_SYNTAX, place(parts, offset, d.at().length()), d.message(), d.hint()));
      }
    }
    return found;
  }

  /// Of two parts that begin at one place the first counts: an empty value stands there too.
  private static Location place(List<Part> parts, int offset, int length) {
    Part found = parts.getFirst();
    for (Part part : parts) {
      if (part.start() > offset) {
        break;
      }
      boolean taken = part.start() == offset && found.start() == offset;
      if (!taken || found.variableLength() == 0) {
        found = part;
      }
    }
    return found.variableLength() > 0
        ? found.chunk().location(found.offset(), found.variableLength())
        : found.chunk().location(found.offset() + offset - found.start(), length);
  }
}
