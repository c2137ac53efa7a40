package io.hartonomous.syntax.ast;

/// One part of a name. `value` is the text without quotes and with doubled closing quotes undone; a
/// part left out of a name (`db..table`) has an empty value and `from == to`. `STRING` is the quote
/// of a column alias that was written as a string literal.
public record Identifier(String value, Quote quote, int from, int to) implements Node {

  public enum Quote {
    NONE,
    BRACKET,
    DOUBLE,
    STRING
  }

  public boolean isOmitted() {
    return from == to && value.isEmpty();
  }
}
