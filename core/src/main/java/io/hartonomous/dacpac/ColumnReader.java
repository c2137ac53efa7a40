package io.hartonomous.dacpac;

import io.hartonomous.model.Column;
import io.hartonomous.model.Column.DefaultConstraint;
import io.hartonomous.model.SqlType;
import java.util.Optional;

/// Reads columns of tables, of table types and of function results.
record ColumnReader(TypeReader types) {

  /// `nullableByDefault`: what holds where the element does not say: true for tables, false for
  /// table types.
  Column read(
      PackageElement element,
      boolean nullableByDefault,
      Optional<DefaultConstraint> defaultConstraint) {
    String name = Names.last(element.name().orElse(""));
    if (element.type().endsWith("ComputedColumn")) {
      boolean persisted = element.isTrue("IsPersisted");
      return new Column(
          name,
          SqlType.UNKNOWN,
          element.isTrue("IsPersistedNullable", true),
          Optional.empty(),
          element
              .value("ExpressionScript")
              .map(text -> new Column.Computed(Texts.expression(text), persisted)),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          false,
          false,
          Optional.empty());
    }
    SqlType type = types.of(element, "TypeSpecifier");
    Optional<String> collation = element.value("Collation");
    SqlType collated = collation.isPresent() ? type.withCollation(collation.get()) : type;
    return new Column(
        name,
        collated,
        element.isTrue("IsNullable", nullableByDefault),
        identity(element),
        Optional.empty(),
        defaultConstraint,
        generated(element),
        element.isTrue("IsHidden"),
        element.isTrue("IsRowGuidColumn"),
        element.isTrue("IsSparse"),
        element.isTrue("IsFileStream"),
        element.value("MaskingFunction"));
  }

  private static Optional<Column.Identity> identity(PackageElement element) {
    return element.isTrue("IsIdentity")
        ? Optional.of(
            new Column.Identity(
                element.value("IdentitySeed").orElse("1"),
                element.value("IdentityIncrement").orElse("1"),
                element.isTrue("IsIdentityNotForReplication")))
        : Optional.empty();
  }

  private static Optional<Column.GeneratedAlways> generated(PackageElement element) {
    return element
        .value("GeneratedAlwaysType")
        .map(Integer::parseInt)
        .filter(n -> n > 0)
        .map(n -> Column.GeneratedAlways.values()[n - 1]);
  }

  /// A column that a graph table has by itself is no column of the model.
  static boolean isGraphColumn(PackageElement element) {
    return element.value("GraphType").isPresent();
  }
}
