package io.hartonomous.plan;

import io.hartonomous.model.ObjectKey;
import java.util.Optional;
import java.util.Set;

/// Something that a step may do to rows that are there.
///
/// `countQuery` gives one bigint, the rows at stake; 0 means that nothing can happen.
/// `earlyCountQuery` asks the same before any step has run, when renamed objects have their old
/// names. `flag` allows the hazard by name (`data-loss:dbo.T.Col`). `blocks` is false for
/// information, and where the options do not ask to stop.
public record Hazard(
    HazardKind kind,
    ObjectKey object,
    Optional<String> column,
    String message,
    Optional<String> countQuery,
    Optional<String> earlyCountQuery,
    String flag,
    boolean blocks) {

  static Hazard of(
      HazardKind kind,
      ObjectKey object,
      Optional<String> column,
      String message,
      String countQuery,
      boolean blocks) {
    String name =
        object.name().schema() + "." + object.name().name() + column.map(c -> "." + c).orElse("");
    return new Hazard(
        kind,
        object,
        column,
        message,
        Optional.of(countQuery),
        Optional.of(countQuery),
        kind.flag() + ":" + name,
        blocks && kind.blocks());
  }

  /// Whether one of the given flags allows it. Case does not count.
  public boolean allowedBy(Set<String> flags) {
    return flags.stream().anyMatch(flag::equalsIgnoreCase);
  }

  Hazard withEarlyCount(Optional<String> query) {
    return new Hazard(kind, object, column, message, countQuery, query, flag, blocks);
  }
}
