package io.hartonomous.bench;

import io.hartonomous.syntax.Nodes;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.SourceFile;
import java.util.HashSet;
import java.util.Set;

/// What a corpus is made of.
///
/// @param shapes how many different sequences of node types the statements have
/// @param trivia the share of comments and blanks, 0 to 1
/// @param errors findings of the parser; a corpus to measure with has none
record CorpusFigures(
    int files,
    long characters,
    long tokens,
    long statements,
    int shapes,
    double trivia,
    int errors) {

  static CorpusFigures of(Corpus corpus) {
    Set<Integer> shapes = new HashSet<>();
    long tokens = 0;
    long tokenCharacters = 0;
    long statements = 0;
    int errors = 0;
    for (Corpus.Text file : corpus.files()) {
      ParseResult result =
          Parser.parse(new SourceFile(file.path(), file.text()), ParseOptions.DEFAULT);
      errors += result.diagnostics().size();
      tokens += result.tokens().size() - 1;
      for (int i = 0; i < result.tokens().size(); i++) {
        tokenCharacters += result.tokens().end(i) - result.tokens().start(i);
      }
      for (Batch batch : result.script().batches()) {
        for (Statement statement : batch.statements()) {
          statements++;
          int[] shape = {1};
          Nodes.walk(
              statement, node -> shape[0] = shape[0] * 31 + node.getClass().getName().hashCode());
          shapes.add(shape[0]);
        }
      }
    }
    return new CorpusFigures(
        corpus.files().size(),
        corpus.characters(),
        tokens,
        statements,
        shapes.size(),
        1 - (double) tokenCharacters / corpus.characters(),
        errors);
  }
}
