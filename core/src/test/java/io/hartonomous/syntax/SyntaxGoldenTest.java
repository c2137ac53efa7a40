package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Renderer;
import io.hartonomous.golden.Golden;
import io.hartonomous.text.SourceFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The trees and errors of the cases in `syntax/`; the laws that hold for them are in [LawsTest].
/// The first error of each batch was compared with the reference compiler's (DacFx 170.5.96): same
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
}
