package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.text.SourceFile;
import io.hartonomous.text.Span;
import java.util.List;

/// What parsing a file gave: always a tree, and the findings.
public record ParseResult(
    SourceFile source, Tokens tokens, Script script, List<Diagnostic> diagnostics) {
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }

  public Span span(Node node) {
    return tokens.span(node.from(), node.to());
  }

  public Location location(Node node) {
    return Location.of(source, span(node));
  }

  /// The location of one token.
  public Location location(int token) {
    return Location.of(source, tokens.span(token));
  }

  /// A node's text as it stands in the file, without the trivia before it and after it.
  public String text(Node node) {
    return tokens.text(node.from(), node.to());
  }

  /// The text of tokens `from` to `to` (excluded) with the trivia before the first.
  public String textWithTrivia(int from, int to) {
    return from >= to ? "" : tokens.trivia(from) + tokens.text(from, to);
  }
}
