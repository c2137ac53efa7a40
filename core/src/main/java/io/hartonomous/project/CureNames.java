package io.hartonomous.project;

import io.hartonomous.model.Collation;
import java.util.Collection;
import java.util.Optional;

/// Names that a misspelt name may have meant.
final class CureNames {
  private CureNames() {}

  /// The candidate that differs least, if it is near: a third of the letters, three at most. Of
  /// equals the first.
  static Optional<String> nearest(
      String written, Collection<String> candidates, Collation collation) {
    String best = null;
    int least = Math.min(3, Math.max(1, written.length() / 3)) + 1;
    for (String candidate : candidates) {
      int distance = distance(collation.key(written), collation.key(candidate), least);
      if (distance > 0 && distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour; `limit`
  /// if it is that or more.
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least >= limit) {
        return limit; // no later row has less
      }
      beforeLast = last;
      last = row;
    }
    return Math.min(limit, last[b.length()]);
  }
}
