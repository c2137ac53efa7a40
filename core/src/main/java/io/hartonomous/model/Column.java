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

  public Column withName(String other) {
    return new Column(
        other,
        type,
        nullable,
        identity,
        computed,
        defaultConstraint,
        generatedAlways,
        hidden,
        rowGuidCol,
        sparse,
        fileStream,
        maskingFunction);
  }

  public Column withType(SqlType other) {
    return new Column(
        name,
        other,
        nullable,
        identity,
        computed,
        defaultConstraint,
        generatedAlways,
        hidden,
        rowGuidCol,
        sparse,
        fileStream,
        maskingFunction);
  }

  public Column withNullable(boolean other) {
    return new Column(
        name,
        type,
        other,
        identity,
        computed,
        defaultConstraint,
        generatedAlways,
        hidden,
        rowGuidCol,
        sparse,
        fileStream,
        maskingFunction);
  }

  public Column withComputed(Optional<Computed> other) {
    return new Column(
        name,
        type,
        nullable,
        identity,
        other,
        defaultConstraint,
        generatedAlways,
        hidden,
        rowGuidCol,
        sparse,
        fileStream,
        maskingFunction);
  }

  public Column withDefaultConstraint(Optional<DefaultConstraint> other) {
    return new Column(
        name,
        type,
        nullable,
        identity,
        computed,
        other,
        generatedAlways,
        hidden,
        rowGuidCol,
        sparse,
        fileStream,
        maskingFunction);
  }

  public Column withGeneratedAlways(Optional<GeneratedAlways> other) {
    return new Column(
        name,
        type,
        nullable,
        identity,
        computed,
        defaultConstraint,
        other,
        hidden,
        rowGuidCol,
        sparse,
        fileStream,
        maskingFunction);
  }

  public Column withHidden(boolean other) {
    return new Column(
        name,
        type,
        nullable,
        identity,
        computed,
        defaultConstraint,
        generatedAlways,
        other,
        rowGuidCol,
        sparse,
        fileStream,
        maskingFunction);
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
