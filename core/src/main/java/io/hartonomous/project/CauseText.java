package io.hartonomous.project;

import io.hartonomous.diagnostics.Location;
import io.hartonomous.text.LineMap;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import io.hartonomous.text.TextEdit;
import java.util.ArrayList;
import java.util.List;

/// What the forms of causes share: counts, places, edits as the lines that go and come.
final class CauseText {
  private CauseText() {}

  static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  static String place(Location at) {
    return at.hasPosition() ? at.path() + ":" + at.line() + ":" + at.column() : at.path();
  }

  /// An edit as a heading and lines that begin with `+`, `-` or a blank.
  record Block(String heading, List<String> lines) {}

  /// `whole`: so many lines in a row are shown; of more the first and the last.
  static Block block(CureEdit edit, int whole) {
    return switch (edit) {
      case CureEdit.Create create ->
          new Block("new file " + create.path(), shortened(prefixed("+", create.text()), whole));
      case CureEdit.Delete delete -> new Block("delete " + delete.path(), List.of());
      case CureEdit.Change change -> new Block("change " + change.path(), changed(change, whole));
    };
  }

  private static List<String> changed(CureEdit.Change change, int whole) {
    SourceFile file = change.file();
    LineMap map = file.lines();
    List<String> lines = new ArrayList<>();
    List<TextEdit> edits = change.edits();
    int i = 0;
    while (i < edits.size()) {
      int first = map.line(edits.get(i).span().offset());
      int last = map.line(edits.get(i).span().end());
      int next = i + 1;
      // Edits of the same line are shown as one.
      while (next < edits.size() && map.line(edits.get(next).span().offset()) <= last) {
        last = Math.max(last, map.line(edits.get(next).span().end()));
        next++;
      }
      lines.addAll(hunk(file, edits.subList(i, next), first, last, whole));
      i = next;
    }
    return lines;
  }

  private static List<String> hunk(
      SourceFile file, List<TextEdit> edits, int first, int last, int whole) {
    int start = file.lines().start(first);
    int end = file.lines().end(last);
    List<TextEdit> moved =
        edits.stream()
            .map(e ->
                new TextEdit(
                    new Span(e.span().offset() - start, e.span().length()), e.replacement()))
            .toList();
    String before = file.text().substring(start, end);
    String after = TextEdit.apply(before, moved);
    List<String> old = new ArrayList<>(before.lines().toList());
    List<String> fresh = new ArrayList<>(after.lines().toList());
    int same = 0;
    while (same < old.size() && same < fresh.size() && old.get(same).equals(fresh.get(same))) {
      same++;
    }
    int tail = 0;
    while (tail < old.size() - same
        && tail < fresh.size() - same
        && old.get(old.size() - 1 - tail).equals(fresh.get(fresh.size() - 1 - tail))) {
      tail++;
    }
    List<String> lines = new ArrayList<>();
    lines.add("@@ line " + (first + same) + " @@");
    if (same > 0) {
      lines.add(" " + old.get(same - 1));
    }
    lines.addAll(shortened(prefixed("-", old.subList(same, old.size() - tail)), whole));
    lines.addAll(shortened(prefixed("+", fresh.subList(same, fresh.size() - tail)), whole));
    return lines;
  }

  private static List<String> prefixed(String prefix, String text) {
    return prefixed(prefix, text.lines().toList());
  }

  private static List<String> prefixed(String prefix, List<String> lines) {
    return lines.stream().map(line -> prefix + line).toList();
  }

  private static List<String> shortened(List<String> lines, int whole) {
    if (lines.size() <= whole) {
      return lines;
    }
    List<String> result = new ArrayList<>(lines.subList(0, whole - 3));
    result.add(" ... " + (lines.size() - whole + 1) + " more lines");
    result.addAll(lines.subList(lines.size() - 2, lines.size()));
    return result;
  }
}
