package io.hartonomous.text;

import java.util.Arrays;

/// From offsets to lines and columns, both 1-based, columns in UTF-16 units. A line ends with CR
/// LF, LF or CR.
public final class LineMap {
  private final int[] starts;
  private final int length;

  public LineMap(CharSequence text) {
    length = text.length();
    int[] found = new int[Math.max(16, length / 24)];
    int count = 1;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n')) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  public int lines() {
    return starts.length;
  }

  public int line(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  public int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  /// Where a line begins; `line` is 1-based.
  public int start(int line) {
    return starts[line - 1];
  }

  /// Where the next line begins, or the text ends.
  public int end(int line) {
    return line < starts.length ? starts[line] : length;
  }
}
