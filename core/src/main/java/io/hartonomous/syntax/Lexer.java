package io.hartonomous.syntax;

import static io.hartonomous.syntax.Characters.isDigit;
import static io.hartonomous.syntax.Characters.isInWord;
import static io.hartonomous.syntax.Characters.isLetter;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Text to tokens. One pass, no strings made, never throws.
///
/// Errors: an unclosed string, name, variable or comment reaches to the end of the file; a
/// character that T-SQL does not know is a token of kind ERROR. Each is reported. Source: Microsoft
/// Learn, "Constants", "Database identifiers", "Slash star (block comment)" (they nest), and the
/// reference compiler's tokens.
public final class Lexer {
  private static final int IDENTIFIER = TokenKind.IDENTIFIER.ordinal();

  private final SourceFile source;
  private final int length;
  private final boolean sqlcmd;
  private final List<Diagnostic> diagnostics = new ArrayList<>(0);

  /// The text and two zero characters behind it, so that looking ahead needs no care.
  private final char[] chars;

  private byte[] kinds;
  private int[] starts;
  private int[] ends;
  private int count;
  private int pos;

  private Lexer(SourceFile source, boolean sqlcmd) {
    this.source = source;
    String text = source.text();
    length = text.length();
    chars = new char[length + 2];
    text.getChars(0, length, chars, 0);
    this.sqlcmd = sqlcmd;
    int guess = length / 5 + 16;
    kinds = new byte[guess];
    starts = new int[guess];
    ends = new int[guess];
  }

  /// Tokens and lexical errors.
  public record Result(Tokens tokens, List<Diagnostic> diagnostics) {}

  public static Result lex(SourceFile source, ParseOptions options) {
    Lexer lexer = new Lexer(source, options.sqlcmd());
    lexer.run();
    return new Result(lexer.tokens(), List.copyOf(lexer.diagnostics));
  }

  private Tokens tokens() {
    boolean fits = count > kinds.length - kinds.length / 16 - 16;
    return new Tokens(
        source.text(),
        fits ? kinds : Arrays.copyOf(kinds, count),
        fits ? starts : Arrays.copyOf(starts, count),
        fits ? ends : Arrays.copyOf(ends, count),
        count);
  }

  private void run() {
    boolean lineStart = true;
    if (chars[0] == '\uFEFF') { // a byte order mark; elsewhere it is a letter
      pos++;
    }
    char[] text = chars;
    while (true) {
      int start = pos;
      char c = text[start];
      switch (c < 128 ? Characters.ofAscii(c) : Characters.OTHER) {
        case Characters.BLANK -> {
          if (start >= length) {
            pos = length;
            add(TokenKind.EOF.ordinal(), length);
            return;
          }
          pos = afterSpaces(start + 1);
        }
        case Characters.LINE_END -> {
          lineStart = true;
          pos = afterSpaces(start + 1);
        }
        case Characters.LETTER -> {
          int kind = wordOrString(c);
          if (lineStart && kind == IDENTIFIER && pos - start == 2 && isGo(start)) {
            kind = TokenKind.GO.ordinal();
          }
          lineStart = false;
          add(kind, start);
        }
        case Characters.DIGIT -> {
          lineStart = false;
          boolean binary = c == '0' && (text[start + 1] | 0x20) == 'x';
          add((binary ? binary() : number()).ordinal(), start);
        }
        case Characters.SINGLE -> {
          if (lineStart && sqlcmd && c == '!' && text[start + 1] == '!') {
            sqlcmdCommand();
          } else {
            pos = start + 1;
            add(Characters.kindOfSingle(c), start);
          }
          lineStart = false;
        }
        default -> {
          if (!trivia(c)) {
            if (lineStart && sqlcmd && c == ':' && isSqlcmdCommand()) {
              sqlcmdCommand();
            } else {
              add(other(c).ordinal(), start);
            }
            lineStart = false;
          }
        }
      }
    }
  }

  /// Most blanks are the indentation of a line, or stand alone.
  private int afterSpaces(int from) {
    int at = from;
    while (chars[at] == ' ') {
      at++;
    }
    return at;
  }

  /// Passes over a comment or a blank beyond ASCII.
  private boolean trivia(char c) {
    if (c == '-' && chars[pos + 1] == '-') {
      pos = endOfLine(pos);
    } else if (c == '/' && chars[pos + 1] == '*') {
      blockComment();
    } else if (c >= 128 && Characters.isBlankBeyondAscii(c)) {
      pos++;
    } else {
      return false;
    }
    return true;
  }

  private boolean isGo(int start) {
    return (chars[start] | 0x20) == 'g' && (chars[start + 1] | 0x20) == 'o';
  }

  private boolean isSqlcmdCommand() {
    char c = chars[pos + 1];
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '!' && chars[pos + 2] == '!';
  }

  private void sqlcmdCommand() {
    int start = pos;
    pos = endOfLine(pos);
    add(TokenKind.SQLCMD_COMMAND.ordinal(), start);
  }

  private void add(int kind, int start) {
    if (count == kinds.length) {
      int more = count + count / 2;
      kinds = Arrays.copyOf(kinds, more);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
    }
    kinds[count] = (byte) kind;
    starts[count] = start;
    ends[count++] = pos;
  }

  private TokenKind take(int characters, TokenKind kind) {
    pos += characters;
    return kind;
  }

  /// What begins with none of the frequent characters.
  private TokenKind other(char c) {
    char next = chars[pos + 1];
    switch (c) {
      case '=':
        return next == '*' ? take(2, TokenKind.RIGHT_OUTER_JOIN) : take(1, TokenKind.EQUALS);
      case '<':
        return next == '<' ? take(2, TokenKind.SHIFT_LEFT) : take(1, TokenKind.LESS);
      case '>':
        return next == '>' ? take(2, TokenKind.SHIFT_RIGHT) : take(1, TokenKind.GREATER);
      case ':':
        return next == ':' ? take(2, TokenKind.DOUBLE_COLON) : take(1, TokenKind.COLON);
      case '+':
        return assignable(TokenKind.PLUS_SIGN, TokenKind.PLUS_ASSIGN);
      case '-':
        return assignable(TokenKind.MINUS_SIGN, TokenKind.MINUS_ASSIGN);
      case '*':
        return assignable(TokenKind.STAR, TokenKind.STAR_ASSIGN);
      case '/':
        return assignable(TokenKind.SLASH, TokenKind.SLASH_ASSIGN);
      case '%':
        return assignable(TokenKind.PERCENT_SIGN, TokenKind.PERCENT_ASSIGN);
      case '&':
        return assignable(TokenKind.AMPERSAND, TokenKind.AMPERSAND_ASSIGN);
      case '^':
        return assignable(TokenKind.CARET, TokenKind.CARET_ASSIGN);
      case '|':
        if (next == '|') {
          return chars[pos + 2] == '='
              ? take(3, TokenKind.DOUBLE_BAR_ASSIGN)
              : take(2, TokenKind.DOUBLE_BAR);
        }
        return assignable(TokenKind.BAR, TokenKind.BAR_ASSIGN);
      case '\'':
        return quoted('\'', 1, TokenKind.STRING, Code.UNCLOSED_STRING);
      case '"':
        // An empty name in quotes is none: it is always a string.
        return next == '"' && chars[pos + 2] != '"'
            ? take(2, TokenKind.STRING)
            : quoted('"', 1, TokenKind.DOUBLE_QUOTED, Code.UNCLOSED_IDENTIFIER);
      case '[':
        return next == ']' && chars[pos + 2] != ']' || pos + 1 >= length
            ? unknown(pos, Math.min(pos + 2, length), pos + 1)
            : quoted(']', 1, TokenKind.BRACKET_IDENTIFIER, Code.UNCLOSED_IDENTIFIER);
      case '.':
        return isDigit(next) ? number() : take(1, TokenKind.DOT);
      case '@':
        pos += next == '@' ? 2 : 1;
        word();
        return next == '@' ? TokenKind.GLOBAL_VARIABLE : TokenKind.VARIABLE;
      case '$':
        return dollar(next);
      default:
        return c >= 128 && Characters.isLetterBeyondAscii(c)
            ? beyondAscii(c, next)
            : unknownCharacter();
    }
  }

  /// A word, a label (its colon must adjoin) or `N'...'`.
  private int wordOrString(char first) {
    if ((first | 0x20) == 'n' && chars[pos + 1] == '\'') {
      return quoted('\'', 2, TokenKind.NATIONAL_STRING, Code.UNCLOSED_STRING).ordinal();
    }
    int start = pos;
    int hash = word();
    if (chars[pos] == ':' && chars[pos + 1] != ':') {
      pos++;
      return TokenKind.LABEL.ordinal();
    }
    return Keywords.kind(chars, start, pos, hash);
  }

  /// Goes to the end of a word and returns the hash of what was passed.
  private int word() {
    char[] text = chars;
    int hash = 0;
    int at = pos;
    while (true) {
      char c = text[at];
      if (c < 128) {
        byte upper = Characters.upperInWord(c);
        if (upper == 0) {
          if (c == '(' && sqlcmd && at > pos && text[at - 1] == '$') {
            int close = endOfVariable(at - 1);
            if (close > 0) { // `name_$(variable)` is one name, of which sqlcmd fills in a part
              at = close;
              continue;
            }
          }
          break;
        }
        hash = Keywords.hash(hash, upper);
      } else if (Characters.isLetterBeyondAscii(c)) {
        hash = Keywords.hash(hash, c);
      } else {
        break;
      }
      at++;
    }
    pos = at;
    return hash;
  }

  private TokenKind assignable(TokenKind plain, TokenKind assign) {
    return chars[pos + 1] == '=' ? take(2, assign) : take(1, plain);
  }

  /// A quoted token; its closing quote is undone by doubling.
  private TokenKind quoted(char quote, int opening, TokenKind kind, Code unclosed) {
    int start = pos;
    int at = pos + opening;
    while (true) {
      while (chars[at] != quote && at < length) {
        at++;
      }
      if (at >= length) {
        pos = length;
        report(unclosed, start, 1, String.valueOf(quote));
        return kind;
      }
      at++;
      if (chars[at] != quote) {
        pos = at;
        return kind;
      }
      at++;
    }
  }

  private TokenKind number() {
    TokenKind kind = TokenKind.INTEGER;
    digits();
    if (chars[pos] == '.') {
      kind = TokenKind.DECIMAL;
      pos++;
      digits();
    }
    return exponent() ? TokenKind.REAL : kind;
  }

  /// `e`, a sign, digits; the sign and the digits may be absent: `1e` is 1e0.
  private boolean exponent() {
    if ((chars[pos] | 0x20) != 'e') {
      return false;
    }
    pos++;
    if (chars[pos] == '+' || chars[pos] == '-') {
      pos++;
    }
    digits();
    return true;
  }

  private void digits() {
    int at = pos;
    while (isDigit(chars[at])) {
      at++;
    }
    pos = at;
  }

  private TokenKind binary() {
    int start = pos;
    pos += 2;
    while (true) {
      char c = chars[pos];
      if (Characters.isHexDigit(c)) {
        pos++;
      } else if (c == '\\') { // a backslash continues the constant on the next line
        char next = chars[pos + 1];
        if (next != '\n' && next != '\r') {
          return unknown(start, pos + 1, pos + 1);
        }
        pos += next == '\r' && chars[pos + 2] == '\n' ? 3 : 2;
      } else {
        return TokenKind.BINARY;
      }
    }
  }

  private TokenKind dollar(char next) {
    if (next == '(') {
      return sqlcmdVariable();
    }
    if (isLetter(next) || next == '@') {
      pos++;
      word();
      return TokenKind.PSEUDO_COLUMN;
    }
    return next == ' ' || next == '-' || next == '+' || isDigit(next)
        ? money()
        : unknownCharacter();
  }

  private TokenKind sqlcmdVariable() {
    int close = pos + 2;
    while (chars[close] != ')' && close < length) {
      close++;
    }
    if (close == pos + 2) {
      return unknown(pos, Math.min(close + 1, length), close);
    }
    if (close >= length) {
      report(Code.UNCLOSED_SQLCMD_VARIABLE, pos, 1);
      pos = length;
      return TokenKind.SQLCMD_VARIABLE;
    }
    pos = close + 1;
    if (sqlcmd && isInWord(chars[pos])) {
      word();
      return TokenKind.IDENTIFIER;
    }
    return TokenKind.SQLCMD_VARIABLE;
  }

  /// Behind the variable of sqlcmd whose `$` is at `dollar`; 0 if it has no name or no end in its
  /// line.
  private int endOfVariable(int dollar) {
    int close = dollar + 2;
    while (chars[close] != ')' && chars[close] != '\n' && chars[close] != '\r' && close < length) {
      close++;
    }
    return chars[close] == ')' && close > dollar + 2 ? close + 1 : 0;
  }

  /// A word of letters beyond ASCII, or an amount of money.
  private TokenKind beyondAscii(char c, char next) {
    if (Characters.isCurrencyBeyondAscii(c)
        && (next == ' ' || next == '-' || next == '+' || isDigit(next))) {
      return money();
    }
    return TokenKind.of(wordOrString(c));
  }

  /// A currency sign, blanks, a sign, a number that begins with a digit.
  private TokenKind money() {
    int start = pos;
    int at = pos + 1;
    while (chars[at] == ' ') {
      at++;
    }
    if (chars[at] == '-' || chars[at] == '+') {
      at++;
    }
    if (!isDigit(chars[at])) {
      return unknown(start, at, at);
    }
    pos = at;
    number();
    return TokenKind.MONEY;
  }

  /// A token that is none, from `start` to `end`. The reference compiler points at the character
  /// with which it gives up, `at`: the closing bracket of `[]`, what follows `$-`.
  private TokenKind unknown(int start, int end, int at) {
    pos = end;
    if (at < length) {
      report(Code.UNEXPECTED_TOKEN, at, 1, "'" + text(start, at + 1) + "'", "T-SQL");
    } else {
      report(Code.UNEXPECTED_TOKEN, length, 0, "the end of the file", "the rest of a token");
    }
    return TokenKind.ERROR;
  }

  private TokenKind unknownCharacter() {
    return unknown(pos, pos + 1, pos);
  }

  private String text(int start, int end) {
    return new String(chars, start, end - start);
  }

  private void blockComment() {
    int start = pos;
    int depth = 1;
    int at = pos + 2;
    while (depth > 0) {
      char c = chars[at];
      if (c == '*' && chars[at + 1] == '/') {
        depth--;
        at += 2;
      } else if (c == '/' && chars[at + 1] == '*') {
        depth++;
        at += 2;
      } else if (at >= length) {
        pos = length;
        report(
            Code.UNCLOSED_COMMENT,
            length,
            0,
            source.lines().line(start)); // the reference compiler points at the end
        return;
      } else {
        at++;
      }
    }
    pos = at;
  }

  /// Only the first: from an open quote or an unknown character on the rest may be read wrongly.
  private void report(Code code, int start, int width, Object... args) {
    if (!diagnostics.isEmpty()) {
      return;
    }
    diagnostics.add(Diagnostic.of(code, Location.of(source, new Span(start, width)), args));
  }

  private int endOfLine(int from) {
    int at = from;
    while (chars[at] != '\n' && chars[at] != '\r' && at < length) {
      at++;
    }
    return at;
  }
}
