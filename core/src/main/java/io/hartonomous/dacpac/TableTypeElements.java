package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Annotation.InlineLink;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableConstraint.Check;
import io.hartonomous.model.TableConstraint.Key;
import io.hartonomous.model.TableType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table type as one element: its constraints and indexes stand inside it.
final class TableTypeElements {
  private TableTypeElements() {}

  static PackageElement of(TableType type, PackageBinding binding) {
    PackageElement element = PackageElement.named("SqlTableType", Names.of(type.name()));
    element.flag("IsMemoryOptimized", type.memoryOptimized());
    Map<String, PackageElement> columns = new HashMap<>();
    for (Column column : type.columns()) {
      PackageElement made = column(type, column, binding);
      columns.put(column.name(), made);
      element.child("Columns", made);
    }
    for (Column column : type.columns()) {
      column
          .defaultConstraint()
          .ifPresent(constraint -> {
            PackageElement made =
                PackageElement.unnamed("SqlTableTypeDefaultConstraint")
                    .script("DefaultExpressionScript", constraint.value().text());
            made.reference("ForColumn", Names.of(type.name(), column.name()));
            link(columns.get(column.name()), made, TableElements.INLINE_CONSTRAINT);
            element.child("Constraints", made);
          });
    }
    for (TableConstraint constraint : type.constraints()) {
      PackageElement made = constraint(type, constraint, binding);
      String part = ConstraintElements.part(constraint);
      PackageElement host =
          ConstraintElements.singleColumn(constraint)
              .filter(_ -> binding.onColumn(type.key(), part))
              .map(columns::get)
              .orElse(element);
      link(host, made, TableElements.INLINE_CONSTRAINT);
      element.child("Constraints", made);
    }
    for (Index index : type.indexes()) {
      PackageElement made =
          PackageElement.named("SqlTableTypeIndex", Names.of(type.name(), index.name()));
      made.flag("IsUnique", index.unique()).flag("IsClustered", index.clustered());
      specifications(made, type.name(), index.columns());
      link(element, made, TableElements.INLINE_INDEX);
      element.child("Indexes", made);
    }
    Schemas.reference(element, type.name());
    return element;
  }

  private static void link(PackageElement host, PackageElement made, String annotation) {
    InlineLink link = new InlineLink(annotation);
    host.annotate(link);
    made.annotate(link);
  }

  private static PackageElement column(TableType type, Column column, PackageBinding binding) {
    String name = Names.of(type.name(), column.name());
    if (column.computed().isPresent()) {
      return ColumnElements.computed(
          "SqlTableTypeComputedColumn", type.key(), name, column, binding);
    }
    PackageElement element = PackageElement.named("SqlTableTypeSimpleColumn", name);
    // Unlike a table's column, one of a table type is NOT NULL where nothing is said.
    element.flag("IsNullable", column.nullable());
    column.type().collation().ifPresent(collation -> element.property("Collation", collation));
    column.identity().ifPresent(identity -> ColumnElements.identity(element, identity));
    element.flag("IsRowGuidColumn", column.rowGuidCol());
    TypeElements.specify(element, "TypeSpecifier", column.type());
    return element;
  }

  private static PackageElement constraint(
      TableType type, TableConstraint constraint, PackageBinding binding) {
    return switch (constraint) {
      case Key key -> {
        PackageElement element =
            PackageElement.unnamed(
                key.primary()
                    ? "SqlTableTypePrimaryKeyConstraint"
                    : "SqlTableTypeUniqueConstraint");
        // Here the flag is written wherever it is true, for primary keys too.
        element.flag("IsClustered", key.clustered());
        element.flag("DoIgnoreDuplicateKey", key.options().ignoreDupKey());
        specifications(element, type.name(), key.columns());
        yield element;
      }
      case Check check -> {
        PackageElement element =
            PackageElement.unnamed("SqlTableTypeCheckConstraint")
                .script("CheckExpressionScript", check.condition().text());
        References.add(
            element,
            "CheckExpressionDependencies",
            binding.expression(type.key(), check.condition()));
        yield element;
      }
      case TableConstraint.ForeignKey _, TableConstraint.Connection _ ->
          throw new IllegalArgumentException(
              "A table type has no constraint of this kind: " + constraint);
    };
  }

  private static void specifications(
      PackageElement element, ObjectName type, List<IndexColumn> columns) {
    for (IndexColumn column : columns) {
      PackageElement specification =
          PackageElement.unnamed("SqlTableTypeIndexedColumnSpecification");
      if (column.descending()) {
        specification.property("IsAscending", false);
      }
      element.child(
          "ColumnSpecifications", specification.reference("Column", Names.of(type, column.name())));
    }
  }
}
