package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.CursorStatement;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.TransactionStatement;
import java.util.Optional;

/// What procedural statements, transactions and cursors are made of, one switch a family.
final class ProceduralParts {
  private ProceduralParts() {}

  static Parts of(ProceduralStatement node) {
    return switch (node) {
      case ProceduralStatement.DeclareVariables n -> parts("DeclareVariables", n.variables());
      case ProceduralStatement.VariableDeclaration n ->
          parts(
              "VariableDeclaration",
              n.variable(),
              keyword(n.as(), "AS"),
              n.type(),
              n.nullable(),
              n.value());
      case ProceduralStatement.DeclareTable n ->
          parts("DeclareTable", n.variable(), keyword(n.as(), "AS"), n.definition());
      case ProceduralStatement.SetVariable n ->
          parts("SetVariable", n.variable(), n.operator(), n.value());
      case ProceduralStatement.SetMethod n ->
          parts("SetMethod", n.variable(), n.ofType(), n.method(), n.arguments());
      case ProceduralStatement.SetProperty n ->
          parts("SetProperty", n.variable(), n.ofType(), n.property(), n.operator(), n.value());
      case ProceduralStatement.SetOnOff n -> parts("SetOnOff", n.options(), n.on());
      case ProceduralStatement.SetValue n -> parts("SetValue", n.settings());
      case ProceduralStatement.Setting n -> parts("Setting", n.option(), n.value());
      case ProceduralStatement.SetIdentityInsert n -> parts("SetIdentityInsert", n.table(), n.on());
      case ProceduralStatement.SetIsolationLevel n -> parts("SetIsolationLevel", n.level());
      case ProceduralStatement.SetStatistics n -> parts("SetStatistics", n.kinds(), n.on());
      case ProceduralStatement.If n ->
          parts("If", n.condition(), n.then(), semicolons(n.semicolons()), n.otherwise());
      case ProceduralStatement.While n -> parts("While", n.condition(), n.body());
      case ProceduralStatement.Block n -> parts("Block", n.statements(), n.semicolons());
      case ProceduralStatement.AtomicBlock n ->
          parts("AtomicBlock", n.options(), n.statements(), n.semicolons());
      case ProceduralStatement.TryCatch n ->
          parts(
              "TryCatch",
              n.tryStatements(),
              n.trySemicolons(),
              n.catchStatements(),
              n.catchSemicolons());
      case ProceduralStatement.Return n -> parts("Return", n.value());
      case ProceduralStatement.Break _ -> parts("Break");
      case ProceduralStatement.Continue _ -> parts("Continue");
      case ProceduralStatement.Goto n -> parts("Goto", n.label());
      case ProceduralStatement.Label n -> parts("Label", n.name());
      case ProceduralStatement.Print n -> parts("Print", n.value());
      case ProceduralStatement.Raiserror n -> parts("Raiserror", n.arguments(), n.options());
      case ProceduralStatement.Throw n -> parts("Throw", n.arguments());
      case ProceduralStatement.WaitFor n -> parts("WaitFor", n.delay(), n.time());
      case ProceduralStatement.Execute n ->
          parts("Execute", n.keyword(), n.status(), n.target(), n.arguments(), n.options());
      case ProceduralStatement.ExecuteTarget.Procedure n ->
          parts("ExecuteTarget.Procedure", n.name(), n.number());
      case ProceduralStatement.ExecuteTarget.Remote n ->
          parts("ExecuteTarget.Remote", n.source(), n.number());
      case ProceduralStatement.ExecuteTarget.ProcedureVariable n ->
          parts("ExecuteTarget.ProcedureVariable", n.variable());
      case ProceduralStatement.ExecuteTarget.Text n ->
          parts("ExecuteTarget.Text", n.texts(), n.arguments(), n.context(), n.linkedServer());
      case ProceduralStatement.ExecuteArgument n ->
          parts("ExecuteArgument", n.name(), n.value(), n.output());
      case ProceduralStatement.ExecuteContext n -> parts("ExecuteContext", n.kind(), n.name());
      case ProceduralStatement.ExecuteAs n ->
          parts("ExecuteAs", n.context(), n.noRevert(), n.cookie());
      case ProceduralStatement.Revert n -> parts("Revert", n.cookie());
      case ProceduralStatement.SetOffsets n -> parts("SetOffsets", n.kinds(), n.on());
      case ProceduralStatement.ExecuteOption.Recompile _ -> parts("Recompile");
      case ProceduralStatement.ExecuteOption.NoResultSets n -> parts("NoResultSets", n.none());
      case ProceduralStatement.ExecuteOption.ResultSets n -> parts("ResultSets", n.definitions());
      case ProceduralStatement.ResultSet.Columns n -> parts("ResultSet.Columns", n.columns());
      case ProceduralStatement.ResultSet.Like n -> parts("ResultSet.Like", n.type(), n.name());
      case ProceduralStatement.ResultSet.Xml _ -> parts("ResultSet.Xml");
      case ProceduralStatement.ResultColumn n ->
          parts("ResultColumn", n.name(), n.type(), n.collation(), n.nullable());
      case ProceduralStatement.Use n -> parts("Use", n.database());
      case ProceduralStatement.Checkpoint n -> parts("Checkpoint", n.duration());
    };
  }

  private static Optional<Integer> semicolons(int count) {
    return count == 0 ? Optional.empty() : Optional.of(count);
  }

  static Parts of(TransactionStatement node) {
    return switch (node) {
      case TransactionStatement.Begin n ->
          parts("Begin", n.distributed(), n.name(), n.marked(), n.mark());
      case TransactionStatement.Commit n ->
          parts("Commit", n.word(), n.name(), n.delayedDurability());
      case TransactionStatement.Rollback n -> parts("Rollback", n.word(), n.name());
      case TransactionStatement.Save n -> parts("Save", n.name());
    };
  }

  static Parts of(CursorStatement node) {
    return switch (node) {
      case CursorStatement.Declare n ->
          parts(
              "Declare",
              n.name(),
              n.before(),
              n.after(),
              n.with(),
              n.query(),
              n.forReadOnly(),
              n.forUpdate(),
              n.updateColumns());
      case CursorStatement.SetCursor n ->
          parts("SetCursor", n.variable(), n.options(), n.with(), n.query());
      case CursorStatement.Open n -> parts("Open", n.global(), n.name());
      case CursorStatement.Fetch n ->
          parts(
              "Fetch",
              n.orientation(),
              n.offset(),
              keyword(n.fromKeyword(), "FROM"),
              n.global(),
              n.name(),
              n.into());
      case CursorStatement.Close n -> parts("Close", n.global(), n.name());
      case CursorStatement.Deallocate n -> parts("Deallocate", n.global(), n.name());
    };
  }
}
