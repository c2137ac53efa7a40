package io.hartonomous.bind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The sources that a name can mean, one level for each query around it.
final class Scope {
  final Scope parent;
  final CommonTables ctes;
  final List<TableSource> sources = new ArrayList<>();

  /// Sources on the side of an outer join that may be missing.
  final Set<TableSource> nullSupplied = Collections.newSetFromMap(new IdentityHashMap<>());

  /// While a table in FROM is bound that cannot see its neighbours (anything but the right side of
  /// APPLY).
  boolean hidden;

  Scope(Scope parent, CommonTables ctes) {
    this.parent = parent;
    this.ctes = ctes;
  }

  static Scope top() {
    return new Scope(null, CommonTables.NONE);
  }
}
