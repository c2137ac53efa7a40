package io.hartonomous.bind;

import io.hartonomous.model.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/// Something that a module or an expression uses. `parts` are unquoted: `dbo, T, Id`; `dbo, p, @a`;
/// `dbo, p, #t, c`; `int`.
public record Dependency(Kind kind, List<String> parts) {
  public Dependency {
    parts = List.copyOf(parts);
  }

  public enum Kind {
    OBJECT,
    COLUMN,
    PARAMETER,
    BUILT_IN_TYPE,
    /// A temporary table or common table expression of the module itself, or a column of one.
    DYNAMIC
  }

  static Dependency of(Kind kind, ObjectName object, String... more) {
    List<String> parts = new java.util.ArrayList<>(2 + more.length);
    if (!object.schema().isEmpty()) {
      parts.add(object.schema());
    }
    parts.add(object.name());
    parts.addAll(List.of(more));
    return new Dependency(kind, parts);
  }

  /// `[dbo].[T].[Id]`.
  public String quoted() {
    return parts.stream().map(ObjectName::quote).collect(Collectors.joining("."));
  }

  @Override
  public String toString() {
    return quoted();
  }
}
