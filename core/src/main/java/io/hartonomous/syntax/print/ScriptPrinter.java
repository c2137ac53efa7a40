package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Script;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;

/// Files, batches and lists of statements.
final class ScriptPrinter {
  private ScriptPrinter() {}

  static void print(Output out, Script script) {
    for (int i = 0; i < script.batches().size(); i++) {
      Batch batch = script.batches().get(i);
      out.line().node(batch);
      if (i < script.batches().size() - 1 || batch.statements().isEmpty()) {
        out.line().word(batch.repeat() == 1 ? "GO" : "GO " + batch.repeat());
      }
    }
  }

  static void print(Output out, Batch batch) {
    statements(out, batch.statements());
  }

  /// One statement a line, each with its semicolon.
  static void statements(Output out, List<Statement> statements) {
    for (Statement statement : statements) {
      out.line().node(statement);
      if (!(statement instanceof Statement.SqlcmdCommand)) {
        out.sign(";");
      }
    }
  }
}
