package io.hartonomous.syntax;

/// What a character is to the lexer. Found by asking the reference compiler (DacFx 170.5.96) about
/// each UTF-16 unit: beyond ASCII all that is no blank is a letter, a handful aside.
final class Characters {
  /// What a token that begins with an ASCII character is.
  static final byte OTHER = 0;

  static final byte BLANK = 1;
  static final byte LINE_END = 2;
  static final byte LETTER = 3;
  static final byte DIGIT = 4;

  /// A token by itself, whatever follows.
  static final byte SINGLE = 5;

  private static final byte[] CLASSES = new byte[128];

  /// The upper-case form of what may stand in a word, 0 for what may not.
  private static final byte[] UPPER = new byte[128];

  /// The kind of a SINGLE.
  private static final byte[] KINDS = new byte[128];

  static {
    for (int c = 0; c <= ' '; c++) {
      CLASSES[c] = c == '\n' || c == '\r' ? LINE_END : BLANK;
    }
    for (int c = 0; c < 26; c++) {
      CLASSES['a' + c] = CLASSES['A' + c] = LETTER;
      UPPER['a' + c] = UPPER['A' + c] = (byte) ('A' + c);
    }
    for (int c = '0'; c <= '9'; c++) {
      CLASSES[c] = DIGIT;
      UPPER[c] = (byte) c;
    }
    CLASSES['_'] = CLASSES['#'] = LETTER;
    for (char c : new char[] {'_', '#', '@', '$'}) {
      UPPER[c] = (byte) c;
    }
    single('(', TokenKind.LEFT_PARENTHESIS);
    single(')', TokenKind.RIGHT_PARENTHESIS);
    single('{', TokenKind.LEFT_BRACE);
    single('}', TokenKind.RIGHT_BRACE);
    single(',', TokenKind.COMMA);
    single(';', TokenKind.SEMICOLON);
    single('!', TokenKind.BANG);
    single('~', TokenKind.TILDE);
  }

  private Characters() {}

  private static void single(char c, TokenKind kind) {
    CLASSES[c] = SINGLE;
    KINDS[c] = (byte) kind.ordinal();
  }

  static byte ofAscii(char c) {
    return CLASSES[c];
  }

  static byte kindOfSingle(char c) {
    return KINDS[c];
  }

  static byte upperInWord(char c) {
    return UPPER[c];
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexDigit(char c) {
    return isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
  }

  /// Whether a word may begin with it.
  static boolean isLetter(char c) {
    return c < 128 ? CLASSES[c] == LETTER : isLetterBeyondAscii(c);
  }

  static boolean isInWord(char c) {
    return c < 128 ? UPPER[c] != 0 : isLetterBeyondAscii(c);
  }

  /// Punctuation, digits, marks and halves of surrogate pairs are letters, too.
  static boolean isLetterBeyondAscii(char c) {
    return !isBlankBeyondAscii(c) && c != '\uFFFF' && (c < '\u167A' || c > '\u167F');
  }

  static boolean isBlankBeyondAscii(char c) {
    return switch (c) {
      case '\u0085',
          '\u00A0',
          '\u1680',
          '\u2000',
          '\u2001',
          '\u2002',
          '\u2003',
          '\u2004',
          '\u2005',
          '\u2006',
          '\u2007',
          '\u2008',
          '\u2009',
          '\u200A',
          '\u200B',
          '\u2028',
          '\u2029',
          '\u202F',
          '\u205F',
          '\u3000' ->
          true;
      default -> false;
    };
  }

  /// Signs of currency beside `$`: only those that SQL Server's money type knows. All others are
  /// letters.
  static boolean isCurrencyBeyondAscii(char c) {
    return switch (c) {
      case '\u00A3',
          '\u00A4',
          '\u00A5',
          '\u09F2',
          '\u09F3',
          '\u0E3F',
          '\u20A1',
          '\u20A2',
          '\u20A3',
          '\u20A4',
          '\u20A6',
          '\u20A7',
          '\u20A8',
          '\u20A9',
          '\u20AA',
          '\u20AB',
          '\u20AC' ->
          true;
      default -> false;
    };
  }
}
