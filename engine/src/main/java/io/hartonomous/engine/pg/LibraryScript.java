package io.hartonomous.engine.pg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The script of a template, cut into what can be put anew over existing data, functions and views,
/// and what cannot: tables, types, operators.
public final class LibraryScript {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final List<String> REPLACEABLE = List.of("CREATE FUNCTION ", "CREATE VIEW ");
  private final List<String> statements;

  private LibraryScript(List<String> statements) {
    this.statements = List.copyOf(statements);
  }

  public static LibraryScript of(String script) {
    return new LibraryScript(split(script));
  }

  /// The statements that existing data depends on, blanks and comments apart.
  public String layout() {
    StringBuilder layout = new StringBuilder();
    for (String statement : statements) {
      if (!isReplaceable(statement)) {
        layout.append(BLANKS.matcher(statement).replaceAll(" ").strip()).append(";\n");
      }
    }
    return layout.toString();
  }

  /// The others, such that they take the place of what is there.
  public List<String> replacements() {
    return statements.stream()
        .filter(LibraryScript::isReplaceable)
        .map(s -> "CREATE OR REPLACE" + s.substring("CREATE".length()))
        .toList();
  }

  private static boolean isReplaceable(String statement) {
    String head = statement.substring(0, Math.min(statement.length(), 20)).toUpperCase(Locale.ROOT);
    return REPLACEABLE.stream().anyMatch(head::startsWith);
  }

  // Semicolons in strings, quoted names, bodies between $$ and comments end nothing.
  private static List<String> split(String script) {
    List<String> statements = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    int at = 0;
    while (at < script.length()) {
      char c = script.charAt(at);
      int end = at + 1;
      if (c == ';') {
        add(statements, current);
        at = end;
        continue;
      }
      if (script.startsWith("--", at)) {
        int line = script.indexOf('\n', at);
        at = line < 0 ? script.length() : line;
        continue;
      }
      if (c == '\'' || c == '"') {
        end = after(script, script.indexOf(c, at + 1), 1);
      } else if (script.startsWith("$$", at)) {
        end = after(script, script.indexOf("$$", at + 2), 2);
      }
      current.append(script, at, end);
      at = end;
    }
    add(statements, current);
    return statements;
  }

  private static int after(String script, int close, int length) {
    return close < 0 ? script.length() : close + length;
  }

  private static void add(List<String> statements, StringBuilder current) {
    String statement = current.toString().strip();
    if (!statement.isEmpty()) {
      statements.add(statement);
    }
    current.setLength(0);
  }
}
