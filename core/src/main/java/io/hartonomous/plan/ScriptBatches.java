package io.hartonomous.plan;

import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Cuts a deployment script into batches as sqlcmd does: GO with its count, variables replaced,
/// `:setvar` obeyed. Source: Microsoft Learn, "SQL Server utilities statements - GO", "sqlcmd -
/// commands".
public final class ScriptBatches {
  private final DeploymentScript script;
  private final SourceFile source;
  private final Tokens tokens;
  private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Batch> batches = new ArrayList<>();

  private ScriptBatches(DeploymentScript script, Map<String, String> variables) {
    this.script = script;
    source = new SourceFile(script.file(), script.text());
    tokens = Lexer.lex(source, ParseOptions.SCRIPT).tokens();
    this.variables.putAll(variables);
  }

  /// Errors: [ScriptException].
  public static List<Batch> split(DeploymentScript script, Map<String, String> variables) {
    ScriptBatches split = new ScriptBatches(script, variables);
    split.run();
    return List.copyOf(split.batches);
  }

  private void run() {
    StringBuilder sql = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.SQLCMD_COMMAND) {
        // The line stays as an empty one, so that the server's line numbers stay right.
        sql.append(script.text(), from, tokens.start(i));
        from = tokens.end(i);
        command(tokens.text(i), line(tokens.start(i)));
      } else if (kind == TokenKind.GO || kind == TokenKind.EOF) {
        sql.append(script.text(), from, tokens.start(i));
        int count = 1;
        int end = tokens.end(i);
        if (kind == TokenKind.GO
            && tokens.kind(i + 1) == TokenKind.INTEGER
            && line(tokens.start(i + 1)) == line(tokens.start(i))) {
          count = Integer.parseInt(tokens.text(i + 1));
          end = tokens.end(i + 1);
          i++;
        }
        batch(sql.toString(), line(tokens.start(i)), count);
        sql.setLength(0);
        from = end;
      }
    }
  }

  private void batch(String sql, int endLine, int count) {
    if (sql.isBlank()) {
      return;
    }
    int first = endLine - (int) sql.chars().filter(c -> c == '\n').count();
    try {
      batches.add(new Batch(SqlcmdVariables.substitute(sql, variables), true, true, first, count));
    } catch (IllegalArgumentException e) {
      throw new ScriptException(script.file(), first, e.getMessage());
    }
  }

  private void command(String command, int line) {
    String[] words = command.strip().split("\\s+", 3);
    switch (words[0].toLowerCase(Locale.ROOT)) {
      case ":setvar" -> {
        if (words.length < 3) {
          throw new ScriptException(script.file(), line, ":setvar needs a name and a value");
        }
        String value = words[2].strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        // A value that the run gives wins over the script's own.
        variables.putIfAbsent(words[1], quoted ? value.substring(1, value.length() - 1) : value);
      }
      case ":on" -> {
        if (!command.strip().replaceAll("\\s+", " ").equalsIgnoreCase(":on error exit")) {
          throw new ScriptException(
              script.file(),
              line,
              "only :on error exit is supported: a deployment stops at the first error");
        }
      }
      default ->
          throw new ScriptException(
              script.file(),
              line,
              "the sqlcmd command " + words[0] + " is not supported in a deployment script");
    }
  }

  private int line(int offset) {
    return source.lines().line(offset);
  }
}
