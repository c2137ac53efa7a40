package io.hartonomous.syntax.print;

import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.Semicolons;
import io.hartonomous.syntax.ast.Statement;
import java.util.List;

/// Statements that control the flow, declare, set and report; calls are in [ExecutePrinter].
final class ProceduralPrinter {
  private ProceduralPrinter() {}

  static void print(Output out, ProceduralStatement statement) {
    switch (statement) {
      case ProceduralStatement.DeclareVariables n -> out.word("DECLARE").list(n.variables());
      case ProceduralStatement.VariableDeclaration n ->
          out.node(n.variable())
              .flag(n.as(), "AS")
              .node(n.type())
              .choice(n.nullable(), "NULL", "NOT NULL")
              .optional("=", n.value());
      case ProceduralStatement.DeclareTable n ->
          out.word("DECLARE").node(n.variable()).flag(n.as(), "AS").node(n.definition());
      case ProceduralStatement.SetVariable n ->
          out.word("SET").node(n.variable()).word(n.operator().sql()).node(n.value());
      case ProceduralStatement.SetMethod n -> {
        member(out, n.variable(), n.ofType(), n.method());
        out.arguments(n.arguments());
      }
      case ProceduralStatement.SetProperty n -> {
        member(out, n.variable(), n.ofType(), n.property());
        out.word(n.operator().sql()).node(n.value());
      }
      case ProceduralStatement.SetOnOff n ->
          out.word("SET").list(n.options()).word(n.on() ? "ON" : "OFF");
      case ProceduralStatement.SetValue n -> out.word("SET").list(n.settings());
      case ProceduralStatement.Setting n -> out.node(n.option()).node(n.value());
      case ProceduralStatement.SetIdentityInsert n ->
          out.word("SET IDENTITY_INSERT").node(n.table()).word(n.on() ? "ON" : "OFF");
      case ProceduralStatement.SetIsolationLevel n ->
          out.word("SET TRANSACTION ISOLATION LEVEL").word(n.level().sql());
      case ProceduralStatement.SetStatistics n ->
          out.word("SET STATISTICS").list(n.kinds()).word(n.on() ? "ON" : "OFF");
      case ProceduralStatement.If n -> ifStatement(out, n);
      case ProceduralStatement.While n -> out.word("WHILE").node(n.condition()).governed(n.body());
      case ProceduralStatement.Block n -> {
        out.word("BEGIN");
        block(out, n.statements(), n.semicolons());
        out.word("END");
      }
      case ProceduralStatement.AtomicBlock n -> {
        out.word("BEGIN ATOMIC WITH").parenthesised(n.options());
        block(out, n.statements(), n.semicolons());
        out.word("END");
      }
      case ProceduralStatement.TryCatch n -> {
        out.word("BEGIN TRY");
        block(out, n.tryStatements(), n.trySemicolons());
        out.word("END TRY");
        out.line().word("BEGIN CATCH");
        block(out, n.catchStatements(), n.catchSemicolons());
        out.word("END CATCH");
      }
      case ProceduralStatement.SetOffsets n ->
          out.word("SET OFFSETS").list(n.kinds()).word(n.on() ? "ON" : "OFF");
      case ProceduralStatement.Return n -> out.word("RETURN").optional(n.value());
      case ProceduralStatement.Break _ -> out.word("BREAK");
      case ProceduralStatement.Continue _ -> out.word("CONTINUE");
      case ProceduralStatement.Goto n -> out.word("GOTO").node(n.label());
      case ProceduralStatement.Label n -> out.node(n.name()).sign(":");
      case ProceduralStatement.Print n -> out.word("PRINT").node(n.value());
      case ProceduralStatement.Raiserror n ->
          out.word("RAISERROR").parenthesised(n.arguments()).list("WITH", n.options());
      case ProceduralStatement.Throw n -> out.word("THROW").list(n.arguments());
      case ProceduralStatement.WaitFor n ->
          out.word("WAITFOR").word(n.delay() ? "DELAY" : "TIME").node(n.time());
      case ProceduralStatement.Use n -> out.word("USE").node(n.database());
      case ProceduralStatement.Checkpoint n -> out.word("CHECKPOINT").optional(n.duration());
      case ProceduralStatement.Execute _,
          ProceduralStatement.ExecuteTarget _,
          ProceduralStatement.ExecuteArgument _,
          ProceduralStatement.ExecuteContext _,
          ProceduralStatement.ExecuteOption _,
          ProceduralStatement.ResultSet _,
          ProceduralStatement.ResultColumn _,
          ProceduralStatement.Revert _,
          ProceduralStatement.ExecuteAs _ ->
          ExecutePrinter.print(out, statement);
    }
  }

  private static void member(
      Output out, Expression.Variable variable, boolean ofType, Identifier member) {
    out.word("SET").node(variable).sign(ofType ? "::" : ".").glue().node(member);
  }

  private static void ifStatement(Output out, ProceduralStatement.If statement) {
    out.word("IF").node(statement.condition()).governed(statement.then());
    ScriptPrinter.semicolons(out, statement.semicolons());
    if (statement.otherwise().isPresent()) {
      out.line().word("ELSE");
      Statement otherwise = statement.otherwise().get();
      if (otherwise instanceof ProceduralStatement.If) {
        out.node(otherwise); // ELSE IF is a chain, not a staircase
      } else {
        out.governed(otherwise);
      }
    }
  }

  private static void block(Output out, List<Statement> statements, Semicolons semicolons) {
    out.indent();
    ScriptPrinter.statements(out, statements, semicolons);
    out.outdent().line();
  }
}
