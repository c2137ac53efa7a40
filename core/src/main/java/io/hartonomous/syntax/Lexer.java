package io.hartonomous.syntax;

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
/// Errors: an unclosed string, name or comment reaches to the end of the file; a character that
/// T-SQL does not know is a token of kind ERROR. Each is reported. Source: Microsoft Learn,
/// "Constants", "Database identifiers", "Slash star (block comment)" (they nest), and the reference
/// compiler's tokens.
public final class Lexer {
  private final SourceFile source;
  private final String text;
  private final int length;
  private final boolean sqlcmd;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private byte[] kinds;
  private int[] starts;
  private int[] ends;
  private int count;
  private int pos;

  private Lexer(SourceFile source, boolean sqlcmd) {
    this.source = source;
    text = source.text();
    length = text.length();
    this.sqlcmd = sqlcmd;
    int guess = Math.max(16, length / 5);
    kinds = new byte[guess];
    starts = new int[guess];
    ends = new int[guess];
  }

  /// Tokens and lexical errors.
  public record Result(Tokens tokens, List<Diagnostic> diagnostics) {}

  public static Result lex(SourceFile source, ParseOptions options) {
    Lexer lexer = new Lexer(source, options.sqlcmd());
    lexer.run();
    return new Result(
        new Tokens(lexer.text, lexer.kinds, lexer.starts, lexer.ends, lexer.count),
        List.copyOf(lexer.diagnostics));
  }

  private void run() {
    boolean lineStart = true;
    while (true) {
      // Trivia.
      while (pos < length) {
        char c = text.charAt(pos);
        if (c == '\n' || c == '\r') {
          lineStart = true;
          pos++;
        } else if (isBlank(c)) {
          pos++;
        } else if (c == '-' && next(1) == '-') {
          pos = endOfLine(pos);
        } else if (c == '/' && next(1) == '*') {
          blockComment();
        } else {
          break;
        }
      }
      int start = pos;
      if (pos >= length) {
        add(TokenKind.EOF, start);
        return;
      }
      TokenKind kind;
      if (lineStart && sqlcmd && text.charAt(pos) == ':' && isLetter(next(1))) {
        pos = endOfLine(pos);
        kind = TokenKind.SQLCMD_COMMAND;
      } else {
        kind = token(text.charAt(pos));
        if (lineStart && kind == TokenKind.IDENTIFIER && pos - start == 2 && isGo(start)) {
          kind = TokenKind.GO;
        }
      }
      lineStart = false;
      add(kind, start);
    }
  }

  private boolean isGo(int start) {
    return (text.charAt(start) | 0x20) == 'g' && (text.charAt(start + 1) | 0x20) == 'o';
  }

  private void add(TokenKind kind, int start) {
    if (count == kinds.length) {
      int more = count * 2;
      kinds = Arrays.copyOf(kinds, more);
      starts = Arrays.copyOf(starts, more);
      ends = Arrays.copyOf(ends, more);
    }
    kinds[count] = (byte) kind.ordinal();
    starts[count] = start;
    ends[count++] = pos;
  }

  private char next(int ahead) {
    int at = pos + ahead;
    return at < length ? text.charAt(at) : '\0';
  }

  private TokenKind take(int characters, TokenKind kind) {
    pos += characters;
    return kind;
  }

  private TokenKind token(char c) {
    switch (c) {
      case '(':
        return take(1, TokenKind.LEFT_PARENTHESIS);
      case ')':
        return take(1, TokenKind.RIGHT_PARENTHESIS);
      case '{':
        return take(1, TokenKind.LEFT_BRACE);
      case '}':
        return take(1, TokenKind.RIGHT_BRACE);
      case ',':
        return take(1, TokenKind.COMMA);
      case ';':
        return take(1, TokenKind.SEMICOLON);
      case '=':
        return take(1, TokenKind.EQUALS);
      case '!':
        return take(1, TokenKind.BANG);
      case '~':
        return take(1, TokenKind.TILDE);
      case '<':
        return next(1) == '<' ? take(2, TokenKind.SHIFT_LEFT) : take(1, TokenKind.LESS);
      case '>':
        return next(1) == '>' ? take(2, TokenKind.SHIFT_RIGHT) : take(1, TokenKind.GREATER);
      case ':':
        return next(1) == ':' ? take(2, TokenKind.DOUBLE_COLON) : take(1, TokenKind.COLON);
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
        if (next(1) == '|') {
          return next(2) == '='
              ? take(3, TokenKind.DOUBLE_BAR_ASSIGN)
              : take(2, TokenKind.DOUBLE_BAR);
        }
        return assignable(TokenKind.BAR, TokenKind.BAR_ASSIGN);
      case '\'':
        return quoted('\'', 1, TokenKind.STRING, Code.UNCLOSED_STRING);
      case '"':
        return quoted('"', 1, TokenKind.DOUBLE_QUOTED, Code.UNCLOSED_IDENTIFIER);
      case '[':
        if (next(1) == ']') {
          return unknown(2);
        }
        return quoted(']', 1, TokenKind.BRACKET_IDENTIFIER, Code.UNCLOSED_IDENTIFIER);
      case '.':
        if (isDigit(next(1))) {
          return number();
        }
        return take(1, TokenKind.DOT);
      case '@':
        if (next(1) == '@') {
          pos += 2;
          word();
          return TokenKind.GLOBAL_VARIABLE;
        }
        pos++;
        word();
        return TokenKind.VARIABLE;
      case '$':
        return dollar();
      case '0':
        if ((next(1) | 0x20) == 'x') {
          return binary();
        }
        return number();
      case '1', '2', '3', '4', '5', '6', '7', '8', '9':
        return number();
      case 'n', 'N':
        if (next(1) == '\'') {
          return quoted('\'', 2, TokenKind.NATIONAL_STRING, Code.UNCLOSED_STRING);
        }
        return identifier();
      default:
        if (isWordStart(c)) {
          return identifier();
        }
        if (isCurrency(c)) {
          return money(pos);
        }
        return unknown(1);
    }
  }

  private TokenKind identifier() {
    int start = pos;
    word();
    return Keywords.kind(text, start, pos);
  }

  private void word() {
    while (pos < length && isWordPart(text.charAt(pos))) {
      pos++;
    }
  }

  private TokenKind assignable(TokenKind plain, TokenKind assign) {
    return next(1) == '=' ? take(2, assign) : take(1, plain);
  }

  /// A quoted token; its closing quote is undone by doubling.
  private TokenKind quoted(char quote, int opening, TokenKind kind, Code unclosed) {
    int start = pos;
    pos += opening;
    while (true) {
      int close = text.indexOf(quote, pos);
      if (close < 0) {
        pos = length;
        report(unclosed, start, 1, String.valueOf(quote));
        return kind;
      }
      pos = close + 1;
      if (next(0) != quote) {
        return kind;
      }
      pos++;
    }
  }

  private TokenKind number() {
    TokenKind kind = TokenKind.INTEGER;
    digits();
    if (next(0) == '.') {
      kind = TokenKind.DECIMAL;
      pos++;
      digits();
    }
    if ((next(0) | 0x20) == 'e') { // `1e` is 1e0
      kind = TokenKind.REAL;
      pos++;
      if (next(0) == '+' || next(0) == '-') {
        pos++;
      }
      digits();
    }
    return kind;
  }

  private void digits() {
    while (pos < length && isDigit(text.charAt(pos))) {
      pos++;
    }
  }

  private TokenKind binary() {
    pos += 2;
    while (pos < length) {
      char c = text.charAt(pos);
      if (isDigit(c) || (c | 0x20) >= 'a' && (c | 0x20) <= 'f') {
        pos++;
      } else if (c == '\\'
          && (next(1) == '\n'
              || next(1) == '\r')) { // a backslash continues the constant on the next line
        pos += next(1) == '\r' && next(2) == '\n' ? 3 : 2;
      } else {
        break;
      }
    }
    return TokenKind.BINARY;
  }

  private TokenKind dollar() {
    char c = next(1);
    if (c == '(') {
      int close = pos + 2;
      while (close < length && (isWordPart(text.charAt(close)) || text.charAt(close) == '-')) {
        close++;
      }
      if (close < length && text.charAt(close) == ')' && close > pos + 2) {
        pos = close + 1;
        return TokenKind.SQLCMD_VARIABLE;
      }
      return unknown(1);
    }
    if (isLetter(c)) {
      pos++;
      word();
      return TokenKind.PSEUDO_COLUMN;
    }
    return money(pos);
  }

  /// A currency sign, a sign, a number.
  private TokenKind money(int start) {
    int at = start + 1;
    if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int digits = at;
    while (at < length && isDigit(text.charAt(at))) {
      at++;
    }
    int found = at - digits;
    if (at < length && text.charAt(at) == '.') {
      int fraction = ++at;
      while (at < length && isDigit(text.charAt(at))) {
        at++;
      }
      found += at - fraction;
    }
    if (found == 0) {
      return unknown(1);
    }
    pos = at;
    return TokenKind.MONEY;
  }

  private TokenKind unknown(int characters) {
    int start = pos;
    pos += characters;
    // The reference compiler points at the character with which it gives up: the closing bracket of
    // `[]`.
    report(Code.UNEXPECTED_TOKEN, pos - 1, 1, "'" + text.substring(start, pos) + "'", "T-SQL");
    return TokenKind.ERROR;
  }

  private void blockComment() {
    int start = pos;
    int depth = 1;
    pos += 2;
    while (depth > 0) {
      if (pos + 1 >= length) {
        pos = length;
        report(
            Code.UNCLOSED_COMMENT,
            length,
            0,
            source.lines().line(start)); // the reference compiler points at the end
        return;
      }
      char c = text.charAt(pos);
      if (c == '*' && text.charAt(pos + 1) == '/') {
        depth--;
        pos += 2;
      } else if (c == '/' && text.charAt(pos + 1) == '*') {
        depth++;
        pos += 2;
      } else {
        pos++;
      }
    }
  }

  private void report(Code code, int start, int width, Object... args) {
    diagnostics.add(Diagnostic.of(code, Location.of(source, new Span(start, width)), args));
  }

  private int endOfLine(int from) {
    int at = from;
    while (at < length && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || c > 127 && (c == '\u00A0' || c == '\uFEFF' || c == '\u0085' || Character.isSpaceChar(c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }

  private static boolean isWordStart(char c) {
    return isLetter(c)
        || c == '_'
        || c == '#'
        || c > 127 && (Character.isLetter(c) || Character.isSurrogate(c));
  }

  private static boolean isWordPart(char c) {
    return isLetter(c)
        || isDigit(c)
        || c == '_'
        || c == '#'
        || c == '@'
        || c == '$'
        || c > 127
            && (Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  private static boolean isCurrency(char c) {
    return c > 127 && Character.getType(c) == Character.CURRENCY_SYMBOL;
  }
}
