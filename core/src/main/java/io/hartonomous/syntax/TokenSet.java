package io.hartonomous.syntax;

/// A set of token kinds, asked by their number.
final class TokenSet {
  private final long[] bits = new long[(TokenKind.count() + 63) / 64];

  private TokenSet() {}

  static TokenSet of(TokenKind... kinds) {
    TokenSet set = new TokenSet();
    for (TokenKind kind : kinds) {
      set.bits[kind.ordinal() >> 6] |= 1L << kind.ordinal();
    }
    return set;
  }

  boolean contains(TokenKind kind) {
    return (bits[kind.ordinal() >> 6] & 1L << kind.ordinal()) != 0;
  }

  /// These and those of another set.
  TokenSet plus(TokenSet more) {
    TokenSet set = new TokenSet();
    for (int i = 0; i < bits.length; i++) {
      set.bits[i] = bits[i] | more.bits[i];
    }
    return set;
  }

  TokenSet plus(TokenKind... more) {
    return plus(of(more));
  }

  /// These without those of another set.
  TokenSet without(TokenSet less) {
    TokenSet set = new TokenSet();
    for (int i = 0; i < bits.length; i++) {
      set.bits[i] = bits[i] & ~less.bits[i];
    }
    return set;
  }

  TokenSet without(TokenKind... less) {
    return without(of(less));
  }
}
