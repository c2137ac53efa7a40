package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.DmlPart;
import io.hartonomous.syntax.ast.DmlStatement;

/// What data changes are made of, one switch a family.
final class DmlParts {
  private DmlParts() {}

  static Parts of(DmlPart node) {
    return switch (node) {
      case DmlPart.Output n -> parts("Output", n.elements(), n.into(), n.intoColumns());
      case DmlPart.RowValue n -> parts("RowValue", n.values());
      case DmlPart.InsertSource.Values n -> parts("InsertSource.Values", n.rows());
      case DmlPart.InsertSource.Query n -> parts("InsertSource.Query", n.query());
      case DmlPart.InsertSource.Execute n -> parts("InsertSource.Execute", n.execute());
      case DmlPart.InsertSource.DefaultValues _ -> parts("InsertSource.DefaultValues");
      case DmlPart.SetClause.Column n ->
          parts("SetClause.Column", n.variable(), n.column(), n.operator(), n.value());
      case DmlPart.SetClause.Variable n ->
          parts("SetClause.Variable", n.variable(), n.operator(), n.value());
      case DmlPart.SetClause.Method n ->
          parts("SetClause.Method", n.column(), n.method(), n.arguments());
      case DmlPart.MergeWhen n -> parts("MergeWhen", n.match(), n.condition(), n.action());
      case DmlPart.MergeAction.Update n -> parts("MergeAction.Update", n.assignments());
      case DmlPart.MergeAction.Delete _ -> parts("MergeAction.Delete");
      case DmlPart.MergeAction.Insert n -> parts("MergeAction.Insert", n.columns(), n.values());
    };
  }

  static Parts of(DmlStatement node) {
    return switch (node) {
      case DmlStatement.Select n -> parts("Select", n.with(), n.query(), n.options());
      case DmlStatement.Insert n ->
          parts(
              "Insert",
              n.with(),
              n.top(),
              n.into(),
              n.target(),
              n.columnNames(),
              n.output(),
              n.source(),
              n.options());
      case DmlStatement.Update n ->
          parts(
              "Update",
              n.with(),
              n.top(),
              n.target(),
              n.assignments(),
              n.output(),
              n.fromClause(),
              n.where(),
              n.options());
      case DmlStatement.Delete n ->
          parts(
              "Delete",
              n.with(),
              n.top(),
              keyword(n.fromKeyword(), "FROM"),
              n.target(),
              n.output(),
              n.fromClause(),
              n.where(),
              n.options());
      case DmlStatement.Merge n ->
          parts(
              "Merge",
              n.with(),
              n.top(),
              keyword(n.into(), "INTO"),
              n.target(),
              n.source(),
              n.on(),
              n.clauses(),
              n.output(),
              n.options());
      case DmlStatement.Truncate n -> parts("Truncate", n.table(), n.partitions());
    };
  }
}
