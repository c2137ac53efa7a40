package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.print.SyntaxPrinter;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// What holds for every valid text, whoever wrote it: the golden cases, the generator.
final class Laws {
  private Laws() {}

  static ParseResult parse(String source) {
    return Parser.parse(new SourceFile("case.sql", source), ParseOptions.DEFAULT);
  }

  /// Joining the tokens and what lies between them gives the source.
  static void tokens(String source) {
    Tokens tokens = parse(source).tokens();
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      String trivia = tokens.trivia(i);
      joined.append(trivia).append(tokens.text(i));
      Tokens within = Lexer.lex(new SourceFile("", trivia), ParseOptions.DEFAULT).tokens();
      assertThat(within.size()).as("tokens in the trivia before token " + i).isEqualTo(1);
    }
    assertThat(joined.toString()).isEqualTo(source);
  }

  /// A valid text has no finding, and no statement that could not be read.
  static void valid(String source) {
    ParseResult result = parse(source);
    assertThat(result.diagnostics()).isEmpty();
    Nodes.walk(
        result.script(),
        node ->
            assertThat(node)
                .isNotInstanceOfAny(Statement.Unsupported.class, Statement.Erroneous.class));
  }

  /// What is printed parses to the same tree, and is printed in the same way.
  static void printing(String source) {
    ParseResult before = parse(source);
    String printed = SyntaxPrinter.print(before.script());
    ParseResult after = parse(printed);
    assertThat(after.diagnostics()).as(printed).isEmpty();
    assertThat(TreeDump.dump(after.script())).as(printed).isEqualTo(TreeDump.dump(before.script()));
    assertThat(Nodes.same(after.script(), before.script())).as(printed).isTrue();
    assertThat(SyntaxPrinter.print(after.script())).isEqualTo(printed);
  }

  /// Each node lies in its parent's range; children are in order and do not overlap.
  static void ranges(String source) {
    ParseResult result = parse(source);
    Nodes.walk(
        result.script(),
        parent -> {
          assertThat(parent.from()).as(parent::toString).isLessThanOrEqualTo(parent.to());
          int end = parent.from();
          for (Node child : Nodes.children(parent)) {
            assertThat(child.from())
                .as(() -> parent + " holds " + child)
                .isGreaterThanOrEqualTo(end);
            end = child.to();
          }
          assertThat(end).as(parent::toString).isLessThanOrEqualTo(parent.to());
        });
  }

  /// Every token has its trace in the tree: without it the text is an error or another tree.
  static void everyTokenCounts(String source) {
    ParseResult whole = parse(source);
    Tokens tokens = whole.tokens();
    List<String> unnoticed = new ArrayList<>();
    for (int i = 0; i < tokens.size() - 1; i++) {
      String less = source.substring(0, tokens.start(i)) + " " + source.substring(tokens.end(i));
      ParseResult result = parse(less);
      if (result.diagnostics().isEmpty() && Nodes.same(whole.script(), result.script())) {
        unnoticed.add(tokens.text(i) + " at " + tokens.start(i));
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  /// The types of the nodes in the order of a walk.
  static String shape(String source) {
    StringBuilder shape = new StringBuilder();
    Nodes.walk(parse(source).script(), node -> shape.append(node.getClass().getName()).append(' '));
    return shape.toString();
  }
}
