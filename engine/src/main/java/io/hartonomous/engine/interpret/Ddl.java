package io.hartonomous.engine.interpret;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import io.hartonomous.syntax.ast.ColumnConstraint;
import io.hartonomous.syntax.ast.DatabaseStatement;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.SecurityStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableElement;
import io.hartonomous.syntax.ast.TableStatement;
import java.sql.SQLException;
import java.util.List;

/// Runs a statement of data definition, all or nothing.
public final class Ddl {
  private final Session session;

  public Ddl(Session session) {
    this.session = session;
  }

  public void define(Statement statement, ModelContext context) throws SQLException {
    if (statement instanceof DatabaseStatement s) {
      new DatabaseDdl(session).define(s);
      return;
    }
    session
        .transactions()
        .atomic(() -> {
          run(statement, context);
          return null;
        });
  }

  private void run(Statement statement, ModelContext context) throws SQLException {
    TableDdl tables = new TableDdl(session);
    switch (statement) {
      case TableStatement.CreateTable s -> {
        refuseAuthors(s.elements());
        Table table = (Table) SchemaObjects.from(s, context).getFirst();
        tables.create(table);
      }
      case TableStatement.CreateFileTable _ -> throw SqlError.unsupported("AS FILETABLE");
      case TableStatement.CreateTableAsSelect _ ->
          throw SqlError.unsupported("CREATE TABLE ... AS SELECT");
      case TableStatement.AlterTable s -> {
        if (s.action() instanceof TableStatement.AlterAction.Add add) {
          refuseAuthors(add.elements());
        }
        new AlterTableDdl(tables).alter(s, context);
      }
      case IndexStatement.CreateIndex s when !s.order().isEmpty() ->
          throw SqlError.unsupported("ORDER of a columnstore index");
      case IndexStatement.CreateIndex s -> new IndexDdl(tables).create(s, context);
      case IndexStatement.DropIndex s -> new IndexDdl(tables).drop(s);
      case IndexStatement.AlterIndex s -> new IndexDdl(tables).alter(s);
      case IndexStatement.UpdateStatistics _ -> {}
      case IndexStatement.CreateStatistics _ -> throw SqlError.unsupported("CREATE STATISTICS");
      case IndexStatement.CreateSpecialIndex s ->
          throw SqlError.unsupported("CREATE " + s.kind() + " INDEX");
      case ModuleStatement s -> new ModuleDdl(session).define(s, context);
      case ObjectStatement.Drop s -> new DropDdl(session).drop(s);
      case ObjectStatement.CreateSchema s -> {
        new PlainDdl(session)
            .define(
                new ObjectStatement.CreateSchema(
                    s.name(), s.owner(), java.util.List.of(), s.from(), s.to()),
                context);
        for (Statement element : s.elements()) {
          throw SqlError.unsupported(
              "statements inside CREATE SCHEMA: " + element.getClass().getSimpleName());
        }
      }
      case ObjectStatement s -> new PlainDdl(session).define(s, context);
      case SecurityStatement s -> new SecurityDdl(session).define(s, context);
      default ->
          throw SqlError.unsupported("the statement " + statement.getClass().getSimpleName());
    }
  }

  /// The model holds no columns that tell who changed a row.
  private static void refuseAuthors(List<TableElement> elements) {
    for (TableElement element : elements) {
      if (element instanceof TableElement.Column column) {
        for (ColumnConstraint constraint : column.constraints()) {
          if (constraint instanceof ColumnConstraint.GeneratedAlways g
              && g.kind().sql().startsWith("SUSER")) {
            throw SqlError.unsupported("GENERATED ALWAYS AS " + g.kind().sql());
          }
        }
      }
    }
  }

  /// The table that a temporary table's definition describes.
  public Table temporary(TableStatement.CreateTable s, ModelContext context) {
    refuseAuthors(s.elements());
    Table table = (Table) SchemaObjects.from(s, context).getFirst();
    TableDdl tables = new TableDdl(session);
    Table named = table.withName(new ObjectName("", s.name().object().value()));
    tables.check(named);
    return tables.typed(named);
  }

  /// The table after an ALTER TABLE of a temporary one, and the statements that make it so.
  public Table typed(Table table) {
    return new TableDdl(session).typed(table);
  }
}
