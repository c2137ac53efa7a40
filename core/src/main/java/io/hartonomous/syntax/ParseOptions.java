package io.hartonomous.syntax;

/// How a file is read.
///
/// @param quotedIdentifier whether `"x"` is a name (true) or a string where the file begins; `SET
///   QUOTED_IDENTIFIER` in the file changes it from there on
/// @param sqlcmd whether lines for sqlcmd (`:r`, `:setvar`, `:on error`), `GO n`, and `$(Name)`
///   where a name or a value stands are read
public record ParseOptions(boolean quotedIdentifier, boolean sqlcmd) {
  /// As a project's Build files are read.
  public static final ParseOptions DEFAULT = new ParseOptions(true, false);

  /// As deployment scripts are read.
  public static final ParseOptions SCRIPT = new ParseOptions(true, true);
}
