package io.hartonomous.dacpac;

import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectKey;

/// Indexes of tables and views.
final class IndexElements {
  private IndexElements() {}

  static PackageElement of(ObjectKey owner, Index index, PackageBinding binding) {
    PackageElement element =
        PackageElement.named(
            index.kind() == Index.IndexKind.COLUMNSTORE ? "SqlColumnStoreIndex" : "SqlIndex",
            Names.of(owner.name(), index.name()));
    element.flag("IsUnique", index.unique());
    element.flag("IsClustered", index.clustered());
    index.filter().ifPresent(filter -> element.script("FilterPredicate", filter.text()));
    ConstraintElements.options(element, index.options());
    index
        .filter()
        .ifPresent(filter ->
            References.add(element, "BodyDependencies", binding.expression(owner, filter)));
    ConstraintElements.columns(element, owner.name(), index.columns());
    TableElements.compression(element, index.options().compression());
    index
        .include()
        .forEach(column -> element.reference("IncludedColumns", Names.of(owner.name(), column)));
    element.reference("IndexedObject", Names.of(owner.name()));
    index.placement().ifPresent(placement -> Placements.write(element, owner.name(), placement));
    return element;
  }
}
