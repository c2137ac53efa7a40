package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Condition;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Text to trees. Keeps the cursor, the expectations and the findings; the rules are in the grammar
/// classes, one a statement family.
///
/// Never throws on what a user wrote. A statement with an error becomes one
/// [io.hartonomous.syntax.ast.Statement.Erroneous] and reading goes on at the next statement.
public final class Parser {
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

  /// Whether patterns of graphs may stand in the condition that is read.
  boolean matchAllowed;

  /// Whose table elements are read.
  TableGrammar.Elements elements = TableGrammar.Elements.TABLE;

  /// The SELECT that may have an INTO: the first of a statement.
  int selectInto = -1;

  private final int maxNesting;
  private int depth;
  private int links;
  private Parentheses parentheses;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Parser(SourceFile source, Tokens tokens, ParseOptions options, int maxNesting) {
    this.source = source;
    this.tokens = tokens;
    this.options = options;
    this.maxNesting = maxNesting;
    quotedIdentifier = options.quotedIdentifier();
  }

  /// Reads a text that is no file, as a project's files are read.
  public static ParseResult parse(String text) {
    return parse(new SourceFile("", text), ParseOptions.DEFAULT);
  }

  /// Reads a whole file. For its bytes see [SourceFile#of].
  public static ParseResult parse(SourceFile source, ParseOptions options) {
    Lexer.Result lexed = Lexer.lex(source, options);
    return DeepInput.read(
        options.maxNesting(),
        nesting -> parse(new Parser(source, lexed.tokens(), options, nesting), lexed));
  }

  private static ParseResult parse(Parser parser, Lexer.Result lexed) {
    Script script;
    try {
      script = ScriptGrammar.script(parser);
    } catch (StackOverflowError e) { // levels that no rule counts
      if (parser.maxNesting < parser.options.maxNesting()) {
        throw e; // the caller's stack was small: there will be another try on a large one
      }
      script = parser.unreadable();
    }
    // An open quote or an unknown character makes what follows read wrongly: only the cause is
    // reported, as the reference compiler does.
    return new ParseResult(
        parser.source,
        lexed.tokens(),
        script,
        lexed.diagnostics().isEmpty() ? parser.diagnostics : lexed.diagnostics());
  }

  private Script unreadable() {
    int end = tokens.size() - 1;
    Statement all = new Statement.Erroneous(0, end);
    tooDeep();
    return new Script(
        List.of(new Batch(List.of(all), Semicolons.NONE, Optional.empty(), 0, end)), 0, end);
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
    ParseOptions options = ParseOptions.DEFAULT.shallow();
    Lexer.Result lexed = Lexer.lex(source, options);
    if (!lexed.diagnostics().isEmpty()) {
      return new Fragment<>(Optional.empty(), lexed.tokens(), lexed.diagnostics());
    }
    return DeepInput.read(
        options.maxNesting(),
        nesting -> fragment(new Parser(source, lexed.tokens(), options, nesting), rule));
  }

  private static <N> Fragment<N> fragment(Parser parser, Function<Parser, N> rule) {
    try {
      N node = rule.apply(parser);
      if (parser.kind() != TokenKind.EOF) {
        throw parser.fail("the end");
      }
      return new Fragment<>(Optional.of(node), parser.tokens, List.of());
    } catch (SyntaxError _) { // reported
      return new Fragment<>(Optional.empty(), parser.tokens, List.copyOf(parser.diagnostics));
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
          ? report(Code.EXPECTED_WORD, pos, shown(pos), word)
          : fail(word);
    }
  }

  /// Takes an unquoted word, whichever it is, and gives its place. Some statements tell which word
  /// it must be only by what comes later: then [#check] says so, as the reference compiler does.
  int word() {
    if (!at(TokenKind.IDENTIFIER)) {
      throw fail("a word");
    }
    return pos++;
  }

  /// Reports the word at `token` if it is not this one.
  void check(int token, String word) {
    if (!tokens.isWord(token, word)) {
      throw report(Code.EXPECTED_WORD, token, "'" + tokens.text(token) + "'", word);
    }
  }

  /// Reports the word at `token` if it is none of these.
  void checkOneOf(int token, String... words) {
    for (String word : words) {
      if (tokens.isWord(token, word)) {
        return;
      }
    }
    throw report(
        Code.EXPECTED_WORD, token, "'" + tokens.text(token) + "'", String.join(" or ", words));
  }

  /// The unquoted word at the cursor in upper case; empty if none stands there.
  String wordHere() {
    return at(TokenKind.IDENTIFIER) ? Words.upper(text()) : "";
  }

  String text() {
    return tokens.text(pos);
  }

  /// What stands between the quotes of a token, doubled closing quotes undone.
  String unquoted(int token, char quote) {
    String text = source.text();
    int start = tokens.start(token) + 1;
    int end = tokens.end(token) - 1;
    return text.indexOf(quote, start) == end
        ? text.substring(start, end)
        : Literals.unquote(tokens.text(token), 1, quote);
  }

  /// Whether the current token is the first of its line.
  boolean atLineStart() {
    return tokens.isLineStart(pos);
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

  /// A list that may not be changed; most have one item.
  <T> List<T> commaList(Function<Parser, T> item) {
    T first = item.apply(this);
    if (!at(TokenKind.COMMA)) {
      return List.of(first);
    }
    List<T> items = new ArrayList<>();
    items.add(first);
    while (accept(TokenKind.COMMA)) {
      items.add(item.apply(this));
    }
    return List.copyOf(items);
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
    } catch (SyntaxError e) {
      if (diagnostics.getLast().code() == Code.NESTED_TOO_DEEPLY) {
        throw e; // no other reading helps against that
      }
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
    if (++depth > maxNesting) {
      if (maxNesting < options.maxNesting()) {
        throw DeepInput.FOUND;
      }
      throw tooDeep();
    }
    if (options.isShallow()) {
      checkLinks();
    }
  }

  void leave() {
    depth--;
  }

  /// One more link of a chain that is read in a loop and becomes a tree as deep as it is long. The
  /// links are given back by [#unlink].
  void link() {
    links++;
    if (options.isShallow()) {
      checkLinks();
    }
  }

  void unlink(int count) {
    links -= count;
  }

  private void checkLinks() {
    if (depth + links > options.maxNesting()) {
      throw tooDeep();
    }
  }

  private SyntaxError tooDeep() {
    return report(Code.NESTED_TOO_DEEPLY, pos, options.maxNesting());
  }

  int depth() {
    return depth;
  }

  int links() {
    return links;
  }

  void restoreDepth(int earlierDepth, int earlierLinks) {
    depth = earlierDepth;
    links = earlierLinks;
  }

  private Parentheses parentheses() {
    if (parentheses == null) {
      parentheses = new Parentheses(tokens);
    }
    return parentheses;
  }

  /// The index of the parenthesis that closes the one at `open`; that of EOF if none does.
  int match(int open) {
    return parentheses().match(open);
  }

  /// Whether the parenthesis at token `open` holds a query rather than a value: `(SELECT ...`,
  /// `((SELECT ...) UNION ...`.
  boolean isQuery(int open) {
    return switch (tokens.kind(open + 1)) {
      case SELECT -> true;
      case LEFT_PARENTHESIS -> parentheses().isQuery(open);
      default -> false;
    };
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
    return report(Code.UNEXPECTED_TOKEN, token, shown(token), expected);
  }

  /// A token as a message shows it: of a long one its beginning.
  private String shown(int token) {
    int length = tokens.end(token) - tokens.start(token);
    return length <= 100
        ? "'" + tokens.text(token) + "'"
        : "'" + source.text().substring(tokens.start(token), tokens.start(token) + 80) + "...'";
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
