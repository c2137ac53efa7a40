package io.hartonomous.model;

/// A piece of T-SQL in the model: an expression, a condition or a whole definition.
///
/// `text` is as its source has it (a file, or the server's catalog). `canonical` is the same in one
/// spelling, so that what a person wrote and what a server stored compare equal: only it decides
/// about equality.
public record SqlText(String text, String canonical) {

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlText that && canonical.equals(that.canonical);
  }

  @Override
  public int hashCode() {
    return canonical.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
