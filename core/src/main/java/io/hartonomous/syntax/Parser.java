package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Text to trees. Keeps the cursor, the expectations and the findings; the rules are in the grammar
/// classes, one a statement family.
///
/// Never throws on what a user wrote. A statement with an error becomes one
/// [io.hartonomous.syntax.ast.Statement.Erroneous] and reading goes on at the next statement.
public final class Parser {
  /// Levels of parentheses, subqueries, blocks and calls inside each other. No real code comes
  /// near; the stack must hold them.
  static final int MAX_NESTING = 400;

  final SourceFile source;
  final Tokens tokens;
  final ParseOptions options;
  int pos;

  /// What `"x"` is at the cursor.
  boolean quotedIdentifier;

  /// Whether the current batch had an error: errors that only follow from it are not reported.
  boolean batchHasError;

  /// The parenthesis that was opened last as that of a condition.
  int conditionOpen = -1;

  /// Whose table elements are read.
  TableGrammar.Elements elements = TableGrammar.Elements.TABLE;

  /// The SELECT that may have an INTO: the first of a statement.
  int selectInto = -1;

  private int depth;
  private int[] matches;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Parser(SourceFile source, Tokens tokens, ParseOptions options) {
    this.source = source;
    this.tokens = tokens;
    this.options = options;
    quotedIdentifier = options.quotedIdentifier();
  }

  /// Reads a whole file.
  public static ParseResult parse(SourceFile source, ParseOptions options) {
    Lexer.Result lexed = Lexer.lex(source, options);
    Parser parser = new Parser(source, lexed.tokens(), options);
    Script script = ScriptGrammar.script(parser);
    // An open quote or an unknown character makes what follows read wrongly: only the cause is
    // reported, as the reference compiler does.
    return new ParseResult(
        source,
        lexed.tokens(),
        script,
        lexed.diagnostics().isEmpty() ? parser.diagnostics : lexed.diagnostics());
  }

  /// What reading a piece of text gave: the node if the whole text is one, and the findings if not.
  public record Fragment<N>(Optional<N> node, Tokens tokens, List<Diagnostic> diagnostics) {
    /// Errors: [IllegalArgumentException] with the first finding, for text that the tool itself
    /// wrote or a server stored.
    public N orThrow() {
      return node.orElseThrow(() ->
          new IllegalArgumentException(
              diagnostics.getFirst().message()
                  + " at line "
                  + diagnostics.getFirst().at().line()
                  + ", column "
                  + diagnostics.getFirst().at().column()));
    }
  }

  /// Reads a scalar expression, as a default is stored.
  public static Fragment<Expression> parseExpression(String text) {
    return fragment(text, ExpressionGrammar::expression);
  }

  /// Reads a search condition, as a CHECK or a filter is stored.
  public static Fragment<Condition> parseCondition(String text) {
    return fragment(text, ConditionGrammar::condition);
  }

  public static Fragment<DataType> parseDataType(String text) {
    return fragment(text, TypeGrammar::dataType);
  }

  private static <N> Fragment<N> fragment(String text, Function<Parser, N> rule) {
    SourceFile source = new SourceFile("", text);
    Lexer.Result lexed = Lexer.lex(source, ParseOptions.DEFAULT);
    if (!lexed.diagnostics().isEmpty()) {
      return new Fragment<>(Optional.empty(), lexed.tokens(), lexed.diagnostics());
    }
    Parser parser = new Parser(source, lexed.tokens(), ParseOptions.DEFAULT);
    try {
      N node = rule.apply(parser);
      if (parser.kind() != TokenKind.EOF) {
        throw parser.fail("the end");
      }
      return new Fragment<>(Optional.of(node), lexed.tokens(), List.of());
    } catch (SyntaxError _) { // reported
      return new Fragment<>(Optional.empty(), lexed.tokens(), List.copyOf(parser.diagnostics));
    }
  }

  // The cursor.

  TokenKind kind() {
    return tokens.kind(pos);
  }

  TokenKind kind(int ahead) {
    int at = pos + ahead;
    return at < tokens.size() ? tokens.kind(at) : TokenKind.EOF;
  }

  boolean at(TokenKind kind) {
    return tokens.kind(pos) == kind;
  }

  boolean at(TokenKind first, TokenKind second) {
    return at(first) && kind(1) == second;
  }

  /// Whether the current token is this word, reserved or not; `word` in upper case. Quoted names
  /// are no words.
  boolean atWord(String word) {
    return tokens.isWord(pos, word);
  }

  boolean atWord(int ahead, String word) {
    return pos + ahead < tokens.size() && tokens.isWord(pos + ahead, word);
  }

  boolean atWords(String first, String second) {
    return atWord(first) && atWord(1, second);
  }

  boolean accept(TokenKind kind) {
    if (at(kind)) {
      pos++;
      return true;
    }
    return false;
  }

  boolean acceptWord(String word) {
    if (atWord(word)) {
      pos++;
      return true;
    }
    return false;
  }

  boolean acceptWords(String first, String second) {
    if (atWords(first, second)) {
      pos += 2;
      return true;
    }
    return false;
  }

  void expect(TokenKind kind) {
    if (!accept(kind)) {
      throw fail(kind.isReservedWord() ? kind.name() : "'" + kind.shown() + "'");
    }
  }

  void expectWord(String word) {
    if (!acceptWord(word)) {
      throw at(TokenKind.IDENTIFIER)
          ? report(Code.EXPECTED_WORD, pos, "'" + text() + "'", word)
          : fail(word);
    }
  }

  String text() {
    return tokens.text(pos);
  }

  /// Whether the current token is the first of its line.
  boolean atLineStart() {
    return pos == 0
        || tokens.trivia(pos).indexOf('\n') >= 0
        || tokens.trivia(pos).indexOf('\r') >= 0;
  }

  /// Whether no trivia stands before the token `ahead`.
  boolean adjoins(int ahead) {
    return tokens.start(pos + ahead) == tokens.end(pos + ahead - 1);
  }

  /// The token behind the current one must be of a set, or the error is at the current one: it is
  /// what cannot be chosen.
  void mustPrecede(TokenSet next, String expected) {
    if (!next.contains(kind(1))) {
      throw failBefore(expected);
    }
  }

  void mustNotPrecede(TokenSet never, String expected) {
    if (never.contains(kind(1))) {
      throw failBefore(expected);
    }
  }

  /// Reports at the current token what is wrong behind it.
  SyntaxError failBefore(String expected) {
    String next = kind(1) == TokenKind.EOF ? "the end" : "'" + tokens.text(pos + 1) + "'";
    return report(
        Code.UNEXPECTED_TOKEN, pos, "'" + text() + "' before " + next, expected + " after it");
  }

  // Lists.

  <T> List<T> commaList(Function<Parser, T> item) {
    List<T> items = new ArrayList<>();
    do {
      items.add(item.apply(this));
    } while (accept(TokenKind.COMMA));
    return items;
  }

  <T> List<T> parenthesisedList(Function<Parser, T> item) {
    expect(TokenKind.LEFT_PARENTHESIS);
    List<T> items = commaList(item);
    expect(TokenKind.RIGHT_PARENTHESIS);
    return items;
  }

  <T> Optional<T> optional(boolean present, Function<Parser, T> rule) {
    return present ? Optional.of(rule.apply(this)) : Optional.empty();
  }

  /// What a rule reads, or nothing where it fails: then nothing was read and nothing is reported.
  <T> Optional<T> attempt(Function<Parser, T> rule) {
    int start = pos;
    int level = depth;
    boolean failedBefore = batchHasError;
    int findings = diagnostics.size();
    try {
      return Optional.of(rule.apply(this));
    } catch (SyntaxError _) {
      pos = start;
      depth = level;
      batchHasError = failedBefore;
      diagnostics.subList(findings, diagnostics.size()).clear();
      return Optional.empty();
    }
  }

  // Nesting.

  /// Goes one level down. Every call has its [#leave]; a [SyntaxError] between them is made good by
  /// the statement list, which restores the depth.
  void enter() {
    if (++depth > MAX_NESTING) {
      throw report(Code.NESTED_TOO_DEEPLY, pos, MAX_NESTING);
    }
  }

  void leave() {
    depth--;
  }

  int depth() {
    return depth;
  }

  void restoreDepth(int earlier) {
    depth = earlier;
  }

  /// The index of the parenthesis that closes the one at `open`; that of EOF if none does.
  int match(int open) {
    if (matches == null) {
      matches = matchAll();
    }
    return matches[open];
  }

  private int[] matchAll() {
    int count = tokens.size();
    int[] found = new int[count];
    int[] stack = new int[64];
    int height = 0;
    for (int i = 0; i < count; i++) {
      switch (tokens.kind(i)) {
        case LEFT_PARENTHESIS -> {
          if (height == stack.length) {
            stack = Arrays.copyOf(stack, height * 2);
          }
          stack[height++] = i;
          found[i] = count - 1;
        }
        case RIGHT_PARENTHESIS -> {
          if (height > 0) {
            found[stack[--height]] = i;
          }
        }
        case GO -> height = 0; // an open parenthesis ends with its batch
        default -> {}
      }
    }
    return found;
  }

  // Findings.

  /// Reports that the current token is not what may stand here. To be thrown: `throw p.fail("a
  /// name")`.
  SyntaxError fail(String expected) {
    return failAt(pos, expected);
  }

  SyntaxError failAt(int token, String expected) {
    if (tokens.kind(token) == TokenKind.EOF) {
      return report(Code.UNEXPECTED_END, token, expected);
    }
    return report(Code.UNEXPECTED_TOKEN, token, "'" + tokens.text(token) + "'", expected);
  }

  SyntaxError unsupported(int token, String what) {
    return report(Code.UNSUPPORTED_SYNTAX, token, what);
  }

  SyntaxError report(Code code, int token, Object... args) {
    if (batchHasError && code == Code.UNEXPECTED_END) {
      return SyntaxError.REPORTED; // what is missing at the end was lost in the first error
    }
    batchHasError = true;
    diagnostics.add(Diagnostic.of(code, Location.of(source, tokens.span(token)), args));
    return SyntaxError.REPORTED;
  }

  /// Reports something that does not keep the statement from being read.
  void warn(Code code, Span at, Object... args) {
    diagnostics.add(Diagnostic.of(code, Location.of(source, at), args));
  }
}
