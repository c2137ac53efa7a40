package io.hartonomous.syntax;

/// How a file is read.
///
/// @param quotedIdentifier whether `"x"` is a name (true) or a string where the file begins; `SET
///   QUOTED_IDENTIFIER` in the file changes it from there on
/// @param sqlcmd whether lines for sqlcmd (`:r`, `:setvar`, `:on error`), `GO n`, and `$(Name)`
///   where a name or a value stands are read
/// @param maxNesting how many parentheses, subqueries, blocks, calls and CASEs may stand inside
///   each other; at least 1, at most [#MAX_NESTING]
public record ParseOptions(boolean quotedIdentifier, boolean sqlcmd, int maxNesting) {
  public static final int MAX_NESTING = 10_000;

  /// What code that descends a tree by calling itself can hold.
  private static final int SHALLOW_NESTING = 400;

  /// As a project's Build files are read.
  public static final ParseOptions DEFAULT = new ParseOptions(true, false);

  /// As deployment scripts are read.
  public static final ParseOptions SCRIPT = new ParseOptions(true, true);

  public ParseOptions {
    if (maxNesting < 1 || maxNesting > MAX_NESTING) {
      throw new IllegalArgumentException("maxNesting is " + maxNesting);
    }
  }

  public ParseOptions(boolean quotedIdentifier, boolean sqlcmd) {
    this(quotedIdentifier, sqlcmd, MAX_NESTING);
  }

  /// The same for a tree that will be bound, translated or run: it is refused where it is deeper
  /// than that work can go. Here chains that make deep trees (joins, ELSE IF, COLLATE) count, too.
  public ParseOptions shallow() {
    return new ParseOptions(quotedIdentifier, sqlcmd, SHALLOW_NESTING);
  }

  boolean isShallow() {
    return maxNesting <= SHALLOW_NESTING;
  }
}
