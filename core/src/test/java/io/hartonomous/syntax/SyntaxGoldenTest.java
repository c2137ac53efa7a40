package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Renderer;
import io.hartonomous.golden.Golden;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The trees and errors of the cases in `syntax/`, and the laws that hold for all of them. The
/// first error of each batch was compared with the reference compiler's (DacFx 170.5.96): same
/// line, column and id.
class SyntaxGoldenTest {

  static ParseResult parse(String source) {
    return Parser.parse(new SourceFile("case.sql", source), ParseOptions.DEFAULT);
  }

  @TestFactory
  Stream<DynamicTest> trees() {
    return Golden.cases(
        "syntax",
        ".sql",
        ".tree",
        (_, source) -> {
          ParseResult result = parse(source);
          return TreeDump.dump(result.script()) + Renderer.msbuild().render(result.diagnostics());
        });
  }

  @TestFactory
  Stream<DynamicTest> whatIsRightHasNoFinding() {
    return Golden.law(
        "syntax/ok", ".sql", source -> assertThat(parse(source).diagnostics()).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> tokensJoinToTheSource() {
    return Golden.law(
        "syntax",
        ".sql",
        source -> {
          Tokens tokens = parse(source).tokens();
          StringBuilder joined = new StringBuilder();
          for (int i = 0; i < tokens.size(); i++) {
            joined.append(tokens.trivia(i)).append(tokens.text(i));
            assertThat(withoutTrivia(tokens.trivia(i))).as("trivia before token " + i).isEmpty();
          }
          assertThat(joined.toString()).isEqualTo(source);
        });
  }

  private static String withoutTrivia(String trivia) {
    return new Lexing(trivia).rest();
  }

  /// What a lexer finds in text that should be trivia: nothing but the end.
  private record Lexing(String text) {
    String rest() {
      Tokens tokens = Lexer.lex(new SourceFile("", text), ParseOptions.DEFAULT).tokens();
      return tokens.size() == 1 ? "" : tokens.text(0);
    }
  }

  @TestFactory
  Stream<DynamicTest> childrenLieInsideTheirParentsAndInOrder() {
    return Golden.law(
        "syntax/ok",
        ".sql",
        source -> {
          ParseResult result = parse(source);
          Nodes.walk(
              result.script(),
              parent -> {
                for (Node child : Nodes.children(parent)) {
                  assertThat(child.from()).isGreaterThanOrEqualTo(parent.from());
                  assertThat(child.to())
                      .as(() -> parent + " holds " + child)
                      .isLessThanOrEqualTo(parent.to());
                }
              });
        });
  }

  @TestFactory
  Stream<DynamicTest> triviaDoesNotMatter() {
    return Golden.law(
        "syntax/ok",
        ".sql",
        source -> {
          ParseResult before = parse(source);
          ParseResult after = parse(spread(before.tokens()));
          assertThat(after.diagnostics()).isEmpty();
          assertThat(Nodes.same(before.script(), after.script())).isTrue();
        });
  }

  /// Every token with a comment and a blank before it; GO stays on a line of its own, and what
  /// adjoined still does where that says something.
  private static String spread(Tokens tokens) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      boolean line = tokens.trivia(i).indexOf('\n') >= 0;
      boolean go = tokens.kind(i) == TokenKind.GO;
      out.append(
              go || line
                  ? "\n"
                  : tokens.trivia(i).isEmpty() && i > 0 && touching(tokens, i) ? "" : " /* c */ ")
          .append(tokens.text(i));
      out.append(go ? "\n" : "");
    }
    return out.toString();
  }

  /// `a:` is a label, `a :` in JSON_OBJECT is not told apart by blanks: only operators of two
  /// characters must stay together.
  private static boolean touching(Tokens tokens, int index) {
    return tokens.kind(index - 1) == TokenKind.DOT
        || tokens.kind(index) == TokenKind.DOT
        || tokens.kind(index) == TokenKind.COLON;
  }

  @TestFactory
  Stream<DynamicTest> anyTokenMissingIsNoticed() {
    return Golden.law(
        "syntax/ok",
        ".sql",
        source -> {
          ParseResult whole = parse(source);
          Tokens tokens = whole.tokens();
          List<String> unnoticed = new ArrayList<>();
          for (int i = 0; i < tokens.size() - 1; i++) {
            if (isOptional(tokens, i)) {
              continue;
            }
            String less =
                source.substring(0, tokens.start(i)) + " " + source.substring(tokens.end(i));
            ParseResult result = parse(less);
            if (result.diagnostics().isEmpty() && Nodes.same(whole.script(), result.script())) {
              unnoticed.add(tokens.text(i) + " at " + tokens.start(i));
            }
          }
          assertThat(unnoticed).isEmpty();
        });
  }

  /// Words that T-SQL lets you leave out and that say nothing: the tree does not hold them.
  private static boolean isOptional(Tokens tokens, int index) {
    return switch (tokens.kind(index)) {
      case SEMICOLON,
          AS,
          INTO,
          OUTER,
          INNER,
          WITH,
          FROM,
          GO,
          DOT,
          LEFT,
          COMMA,
          FOR,
          FOREIGN,
          KEY,
          SET,
          NULL,
          BY,
          TRAN,
          BRACKET_IDENTIFIER ->
          true;
      case IDENTIFIER ->
          tokens.isWord(index, "ROW")
              || tokens.isWord(index, "TARGET")
              || tokens.isWord(index, "WORK");
      default -> false;
    };
  }
}
