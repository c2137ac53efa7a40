package io.hartonomous.project;

import io.hartonomous.model.Collation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Names that a misspelt name may have meant. Made once for many questions: a project may have
/// thousands of both.
final class CureNames {
  private static final int FARTHEST = 3;

  private record Candidate(String name, String key, long letters) {}

  private final Collation collation;
  private final List<Candidate> candidates = new ArrayList<>();

  CureNames(Collection<String> names, Collation collation) {
    this.collation = collation;
    for (String name : names) {
      String key = collation.key(name);
      candidates.add(new Candidate(name, key, letters(key)));
    }
  }

  /// Which letters a name has, by the low bits of their codes.
  private static long letters(String key) {
    long letters = 0;
    for (int i = 0; i < key.length(); i++) {
      letters |= 1L << key.charAt(i);
    }
    return letters;
  }

  /// The name that differs least, if it is near: a third of the letters, three at most. Of equals
  /// the first.
  Optional<String> nearest(String written) {
    String key = collation.key(written);
    long letters = letters(key);
    String best = null;
    int least = Math.min(FARTHEST, Math.max(1, written.length() / 3)) + 1;
    for (Candidate c : candidates) {
      // Each letter that only one of them has costs an edit: most names are passed over so.
      if (Math.max(Long.bitCount(letters & ~c.letters()), Long.bitCount(c.letters() & ~letters))
          < least) {
        int distance = distance(key, c.key(), least);
        if (distance > 0 && distance < least) {
          least = distance;
          best = c.name();
        }
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
