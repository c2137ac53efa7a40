package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Annotation.InlineLink;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A table as elements: the table with its columns, and beside it one element for each constraint
/// and index.
final class TableElements {
  static final String INLINE_CONSTRAINT = "SqlInlineConstraintAnnotation";
  static final String INLINE_INDEX = "SqlInlineIndexAnnotation";

  private final Table table;
  private final PackageBinding binding;
  private final List<PackageElement> elements = new ArrayList<>();

  private TableElements(Table table, PackageBinding binding) {
    this.table = table;
    this.binding = binding;
  }

  static List<PackageElement> of(Table table, PackageBinding binding) {
    TableElements made = new TableElements(table, binding);
    made.make();
    return made.elements;
  }

  private void make() {
    Table.TableOptions options = table.options();
    PackageElement element = PackageElement.named("SqlTable", Names.of(table.name()));
    options
        .systemVersioning()
        .filter(Table.SystemVersioning::on)
        .ifPresent(v -> Retention.write(element, v.retention()));
    element.flag("IsMemoryOptimized", options.memoryOptimized());
    element.flag("IsNode", options.graph() == Table.Graph.NODE);
    element.flag("IsEdge", options.graph() == Table.Graph.EDGE);
    element.property("IsAnsiNullsOn", options.ansiNulls());
    Map<String, PackageElement> columns = new HashMap<>();
    graphColumns(element);
    for (Column column : table.columns()) {
      PackageElement made =
          ColumnElements.of(table.key(), column, options.systemVersioning(), binding);
      columns.put(column.name(), made);
      element.child("Columns", made);
    }
    for (Column column : table.columns()) {
      column
          .defaultConstraint()
          .ifPresent(constraint ->
              link(
                  ConstraintElements.defaultOf(table.name(), column.name(), constraint, binding),
                  constraint.name().orElse("DEFAULT " + column.name()),
                  element,
                  Optional.of(columns.get(column.name())),
                  INLINE_CONSTRAINT));
    }
    compression(element, options.compression());
    options.placement().ifPresent(placement -> Placements.write(element, table.name(), placement));
    options
        .textImageOn()
        .ifPresent(group -> Placements.fileGroup(element, "FilegroupForTextImage", group));
    Schemas.reference(element, table.name());
    options
        .systemVersioning()
        .filter(Table.SystemVersioning::on)
        .flatMap(Table.SystemVersioning::history)
        .ifPresent(history ->
            element.reference("TemporalSystemVersioningHistoryTable", Names.of(history)));
    for (TableConstraint constraint : table.constraints()) {
      PackageElement made = ConstraintElements.of(table.key(), constraint, binding);
      link(
          made,
          ConstraintElements.part(constraint),
          element,
          ConstraintElements.singleColumn(constraint).map(columns::get),
          INLINE_CONSTRAINT);
    }
    for (Index index : table.indexes()) {
      link(
          IndexElements.of(table.key(), index, binding),
          index.name(),
          element,
          Optional.empty(),
          INLINE_INDEX);
    }
    elements.add(element);
  }

  /// Ties an element to its table or column where it was written inside CREATE TABLE.
  private void link(
      PackageElement made,
      String part,
      PackageElement tableElement,
      Optional<PackageElement> column,
      String type) {
    ObjectKey key = table.key();
    if (binding.inline(key, part)) {
      InlineLink link = new InlineLink(type);
      made.annotate(link);
      column.filter(_ -> binding.onColumn(key, part)).orElse(tableElement).annotate(link);
    }
    elements.add(made);
  }

  private void graphColumns(PackageElement element) {
    switch (table.options().graph()) {
      case NONE -> {}
      case NODE -> element.child("Columns", ColumnElements.graph(table.name(), "$node_id", 2));
      case EDGE -> {
        element.child("Columns", ColumnElements.graph(table.name(), "$edge_id", 2));
        element.child("Columns", ColumnElements.graph(table.name(), "$from_id", 5));
        element.child("Columns", ColumnElements.graph(table.name(), "$to_id", 8));
      }
    }
  }

  static void compression(PackageElement element, String level) {
    int number =
        switch (level) {
          case "ROW" -> 1;
          case "PAGE" -> 2;
          case "COLUMNSTORE" -> 3;
          case "COLUMNSTORE_ARCHIVE" -> 4;
          default -> 0;
        };
    if (number > 0) {
      element.child(
          "DataCompressionOptions",
          PackageElement.unnamed("SqlDataCompressionOption")
              .property("CompressionLevel", Integer.toString(number))
              .property("PartitionNumber", "1"));
    }
  }
}
