package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.model.Column;
import io.hartonomous.model.ObjectName;

/// A change in one line.
public final class Describe {
  private Describe() {}

  public static String change(Change change) {
    return switch (change) {
      case Change.CreateObject c -> "+ " + Titles.object(c.after());
      case Change.DropObject c -> "- " + Titles.object(c.before());
      case Change.ReplaceObject c -> "± " + Titles.object(c.after()) + ": dropped and made again";
      case Change.RenameObject c -> "~ " + c.from() + ": renamed to " + c.to().name().quoted();
      case Change.RenameColumn c ->
          "~ column " + part(c.table(), c.from()) + ": renamed to " + Sql.name(c.to());
      case Change.RenameConstraint c ->
          "~ "
              + (c.index() ? "index " : "constraint ")
              + Sql.name(c.from())
              + " on "
              + c.table().quoted()
              + ": renamed to "
              + Sql.name(c.to());
      case Change.AddColumn c ->
          "+ column " + part(c.table(), c.column().name()) + " " + shape(c.column());
      case Change.DropColumn c -> "- column " + part(c.table(), c.column().name());
      case Change.AlterColumn c ->
          "~ column "
              + part(c.table(), c.after().name())
              + ": "
              + shape(c.before())
              + " -> "
              + shape(c.after());
      case Change.RecreateColumn c ->
          "± column "
              + part(c.table(), c.after().name())
              + ": "
              + shape(c.before())
              + " -> "
              + shape(c.after());
      case Change.AddDefault c ->
          "+ default of " + part(c.table(), c.column()) + ": " + c.after().value();
      case Change.DropDefault c ->
          "- default of " + part(c.table(), c.column()) + ": " + c.before().value();
      case Change.AddConstraint c -> "+ " + Titles.constraint(c.table(), c.constraint());
      case Change.DropConstraint c -> "- " + Titles.constraint(c.table(), c.constraint());
      case Change.AlterConstraintState c ->
          "~ " + Titles.constraint(c.table(), c.after()) + ": enabled or trusted";
      case Change.AlterTableOptions c -> "~ options of " + c.object();
      case Change.RebuildTable c -> "± " + c.object() + ": rebuilt, its rows move";
      case Change.CreateIndex c -> "+ index " + Titles.index(c.owner().name(), c.index());
      case Change.DropIndex c -> "- index " + Titles.index(c.owner().name(), c.index());
      case Change.AlterModule c -> "~ " + c.object();
      case Change.AlterTriggerState c ->
          "~ " + c.object() + ": " + (ObjectSteps.disabled(c.after()) ? "disabled" : "enabled");
      case Change.AlterSequence c -> "~ " + c.object();
      case Change.AlterSchema c -> "~ " + c.object() + ": owner " + c.after().owner();
      case Change.AlterRole c -> "~ " + c.object() + ": owner " + c.after().owner();
      case Change.AlterUser c -> "~ " + c.object();
      case Change.AlterExtendedProperty c -> "~ " + Titles.object(c.after());
      case Change.AlterDatabaseOptions _ -> "~ database options";
    };
  }

  private static String part(ObjectName table, String name) {
    return table.quoted() + "." + Sql.name(name);
  }

  private static String shape(Column column) {
    String sql = TableSql.column(column);
    return sql.substring(Sql.name(column.name()).length() + 1);
  }
}
