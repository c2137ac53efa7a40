package io.hartonomous.plan;

import io.hartonomous.model.ObjectKey;
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

  static Dependencies ofMap(Map<ObjectKey, Set<ObjectKey>> needs) {
    return object -> needs.getOrDefault(object, Set.of());
  }
}
