package io.hartonomous.syntax.ast;

import java.util.Collections;
import java.util.List;

/// Where semicolons stand in a list of n statements: n + 1 counts, those before each statement and
/// those after the last. They end statements and mean nothing else, but they were written.
///
/// Shape: `counts` is empty where no semicolon stands.
public record Semicolons(List<Integer> counts) {
  public static final Semicolons NONE = new Semicolons(List.of());

  public Semicolons {
    counts = List.copyOf(counts);
  }

  /// One after each of `statements` statements: for lists that are made, not read.
  public static Semicolons afterEach(int statements) {
    return new Semicolons(
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(0), Collections.nCopies(statements, 1).stream())
            .toList());
  }

  /// How many stand before the statement `index`; with the number of statements, after the last.
  public int before(int index) {
    return counts.isEmpty() ? 0 : counts.get(index);
  }

  /// `;` and the counts, nothing where no semicolon stands.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    counts.forEach(count -> text.append(text.isEmpty() ? ";" : ",").append(count));
    return text.toString();
  }
}
