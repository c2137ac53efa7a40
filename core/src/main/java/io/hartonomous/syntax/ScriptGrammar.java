package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files and batches.
final class ScriptGrammar {
  private ScriptGrammar() {}

  static Script script(Parser p) {
    List<Batch> batches = new ArrayList<>();
    while (!p.at(TokenKind.EOF)) {
      batches.add(batch(p));
    }
    return new Script(batches, 0, p.pos);
  }

  /// Statements up to a `GO` line or the end of the file. `GO n` is read where sqlcmd lines are.
  private static Batch batch(Parser p) {
    int from = p.pos;
    p.batchHasError = false;
    p.quotedIdentifier =
        p.options.quotedIdentifier(); // SET QUOTED_IDENTIFIER reaches to the end of its batch
    List<Statement> statements = new ArrayList<>();
    Semicolons semicolons = StatementGrammar.statements(p, statements, true, false);
    Optional<Batch.Go> go = p.optional(p.accept(TokenKind.GO), ScriptGrammar::go);
    return new Batch(statements, semicolons, go, from, p.pos);
  }

  /// What follows GO.
  private static Batch.Go go(Parser p) {
    if (p.options.sqlcmd() && p.at(TokenKind.INTEGER) && !p.atLineStart()) {
      return new Batch.Go(Optional.of(count(p.tokens.text(p.pos++))));
    }
    return new Batch.Go(Optional.empty());
  }

  /// A count too large for sqlcmd is the largest that it takes.
  private static int count(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
