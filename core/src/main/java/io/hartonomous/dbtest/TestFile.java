package io.hartonomous.dbtest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a file into its tests.
public final class TestFile {
  private static final Pattern HEADER =
      Pattern.compile("^\\s*--\\s*test:\\s*(\\S.*?)\\s*$", Pattern.CASE_INSENSITIVE);

  private TestFile() {}

  /// A file without a header is one test with the file's name. What stands before the first header
  /// is a comment on the file and is not run.
  ///
  /// A test is one batch. `GO` lines at its end are for tools that know batches only and are left
  /// out; one in the middle stays, and the server refuses it.
  public static List<TestCase> parse(String file, String text) {
    List<String> lines = text.lines().toList();
    List<Integer> headers = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (HEADER.matcher(lines.get(i)).matches()) {
        headers.add(i);
      }
    }
    if (headers.isEmpty()) {
      String name = file.substring(file.lastIndexOf('/') + 1);
      return List.of(
          new TestCase(
              file, name.endsWith(".sql") ? name.substring(0, name.length() - 4) : name, 1, text));
    }
    List<TestCase> tests = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      int from = headers.get(i);
      int to = i + 1 < headers.size() ? headers.get(i + 1) : lines.size();
      Matcher header = HEADER.matcher(lines.get(from));
      if (!header.matches()) {
        throw new IllegalStateException("Not a header: " + lines.get(from));
      }
      tests.add(
          new TestCase(
              file,
              header.group(1),
              from + 1,
              String.join("\n", withoutGo(lines.subList(from, to)))));
    }
    return tests;
  }

  /// A `GO` between two tests ends the first for tools that know batches only; it is no T-SQL.
  private static List<String> withoutGo(List<String> lines) {
    int end = lines.size();
    while (end > 0
        && (lines.get(end - 1).isBlank() || lines.get(end - 1).strip().equalsIgnoreCase("GO"))) {
      end--;
    }
    return lines.subList(0, end);
  }
}
