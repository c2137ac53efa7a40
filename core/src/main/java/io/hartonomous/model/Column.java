package io.hartonomous.model;

import java.util.Optional;

/// A column of a table or of a table type.
///
/// `type` of a computed column is UNKNOWN until it is bound. `collation` inside the type is present
/// only where it was written, or differs from the database's.
public record Column(
    String name,
    SqlType type,
    boolean nullable,
    Optional<Identity> identity,
    Optional<Computed> computed,
    Optional<DefaultConstraint> defaultConstraint,
    Optional<GeneratedAlways> generatedAlways,
    boolean hidden,
    boolean rowGuidCol,
    boolean sparse,
    boolean fileStream,
    Optional<String> maskingFunction) {

  public static Column of(String name, SqlType type, boolean nullable) {
    return new Column(
        name,
        type,
        nullable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        false,
        Optional.empty());
  }

  public record Identity(String seed, String increment, boolean notForReplication) {
    public static final Identity DEFAULT = new Identity("1", "1", false);
  }

  public record Computed(SqlText expression, boolean persisted) {}

  /// `name` is empty for a constraint that the server names.
  public record DefaultConstraint(Optional<String> name, SqlText value) {}

  public enum GeneratedAlways {
    ROW_START,
    ROW_END,
    TRANSACTION_ID_START,
    TRANSACTION_ID_END,
    SEQUENCE_NUMBER_START,
    SEQUENCE_NUMBER_END
  }
}
