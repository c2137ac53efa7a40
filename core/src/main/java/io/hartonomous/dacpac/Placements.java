package io.hartonomous.dacpac;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table.Placement;
import java.util.Optional;

/// Where a table, key or index lies: a filegroup, or a partition scheme with its column.
final class Placements {
  private Placements() {}

  static void write(PackageElement element, ObjectName table, Placement placement) {
    if (placement.column().isPresent()) {
      element.reference("PartitionColumn", Names.of(table, placement.column().get()));
      element.reference("PartitionScheme", ObjectName.quote(placement.name()));
    } else {
      fileGroup(element, "Filegroup", placement.name());
    }
  }

  static void fileGroup(PackageElement element, String relationship, String name) {
    if (Collation.DEFAULT.key(name).equals("primary")) {
      element.builtIn(relationship, "[PRIMARY]");
    } else {
      element.reference(relationship, ObjectName.quote(name));
    }
  }

  static Optional<Placement> read(PackageElement element) {
    Optional<String> scheme = element.reference("PartitionScheme");
    if (scheme.isPresent()) {
      return Optional.of(
          new Placement(
              Names.last(scheme.get()), element.reference("PartitionColumn").map(Names::last)));
    }
    return element
        .reference("Filegroup")
        .map(group -> new Placement(Names.last(group), Optional.empty()));
  }
}
