package io.hartonomous.syntax;

/// Finds reserved words: a closed table, open addressing, no string made.
final class Keywords {
  private static final int SIZE = 2048;
  private static final int IDENTIFIER = TokenKind.IDENTIFIER.ordinal();

  /// A word's hash, 0 where none is: that of no word is 0.
  private static final int[] HASHES = new int[SIZE];

  private static final byte[] KINDS = new byte[SIZE];
  private static final char[][] WORDS = new char[SIZE][];

  static {
    for (TokenKind kind : TokenKind.values()) {
      if (kind.isReservedWord()) {
        char[] word = kind.name().toCharArray();
        int hash = 0;
        for (char c : word) {
          hash = hash(hash, c);
        }
        int slot = slot(hash);
        while (HASHES[slot] != 0) {
          slot = slot + 1 & SIZE - 1;
        }
        HASHES[slot] = hash;
        KINDS[slot] = (byte) kind.ordinal();
        WORDS[slot] = word;
      }
    }
  }

  private Keywords() {}

  /// The hash of a word and one more character of it, in upper case.
  static int hash(int before, int upper) {
    return before * 31 + upper;
  }

  /// The kind of the word of that hash in `chars` from `start` to `end`: a reserved word's, else
  /// IDENTIFIER.
  static int kind(char[] chars, int start, int end, int hash) {
    for (int slot = slot(hash); HASHES[slot] != 0; slot = slot + 1 & SIZE - 1) {
      if (HASHES[slot] == hash && matches(WORDS[slot], chars, start, end)) {
        return KINDS[slot] & 0xFF;
      }
    }
    return IDENTIFIER;
  }

  private static boolean matches(char[] word, char[] chars, int start, int end) {
    if (word.length != end - start) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      char c = chars[start + i];
      if (c >= 128 || Characters.upperInWord(c) != word[i]) {
        return false;
      }
    }
    return true;
  }

  private static int slot(int hash) {
    return (hash ^ hash >>> 11) & SIZE - 1;
  }
}
