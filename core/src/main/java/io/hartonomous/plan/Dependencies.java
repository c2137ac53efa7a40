package io.hartonomous.plan;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What an object needs, as its text says: a view its tables, a procedure the procedures that it
/// calls, a table the functions of its constraints.
///
/// Keys of objects that are in no model are allowed and mean nothing.
@FunctionalInterface
public interface Dependencies {
  Dependencies NONE = _ -> Set.of();

  Set<ObjectKey> of(ObjectKey object);

  /// `needs` has keys in any case; they are found as `collation` compares names.
  static Dependencies ofMap(Map<ObjectKey, Set<ObjectKey>> needs, Collation collation) {
    Map<ObjectKey, Set<ObjectKey>> folded = new HashMap<>();
    needs.forEach((object, needed) -> folded.put(object.folded(collation), Set.copyOf(needed)));
    return object -> folded.getOrDefault(object.folded(collation), Set.of());
  }
}
