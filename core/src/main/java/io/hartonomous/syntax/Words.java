package io.hartonomous.syntax;

/// The words of the language itself: ASCII, without regard to case and locale.
public final class Words {
  private Words() {}

  /// ASCII letters in upper case; all else as it is.
  public static String upper(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'a' && c <= 'z') {
        char[] chars = word.toCharArray();
        for (int k = i; k < chars.length; k++) {
          if (chars[k] >= 'a' && chars[k] <= 'z') {
            chars[k] -= 32;
          }
        }
        return new String(chars);
      }
    }
    return word;
  }

  /// Whether a word is one of the language, given in upper case.
  public static boolean same(String word, String upper) {
    return word.length() == upper.length() && upper(word).equals(upper);
  }
}
