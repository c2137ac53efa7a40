package io.hartonomous.syntax.ast;

import java.util.List;

/// Where a list does not have one comma between each two elements: the language lets some be left
/// out, and one stand after the last.
///
/// Shape: `missing` holds the indexes of elements that have no comma before them.
public record Commas(List<Integer> missing, boolean trailing) {
  /// One between each two.
  public static final Commas REGULAR = new Commas(List.of(), false);

  public Commas {
    missing = List.copyOf(missing);
  }

  /// Whether a comma stands before the element `index`.
  public boolean before(int index) {
    return index > 0 && !missing.contains(index);
  }

  @Override
  public String toString() {
    return (missing.isEmpty() ? "" : ",-" + missing) + (trailing ? ",+" : "");
  }
}
