package io.hartonomous.dacpac;

import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table.SystemVersioning;
import java.util.List;
import java.util.Optional;

/// Columns of tables and of the result of multi-statement functions.
final class ColumnElements {
  private static final int NODE_OR_EDGE_ID = 2;

  private ColumnElements() {}

  static PackageElement of(
      ObjectKey owner,
      Column column,
      Optional<SystemVersioning> versioning,
      PackageBinding binding) {
    String name = Names.of(owner.name(), column.name());
    return column.computed().isPresent()
        ? computed("SqlComputedColumn", owner, name, column, binding)
        : simple(name, column);
  }

  private static PackageElement simple(String name, Column column) {
    PackageElement element = PackageElement.named("SqlSimpleColumn", name);
    if (!column.nullable()) {
      element.property("IsNullable", false);
    }
    element.flag("IsSparse", column.sparse());
    element.flag("IsFileStream", column.fileStream());
    column.type().collation().ifPresent(collation -> element.property("Collation", collation));
    column.identity().ifPresent(identity -> identity(element, identity));
    element.flag("IsRowGuidColumn", column.rowGuidCol());
    column
        .generatedAlways()
        .ifPresent(
            kind -> element.property("GeneratedAlwaysType", Integer.toString(kind.ordinal() + 1)));
    element.flag("IsHidden", column.hidden());
    column.maskingFunction().ifPresent(function -> element.property("MaskingFunction", function));
    TypeElements.specify(element, "TypeSpecifier", column.type());
    return element;
  }

  static void identity(PackageElement element, Column.Identity identity) {
    element.property("IsIdentity", true);
    if (!identity.seed().equals("1")) {
      element.property("IdentitySeed", identity.seed());
    }
    if (!identity.increment().equals("1")) {
      element.property("IdentityIncrement", identity.increment());
    }
    element.flag("IsIdentityNotForReplication", identity.notForReplication());
  }

  static PackageElement computed(
      String type, ObjectKey owner, String name, Column column, PackageBinding binding) {
    Column.Computed computed = column.computed().orElseThrow();
    PackageElement element = PackageElement.named(type, name);
    element.script("ExpressionScript", computed.expression().text());
    element.flag("IsPersisted", computed.persisted());
    if (computed.persisted() && !column.nullable()) {
      element.property("IsPersistedNullable", false);
    }
    References.add(
        element, "ExpressionDependencies", binding.expression(owner, computed.expression()));
    return element;
  }

  /// A column that a graph table has by itself. The numbers are the format's graph types.
  static PackageElement graph(ObjectName table, String name, int graphType) {
    PackageElement element = PackageElement.named("SqlSimpleColumn", Names.of(table, name));
    if (graphType == NODE_OR_EDGE_ID) {
      element.property("IsNullable", false);
    }
    element.property("GraphType", Integer.toString(graphType));
    TypeElements.specify(element, "TypeSpecifier", SqlType.nvarchar(1000));
    return element;
  }

  /// A column of a result: its own type where it was declared, else what it is computed from.
  static PackageElement result(String owner, PackageBinding.ResultColumn column) {
    String name = owner + "." + ObjectName.quote(column.name());
    if (column.type().isPresent() && !column.computed()) {
      PackageElement element = PackageElement.named("SqlSimpleColumn", name);
      if (!column.nullable()) {
        element.property("IsNullable", false);
      }
      element.flag("IsIdentity", column.identity());
      TypeElements.specify(element, "TypeSpecifier", column.type().get());
      return element;
    }
    PackageElement element = PackageElement.named("SqlComputedColumn", name);
    References.add(element, "ExpressionDependencies", column.dependencies());
    return element;
  }

  static void results(
      PackageElement element, String owner, List<PackageBinding.ResultColumn> columns) {
    columns.forEach(column -> element.child("Columns", result(owner, column)));
  }
}
