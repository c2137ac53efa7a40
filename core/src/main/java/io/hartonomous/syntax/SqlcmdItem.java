package io.hartonomous.syntax;

import java.util.List;
import java.util.Optional;

/// One piece of a script as sqlcmd reads it, before anybody looks at the T-SQL in it. `from` and
/// `to` are offsets in the script; the line of a command belongs to it with its line end.
public sealed interface SqlcmdItem {
  int from();

  int to();

  /// Whole lines of T-SQL, with the variables in them; what looks like one inside a comment is
  /// none.
  record Text(int from, int to, List<Variable> variables) implements SqlcmdItem {
    public Text {
      variables = List.copyOf(variables);
    }
  }

  /// `GO` or `GO count`.
  record Go(int from, int to, int count) implements SqlcmdItem {}

  /// `:setvar name value`. `written` is the value as T-SQL of sqlcmd, in double quotes; empty where
  /// the variable loses its value.
  record SetVariable(int from, int to, String name, Optional<String> written)
      implements SqlcmdItem {
    /// The value itself.
    public Optional<String> value() {
      return written.map(w -> w.substring(1, w.length() - 1).replace("\"\"", "\""));
    }
  }

  /// `:r file`. `fileFrom`: where the name begins, behind its quote. Variables are those of a name
  /// without quotes; their offsets are those of the script.
  record Include(int from, int to, String file, int fileFrom, List<Variable> variables)
      implements SqlcmdItem {
    public Include {
      variables = List.copyOf(variables);
    }
  }

  /// `:on error exit` or `:on error ignore`; `from` is the colon.
  record OnError(int from, int to, boolean exit) implements SqlcmdItem {}

  /// A command that has no place in a script that a tool runs; `from` is the colon.
  record Unsupported(int from, int to, String command) implements SqlcmdItem {}

  /// What cannot be read. Nothing comes after it.
  record Broken(int from, int to, String problem) implements SqlcmdItem {}

  /// `$(name)`.
  record Variable(int from, int to, String name) {}
}
