package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;

/// Files, batches and lists of statements.
final class ScriptPrinter {
  private ScriptPrinter() {}

  static void print(Output out, Script script) {
    script.batches().forEach(batch -> out.line().node(batch));
  }

  static void print(Output out, Batch batch) {
    statements(out, batch.statements(), batch.semicolons());
    batch.go().ifPresent(go -> out.line().word(go.toString()));
  }

  /// One statement a line, the semicolons behind.
  static void statements(Output out, List<Statement> statements, Semicolons semicolons) {
    out.line();
    semicolons(out, semicolons.before(0));
    for (int i = 0; i < statements.size(); i++) {
      out.line().node(statements.get(i));
      if (statements.get(i) instanceof Statement.SqlcmdCommand) {
        out.line();
      }
      semicolons(out, semicolons.before(i + 1));
    }
  }

  static void semicolons(Output out, int count) {
    for (int i = 0; i < count; i++) {
      out.sign(";");
    }
  }
}
