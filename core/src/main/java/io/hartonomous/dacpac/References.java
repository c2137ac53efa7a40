package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageBinding.Target;
import java.util.List;

/// Relationships to what an expression or a body refers to.
final class References {
  private References() {}

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
