package io.hartonomous.syntax;

import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.syntax.ast.Statement;
import java.util.ArrayList;
import java.util.List;

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
    StatementGrammar.statements(p, statements, true, false);
    int repeat = 1;
    if (p.accept(TokenKind.GO)
        && p.options.sqlcmd()
        && p.at(TokenKind.INTEGER)
        && !p.atLineStart()) {
      repeat = count(p.text());
      p.pos++;
    }
    return new Batch(statements, repeat, from, p.pos);
  }

  /// A count too large for sqlcmd is the largest that it takes.
  private static int count(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
