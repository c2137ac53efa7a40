package io.hartonomous.scaffold;

import io.hartonomous.model.ObjectName;
import java.util.List;

/// What scaffolding a model gave: the files, how many entities they hold, and what was left out
/// with the reason.
public record Scaffold(List<SourceText> files, int entities, List<Omission> omissions) {
  public Scaffold {
    files = List.copyOf(files);
    omissions = List.copyOf(omissions);
  }

  /// A table or a column that has no counterpart in the target language. `column` is empty for a
  /// whole table.
  public record Omission(ObjectName table, String column, String reason) {
    @Override
    public String toString() {
      return table.quoted()
          + (column.isEmpty() ? "" : "." + ObjectName.quote(column))
          + ": "
          + reason;
    }
  }
}
