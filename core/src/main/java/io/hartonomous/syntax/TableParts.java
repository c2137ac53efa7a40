package io.hartonomous.syntax;

import static io.hartonomous.syntax.Parts.keyword;
import static io.hartonomous.syntax.Parts.parts;

import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;

/// What tables and indexes are made of, one switch a family.
final class TableParts {
  private TableParts() {}

  static Parts of(TableElement node) {
    return switch (node) {
      case TableElement.Column n -> parts("Column", n.name(), n.type(), n.constraints());
      case TableElement.ComputedColumn n ->
          parts("ComputedColumn", n.name(), n.value(), n.persisted(), n.notNull(), n.constraints());
      case TableElement.Period n -> parts("Period", n.start(), n.end());
      case TableElement.Key n ->
          parts(
              "Key",
              n.name(),
              n.primary(),
              n.clustered(),
              n.hash(),
              n.columns(),
              n.options(),
              n.on(),
              n.fileStreamOn(),
              n.notEnforced());
      case TableElement.ForeignKey n -> parts("ForeignKey", n.name(), n.columns(), n.references());
      case TableElement.Check n -> parts("Check", n.name(), n.notForReplication(), n.condition());
      case TableElement.DefaultFor n ->
          parts("DefaultFor", n.name(), n.value(), n.column(), n.withValues());
      case TableElement.Connection n -> parts("Connection", n.name(), n.pairs(), n.onDelete());
      case TableElement.Index n ->
          parts(
              "Index",
              n.name(),
              n.unique(),
              n.clustered(),
              n.columnstore(),
              n.hash(),
              n.columns(),
              n.include(),
              n.where(),
              n.options(),
              n.on(),
              n.fileStreamOn());
      case TableElement.ColumnSet n -> parts("ColumnSet", n.name(), n.type(), n.constraints());
      case TableElement.References n ->
          parts(
              "References",
              n.table(),
              n.columns(),
              n.onDelete(),
              n.onUpdate(),
              n.notEnforced(),
              n.notForReplication());
      case TableElement.IndexColumn n -> parts("IndexColumn", n.name(), n.order());
    };
  }

  static Parts of(ColumnConstraint node) {
    return switch (node) {
      case ColumnConstraint.Nullability n -> parts("Nullability", n.name(), n.nullable());
      case ColumnConstraint.Default n -> parts("Default", n.name(), n.value(), n.withValues());
      case ColumnConstraint.Identity n ->
          parts("Identity", n.seed(), n.increment(), n.notForReplication());
      case ColumnConstraint.Collate n -> parts("Collate", n.collation());
      case ColumnConstraint.Key n ->
          parts(
              "Key",
              n.name(),
              n.primary(),
              n.clustered(),
              n.hash(),
              n.options(),
              n.on(),
              n.fileStreamOn(),
              n.notEnforced());
      case ColumnConstraint.ForeignKey n ->
          parts("ForeignKey", n.name(), n.foreignKey(), n.references());
      case ColumnConstraint.Check n ->
          parts("Check", n.name(), n.notForReplication(), n.condition());
      case ColumnConstraint.Index n -> parts("Index", n.index());
      case ColumnConstraint.GeneratedAlways n -> parts("GeneratedAlways", n.kind(), n.hidden());
      case ColumnConstraint.RowGuidCol _ -> parts("RowGuidCol");
      case ColumnConstraint.Sparse _ -> parts("Sparse");
      case ColumnConstraint.FileStream _ -> parts("FileStream");
      case ColumnConstraint.Hidden _ -> parts("Hidden");
      case ColumnConstraint.Masked n -> parts("Masked", n.function());
      case ColumnConstraint.Encrypted n -> parts("Encrypted", n.options());
    };
  }

  static Parts of(TableStatement node) {
    return switch (node) {
      case TableStatement.CreateTable n ->
          parts(
              "CreateTable",
              n.name(),
              n.elements(),
              n.commas(),
              n.graph(),
              n.on(),
              n.textImageOn(),
              n.fileStreamOn(),
              n.options());
      case TableStatement.CreateFileTable n ->
          parts(
              "CreateFileTable", n.name(), n.on(), n.textImageOn(), n.fileStreamOn(), n.options());
      case TableStatement.CreateTableAsSelect n ->
          parts("CreateTableAsSelect", n.name(), n.columns(), n.options(), n.query());
      case TableStatement.AlterTable n -> parts("AlterTable", n.name(), n.action());
      case TableStatement.AlterAction.Add n ->
          parts("AlterAction.Add", n.withCheck(), n.elements(), n.commas());
      case TableStatement.AlterAction.AlterColumn n ->
          parts(
              "AlterAction.AlterColumn",
              n.column(),
              n.type(),
              n.collation(),
              n.nullable(),
              n.options(),
              n.with());
      case TableStatement.AlterAction.AlterColumnProperty n ->
          parts("AlterAction.AlterColumnProperty", n.column(), n.add(), n.property(), n.with());
      case TableStatement.AlterAction.ChangeTracking n ->
          parts("AlterAction.ChangeTracking", n.enable(), n.option());
      case TableStatement.AlterAction.FileTableNamespace n ->
          parts("AlterAction.FileTableNamespace", n.enable());
      case TableStatement.AlterAction.Range n ->
          parts("AlterAction.Range", n.split(), n.boundary());
      case TableStatement.AlterAction.RebuildIndex n ->
          parts("AlterAction.RebuildIndex", n.index(), n.option());
      case TableStatement.AlterAction.Drop n -> parts("AlterAction.Drop", n.items());
      case TableStatement.AlterAction.Triggers n ->
          parts("AlterAction.Triggers", n.enable(), n.names());
      case TableStatement.AlterAction.CheckConstraints n ->
          parts("AlterAction.CheckConstraints", n.withCheck(), n.enable(), n.names());
      case TableStatement.AlterAction.Set n -> parts("AlterAction.Set", n.options());
      case TableStatement.AlterAction.Switch n ->
          parts("AlterAction.Switch", n.partition(), n.target(), n.targetPartition(), n.options());
      case TableStatement.AlterAction.Rebuild n ->
          parts("AlterAction.Rebuild", n.partition(), n.options());
      case TableStatement.DropItem n ->
          parts(
              "DropItem",
              n.kind(),
              keyword(n.kindWritten(), "+"),
              n.ifExists(),
              n.name(),
              n.options());
    };
  }

  static Parts of(IndexStatement node) {
    return switch (node) {
      case IndexStatement.CreateIndex n ->
          parts(
              "CreateIndex",
              n.unique(),
              n.clustered(),
              n.columnstore(),
              n.name(),
              n.table(),
              n.columns(),
              n.include(),
              n.order(),
              n.where(),
              n.options(),
              n.on(),
              n.fileStreamOn());
      case IndexStatement.AlterIndex n ->
          parts("AlterIndex", n.name(), n.table(), n.action(), n.partition(), n.options());
      case IndexStatement.DropIndex n -> parts("DropIndex", n.ifExists(), n.items());
      case IndexStatement.DropIndexItem n ->
          parts("DropIndexItem", n.name(), n.table(), keyword(n.dotted(), "."), n.options());
      case IndexStatement.CreateStatistics n ->
          parts("CreateStatistics", n.name(), n.table(), n.columns(), n.where(), n.options());
      case IndexStatement.UpdateStatistics n ->
          parts("UpdateStatistics", n.table(), n.names(), n.bare(), n.options());
      case IndexStatement.CreateSelectiveXmlIndex n ->
          parts(
              "CreateSelectiveXmlIndex",
              n.name(),
              n.table(),
              n.column(),
              n.namespaces(),
              n.paths(),
              n.options());
      case IndexStatement.AlterSelectiveXmlIndex n ->
          parts("AlterSelectiveXmlIndex", n.name(), n.table(), n.namespaces(), n.paths());
      case IndexStatement.XmlNamespace n -> parts("XmlNamespace", n.uri(), n.prefix());
      case IndexStatement.PromotedPath n ->
          parts(
              "PromotedPath",
              n.action(),
              n.name(),
              n.path(),
              n.xquery(),
              n.xqueryType(),
              n.maxLength(),
              n.sqlType(),
              n.singleton());
      case IndexStatement.CreateSpecialIndex n ->
          parts(
              "CreateSpecialIndex",
              n.kind(),
              n.name(),
              n.table(),
              n.columns(),
              n.using(),
              n.options(),
              n.on());
    };
  }
}
