package io.hartonomous.dacpac;

import io.hartonomous.model.Column.DefaultConstraint;
import io.hartonomous.model.Index;
import io.hartonomous.model.Index.IndexKind;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableConstraint.Action;
import java.util.List;
import java.util.Optional;

/// Reads constraints and indexes.
final class ConstraintReader {
  private ConstraintReader() {}

  /// Empty for a default constraint, which belongs to its column.
  static Optional<TableConstraint> read(PackageElement element) {
    Optional<String> name = element.name().map(Names::last);
    return switch (element.type()) {
      case "SqlPrimaryKeyConstraint" -> Optional.of(key(element, name, true, true));
      case "SqlUniqueConstraint" -> Optional.of(key(element, name, false, false));
      // Inside a table type the flag is written wherever it is true.
      case "SqlTableTypePrimaryKeyConstraint" ->
          Optional.of(key(element, Optional.empty(), true, false));
      case "SqlTableTypeUniqueConstraint" ->
          Optional.of(key(element, Optional.empty(), false, false));
      case "SqlForeignKeyConstraint" -> Optional.of(foreignKey(element, name));
      case "SqlCheckConstraint", "SqlTableTypeCheckConstraint" ->
          Optional.of(
              new TableConstraint.Check(
                  name,
                  Texts.condition(element.value("CheckExpressionScript").orElse("")),
                  element.isTrue("IsNotForReplication"),
                  !element.isTrue("IsDisabled"),
                  true));
      case "SqlEdgeConstraint" ->
          Optional.of(
              new TableConstraint.Connection(
                  name,
                  ends(element, "FromTable"),
                  ends(element, "ToTable"),
                  action(element, "OnDeleteAction")));
      default -> Optional.empty();
    };
  }

  private static TableConstraint.Key key(
      PackageElement element, Optional<String> name, boolean primary, boolean clusteredByDefault) {
    return new TableConstraint.Key(
        name,
        primary,
        element.isTrue("IsClustered", clusteredByDefault),
        columns(element),
        options(element),
        Placements.read(element));
  }

  private static TableConstraint.ForeignKey foreignKey(
      PackageElement element, Optional<String> name) {
    return new TableConstraint.ForeignKey(
        name,
        element.references("Columns").stream().map(Names::last).toList(),
        Names.object(element.reference("ForeignTable").orElse("")),
        element.references("ForeignColumns").stream().map(Names::last).toList(),
        action(element, "OnDeleteAction"),
        action(element, "OnUpdateAction"),
        element.isTrue("IsNotForReplication"),
        !element.isTrue("IsDisabled"),
        true);
  }

  private static List<ObjectName> ends(PackageElement element, String relationship) {
    return element.children("Clauses").stream()
        .map(clause -> Names.object(clause.reference(relationship).orElse("")))
        .toList();
  }

  private static Action action(PackageElement element, String property) {
    return element
        .value(property)
        .map(Integer::parseInt)
        .map(n -> Action.values()[n])
        .orElse(Action.NO_ACTION);
  }

  static List<IndexColumn> columns(PackageElement element) {
    return element.children("ColumnSpecifications").stream()
        .map(specification ->
            new IndexColumn(
                Names.last(specification.reference("Column").orElse("")),
                !specification.isTrue("IsAscending", true)))
        .toList();
  }

  static IndexOptions options(PackageElement element) {
    return new IndexOptions(
        element.value("FillFactor").map(Integer::parseInt).orElse(0),
        element.isTrue("IsPadded"),
        element.isTrue("DoIgnoreDuplicateKey"),
        element.isTrue("DoNotRecomputeStatistics"),
        element.isTrue("DoAllowRowLocks", true),
        element.isTrue("DoAllowPageLocks", true),
        element.isTrue("DoOptimizeForSequentialKey"),
        compression(element),
        element.isTrue("IsDisabled"));
  }

  static String compression(PackageElement element) {
    return element
        .child("DataCompressionOptions")
        .flatMap(option -> option.value("CompressionLevel"))
        .map(level ->
            switch (level) {
              case "1" -> "ROW";
              case "2" -> "PAGE";
              // What a columnstore index has where nothing is said.
              case "3" -> "NONE";
              case "4" -> "COLUMNSTORE_ARCHIVE";
              default -> "NONE";
            })
        .orElse("NONE");
  }

  static Index index(PackageElement element) {
    boolean columnstore = element.type().equals("SqlColumnStoreIndex");
    return new Index(
        Names.last(element.name().orElse("")),
        columnstore ? IndexKind.COLUMNSTORE : IndexKind.ROWSTORE,
        element.isTrue("IsUnique"),
        element.isTrue("IsClustered"),
        columns(element),
        element.references("IncludedColumns").stream().map(Names::last).toList(),
        element.value("FilterPredicate").map(Texts::condition),
        options(element),
        Placements.read(element));
  }

  static DefaultConstraint defaultConstraint(PackageElement element) {
    return new DefaultConstraint(
        element.name().map(Names::last),
        Texts.expression(element.value("DefaultExpressionScript").orElse("NULL")));
  }
}
