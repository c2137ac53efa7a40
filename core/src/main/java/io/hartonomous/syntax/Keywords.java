package io.hartonomous.syntax;

/// Finds reserved words: a closed table, open addressing, no string made.
final class Keywords {
  private static final int SIZE = 1024;
  private static final TokenKind[] KINDS = new TokenKind[SIZE];
  private static final int LONGEST;

  static {
    int longest = 0;
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isReservedWord()) {
        String word = kind.name();
        longest = Math.max(longest, word.length());
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
          hash = hash * 31 + word.charAt(i);
        }
        int slot = slot(hash);
        while (KINDS[slot] != null) {
          slot = slot + 1 & SIZE - 1;
        }
        KINDS[slot] = kind;
      }
    }
    LONGEST = longest;
  }

  private Keywords() {}

  /// The kind of the word in `text` from `start` to `end`: a reserved word's, else IDENTIFIER.
  static TokenKind kind(String text, int start, int end) {
    int length = end - start;
    if (length < 2 || length > LONGEST) {
      return TokenKind.IDENTIFIER;
    }
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + upper(text.charAt(i));
    }
    for (int slot = slot(hash); KINDS[slot] != null; slot = slot + 1 & SIZE - 1) {
      if (matches(KINDS[slot].name(), text, start, length)) {
        return KINDS[slot];
      }
    }
    return TokenKind.IDENTIFIER;
  }

  private static boolean matches(String word, String text, int start, int length) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != upper(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static int upper(char c) {
    return c >= 'a' && c <= 'z' ? c - 32 : c;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 10) & SIZE - 1;
  }
}
