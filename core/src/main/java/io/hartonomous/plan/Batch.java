package io.hartonomous.plan;

/// T-SQL that goes to the server in one piece, under the given SET options (they are kept with
/// modules and tables).
///
/// `line` is the 1-based line of the step's source file on which the batch begins, or 0 where the
/// tool wrote it. `count` is how often it runs (`GO 5`).
public record Batch(String sql, boolean ansiNulls, boolean quotedIdentifier, int line, int count) {
  public Batch(String sql, boolean ansiNulls, boolean quotedIdentifier) {
    this(sql, ansiNulls, quotedIdentifier, 0, 1);
  }

  public static Batch of(String sql) {
    return new Batch(sql, true, true);
  }

  Batch atLine(int first) {
    return new Batch(sql, ansiNulls, quotedIdentifier, first, count);
  }
}
