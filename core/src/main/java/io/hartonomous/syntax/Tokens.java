package io.hartonomous.syntax;

import io.hartonomous.text.Span;

/// The tokens of a file, in two parallel arrays. What lies between two tokens is trivia: blanks,
/// line ends and comments. Joining trivia and tokens in their order gives the file back.
///
/// The last token is EOF, of length 0 at the end of the text.
public final class Tokens {
  private final String text;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int count;

  Tokens(String text, byte[] kinds, int[] starts, int[] ends, int count) {
    this.text = text;
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
    this.count = count;
  }

  /// How many there are, EOF included.
  public int size() {
    return count;
  }

  public TokenKind kind(int index) {
    return TokenKind.of(kinds[index] & 0xFF);
  }

  public int start(int index) {
    return starts[index];
  }

  public int end(int index) {
    return ends[index];
  }

  public Span span(int index) {
    return Span.between(starts[index], ends[index]);
  }

  public String text(int index) {
    return text.substring(starts[index], ends[index]);
  }

  /// The trivia before a token; that of EOF ends the file.
  public String trivia(int index) {
    return text.substring(index == 0 ? 0 : ends[index - 1], starts[index]);
  }

  /// Whether a token is the first of its line.
  boolean isLineStart(int index) {
    if (index == 0) {
      return true;
    }
    for (int at = starts[index] - 1; at >= ends[index - 1]; at--) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  /// The text of the tokens `from` (included) to `to` (excluded) with the trivia between them,
  /// without the trivia before the first.
  public String text(int from, int to) {
    return from >= to ? "" : text.substring(starts[from], ends[to - 1]);
  }

  /// Where the tokens `from` to `to` lie; an empty range lies at the start of token `from`.
  public Span span(int from, int to) {
    return from >= to
        ? new Span(starts[Math.min(from, count - 1)], 0)
        : Span.between(starts[from], ends[to - 1]);
  }

  /// Whether a token's text is `word` (upper case), by ASCII letters without regard to case.
  public boolean isWord(int index, String word) {
    int start = starts[index];
    int length = ends[index] - start;
    if (length != word.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(start + i);
      if ((c >= 'a' && c <= 'z' ? c - 32 : c) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The index of the token that covers an offset or, within trivia, follows it.
  public int at(int offset) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = low + high >>> 1;
      if (ends[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
