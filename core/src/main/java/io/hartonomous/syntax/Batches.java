package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The batches of a script one after another, for scripts that are too large to be held as a whole:
/// only the text and the tree of the batch at hand are in memory.
public final class Batches {
  private Batches() {}

  /// Some lines of a script, which end with a `GO` line or the script itself; nearly always one
  /// batch.
  ///
  /// @param result what parsing these lines gave, as if they were a file of their own
  /// @param line the number of the first of them in the script, 1-based
  public record Part(ParseResult result, int line) {
    /// Where a node stands in the script.
    public Location location(Node node) {
      return inScript(result.location(node));
    }

    /// The findings, at their places in the script.
    public List<Diagnostic> diagnostics() {
      return result.diagnostics().stream()
          .map(d -> new Diagnostic(d.code(), d.severity(), inScript(d.at()), d.args()))
          .toList();
    }

    private Location inScript(Location at) {
      return new Location(at.path(), at.line() + line - 1, at.column(), at.length());
    }
  }

  /// Reads as far as is asked for. The texts of all parts, joined, are the text that was read.
  ///
  /// Errors: [UncheckedIOException] if reading fails.
  public static Stream<Part> of(String path, Readable text, ParseOptions options) {
    Iterator<Part> parts = new Cutter(path, text, options);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            parts, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        false);
  }

  /// Cuts behind the lines that say GO, unless they stand in a comment, a string or a name.
  private static final class Cutter implements Iterator<Part> {
    private final String path;
    private final Readable in;
    private final ParseOptions options;
    private final CharBuffer chunk = CharBuffer.allocate(1 << 16);

    /// What was read and is in no part yet; `scanned` characters of it have been looked at.
    private final StringBuilder held = new StringBuilder();

    private int scanned;
    private int lineStart;

    /// Below this length no cut is tried again: a comment with many GO lines costs little. The
    /// other one is for lines where something stands before GO, a comment perhaps.
    private int patience;

    private int patienceWithin;

    private boolean ended;
    private int line = 1;

    Cutter(String path, Readable in, ParseOptions options) {
      this.path = path;
      this.in = in;
      this.options = options;
      chunk.flip();
    }

    @Override
    public boolean hasNext() {
      while (held.isEmpty() && !ended) {
        fill();
      }
      return !held.isEmpty();
    }

    @Override
    public Part next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      String text = held.substring(0, cut());
      held.delete(0, text.length());
      scanned = 0;
      lineStart = 0;
      patience = 0;
      patienceWithin = 0;
      Part part = new Part(Parser.parse(new SourceFile(path, text), options), line);
      line += lineEnds(text);
      return part;
    }

    /// Where the next part ends.
    private int cut() {
      while (true) {
        while (scanned < held.length()) {
          char c = held.charAt(scanned++);
          if (c != '\n' && c != '\r') {
            continue;
          }
          if (c == '\r') {
            while (scanned == held.length() && !ended) { // a line feed may belong to it
              fill();
            }
            if (scanned < held.length() && held.charAt(scanned) == '\n') {
              scanned++;
            }
          }
          int go = goIn(lineStart);
          if (go >= 0 && scanned >= patience && (isFirst(go) || scanned >= patienceWithin)) {
            if (isEnd(held.substring(0, scanned))) {
              return scanned;
            }
            int later = scanned + scanned / 2;
            if (isFirst(go)) {
              patience = later;
            } else {
              patienceWithin = later;
            }
          }
          lineStart = scanned;
        }
        if (ended) {
          return held.length();
        }
        fill();
      }
    }

    /// Where the line at `start` has the word GO: the lexer is asked about no other; -1 if it has
    /// none.
    private int goIn(int start) {
      for (int i = start; i + 1 < scanned; i++) {
        if ((held.charAt(i) | 0x20) == 'g'
            && (held.charAt(i + 1) | 0x20) == 'o'
            && (i == start || !Character.isLetterOrDigit(held.charAt(i - 1)))
            && (i + 2 == scanned || !Character.isLetterOrDigit(held.charAt(i + 2)))) {
          return i;
        }
      }
      return -1;
    }

    /// Whether only blanks stand before the GO in its line.
    private boolean isFirst(int go) {
      for (int i = lineStart; i < go; i++) {
        if (held.charAt(i) > ' ') {
          return false;
        }
      }
      return true;
    }

    /// Whether a text ends with a GO line and nothing open.
    private boolean isEnd(String text) {
      Lexer.Result lexed = Lexer.lex(new SourceFile(path, text), options);
      Tokens tokens = lexed.tokens();
      int last = tokens.size() - 2; // before EOF
      if (!lexed.diagnostics().isEmpty() || last < 0) {
        return false;
      }
      if (tokens.kind(last) == TokenKind.INTEGER && last > 0 && options.sqlcmd()) {
        last--;
      }
      return tokens.kind(last) == TokenKind.GO && tokens.start(last) >= lineStart;
    }

    private void fill() {
      chunk.clear();
      int read;
      try {
        read = in.read(chunk);
      } catch (IOException e) {
        throw new UncheckedIOException(path + " cannot be read on", e);
      }
      ended = read < 0;
      held.append(chunk.flip());
    }

    private static int lineEnds(String text) {
      int count = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
          count++;
        }
      }
      return count;
    }
  }
}
