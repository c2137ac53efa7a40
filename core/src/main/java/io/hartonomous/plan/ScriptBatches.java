package io.hartonomous.plan;

import io.hartonomous.syntax.SqlcmdItem;
import io.hartonomous.syntax.SqlcmdItem.Variable;
import io.hartonomous.syntax.SqlcmdReader;
import io.hartonomous.text.LineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Cuts a deployment script into batches as sqlcmd does: GO with its count, variables replaced but
/// for those in comments, `:setvar` obeyed from the beginning of its batch on. Source: Microsoft
/// Learn, "SQL Server utilities statements - GO", "sqlcmd - commands".
public final class ScriptBatches {
  private final DeploymentScript script;
  private final LineMap lines;
  private final Map<String, String> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Batch> batches = new ArrayList<>();

  /// The items of the batch that is being read: T-SQL, and commands that leave an empty line so
  /// that the server's line numbers stay right.
  private final List<SqlcmdItem> open = new ArrayList<>();

  private ScriptBatches(DeploymentScript script, Map<String, String> variables) {
    this.script = script;
    this.lines = new LineMap(script.text());
    this.variables.putAll(variables);
  }

  /// Errors: [ScriptException].
  public static List<Batch> split(DeploymentScript script, Map<String, String> variables) {
    ScriptBatches split = new ScriptBatches(script, variables);
    SqlcmdReader.read(script.text()).forEach(split::item);
    split.end(1);
    return List.copyOf(split.batches);
  }

  private void item(SqlcmdItem item) {
    switch (item) {
      case SqlcmdItem.Text text -> open.add(text);
      case SqlcmdItem.Go go -> end(go.count());
      case SqlcmdItem.SetVariable set -> {
        open.add(set);
        set.value()
            .ifPresentOrElse(
                value -> variables.put(set.name(), value), () -> variables.remove(set.name()));
      }
      case SqlcmdItem.OnError on -> {
        open.add(on);
        if (!on.exit()) {
          throw refused(
              on, "only :on error exit is supported: a deployment stops at the first error");
        }
      }
      case SqlcmdItem.Include include ->
          throw refused(include, "the script " + include.file() + " was not put in place");
      case SqlcmdItem.Unsupported command ->
          throw refused(
              command,
              "the sqlcmd command "
                  + command.command()
                  + " is not supported in a deployment script");
      case SqlcmdItem.Broken broken -> throw refused(broken, broken.problem());
    }
  }

  private void end(int count) {
    StringBuilder sql = new StringBuilder();
    for (SqlcmdItem item : open) {
      if (item instanceof SqlcmdItem.Text text) {
        substitute(text, sql);
      } else {
        sql.append('\n');
      }
    }
    if (!sql.toString().isBlank() && count > 0) {
      int first = lines.line(open.getFirst().from());
      batches.add(new Batch(sql.toString(), true, true, first, count));
    }
    open.clear();
  }

  private void substitute(SqlcmdItem.Text text, StringBuilder sql) {
    int at = text.from();
    for (Variable variable : text.variables()) {
      String value = variables.get(variable.name());
      if (value == null) {
        throw new ScriptException(
            script.file(),
            lines.line(variable.from()),
            "the SQLCMD variable $(" + variable.name() + ") has no value");
      }
      sql.append(script.text(), at, variable.from()).append(value);
      at = variable.to();
    }
    sql.append(script.text(), at, text.to());
  }

  private ScriptException refused(SqlcmdItem item, String what) {
    return new ScriptException(script.file(), lines.line(item.from()), what);
  }
}
