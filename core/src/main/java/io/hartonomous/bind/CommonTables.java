package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The common table expressions in reach.
final class CommonTables {
  static final CommonTables NONE = new CommonTables(null);

  private final CommonTables parent;
  private final Map<String, Relation> byKey = new HashMap<>();

  CommonTables(CommonTables parent) {
    this.parent = parent;
  }

  void define(Collation collation, Relation relation) {
    byKey.put(collation.key(relation.name().name()), relation);
  }

  Optional<Relation> find(Collation collation, String name) {
    if (this == NONE) {
      return Optional.empty();
    }
    String key = collation.key(name);
    for (CommonTables at = this; at != null; at = at.parent) {
      Relation found = at.byKey.get(key);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
