package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.ObjectKey;
import java.util.List;
import java.util.Optional;

/// Differences of the indexes of a table or a view. An index that differs is dropped and made
/// again.
final class IndexDiff {
  private IndexDiff() {}

  static List<Change> drops(
      ObjectKey owner,
      List<Index> before,
      List<Index> after,
      TableView beforeView,
      TableView afterView,
      Collation collation,
      List<Column> columns) {
    return before.stream()
        .filter(index -> {
          Optional<Index> partner = find(after, index, collation);
          return partner.isPresent()
              ? !same(index, partner.get(), beforeView, afterView)
              : !Expected.keeps(index, after, columns, beforeView.publishOptions(), collation);
        })
        .<Change>map(index -> new Change.DropIndex(owner, index))
        .toList();
  }

  static List<Change> adds(
      ObjectKey owner,
      List<Index> before,
      List<Index> after,
      TableView beforeView,
      TableView afterView,
      Collation collation) {
    return after.stream()
        .filter(index ->
            find(before, index, collation)
                .filter(partner -> same(partner, index, beforeView, afterView))
                .isEmpty())
        .<Change>map(index -> new Change.CreateIndex(owner, index))
        .toList();
  }

  private static boolean same(
      Index before, Index after, TableView beforeView, TableView afterView) {
    return beforeView.index(before).equals(afterView.index(after));
  }

  private static Optional<Index> find(List<Index> indexes, Index sought, Collation collation) {
    return indexes.stream()
        .filter(index -> collation.same(index.name(), sought.name()))
        .findFirst();
  }
}
