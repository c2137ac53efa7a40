package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageBinding.Target;
import io.hartonomous.dacpac.PackageElement.Entry;
import java.util.List;
import java.util.Optional;

/// Relationships to what an expression or a body refers to.
final class References {
  private References() {}

  /// Targets of a body, which may be parameters that need their number.
  static void add(
      PackageElement element,
      String relationship,
      List<Target> targets,
      Disambiguators disambiguators) {
    for (Target target : targets) {
      Optional<String> number = disambiguators.of(target.name());
      if (number.isPresent()) {
        element.entry(
            relationship,
            new Entry.Reference(Optional.of(target.name()), Optional.empty(), number, List.of()));
      } else {
        add(element, relationship, List.of(target));
      }
    }
  }

  static void add(PackageElement element, String relationship, List<Target> targets) {
    for (Target target : targets) {
      if (target.builtIn()) {
        element.builtIn(relationship, target.name());
      } else {
        element.reference(relationship, target.name());
      }
    }
  }
}
