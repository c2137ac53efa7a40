package io.hartonomous.diff;

import java.util.List;

/// The renames that a project recorded, in the order of its refactor log.
public record RefactorLog(List<Operation> operations) {
  public static final RefactorLog EMPTY = new RefactorLog(List.of());

  public RefactorLog {
    operations = List.copyOf(operations);
  }

  /// One entry. `key` is its GUID as written; `elementType` the reference model's type (`SqlTable`,
  /// `SqlSimpleColumn`); `parts` the old name, unquoted, part by part; `newName` the new last part,
  /// or the new schema of a move.
  public record Operation(
      String key, Kind kind, String elementType, List<String> parts, String newName) {
    public Operation {
      parts = List.copyOf(parts);
    }
  }

  public enum Kind {
    RENAME,
    MOVE_SCHEMA
  }
}
