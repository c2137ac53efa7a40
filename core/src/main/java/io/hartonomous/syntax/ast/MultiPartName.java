package io.hartonomous.syntax.ast;

import java.util.List;
import java.util.Optional;

/// A name of one to four parts: `[server.][database.][schema.]object`. Parts in the middle that
/// were left out are omitted identifiers.
public record MultiPartName(List<Identifier> parts, int from, int to) implements Node {
  public MultiPartName {
    parts = List.copyOf(parts);
  }

  /// The last part: the name of the object itself.
  public Identifier object() {
    return parts.getLast();
  }

  public Optional<Identifier> schema() {
    return part(2);
  }

  public Optional<Identifier> database() {
    return part(3);
  }

  public Optional<Identifier> server() {
    return part(4);
  }

  private Optional<Identifier> part(int fromEnd) {
    return parts.size() < fromEnd || parts.get(parts.size() - fromEnd).isOmitted()
        ? Optional.empty()
        : Optional.of(parts.get(parts.size() - fromEnd));
  }
}
