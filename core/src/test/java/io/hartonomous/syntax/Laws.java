package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.syntax.print.SyntaxPrinter;
import io.hartonomous.text.SourceFile;

/// What holds for every valid text, whoever wrote it: the golden cases, the generator.
final class Laws {
  private Laws() {}

  static ParseResult parse(String source) {
    return Parser.parse(new SourceFile("case.sql", source), ParseOptions.DEFAULT);
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
}
