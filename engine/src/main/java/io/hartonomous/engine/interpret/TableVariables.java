package io.hartonomous.engine.interpret;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.bind.SchemaObjects;
import io.hartonomous.bind.TableAlteration;
import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableType;
import io.hartonomous.syntax.ast.Identifier;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ProceduralStatement;
import io.hartonomous.syntax.ast.TableStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Table variables, table-valued parameters and indexes of temporary tables.
final class TableVariables {
  private final Session session;

  TableVariables(Session session) {
    this.session = session;
  }

  /// `DECLARE @t TABLE (...)`: its definition is read as that of a temporary table.
  TemporaryTable variable(Frame frame, ProceduralStatement.DeclareTable d) {
    Identifier name =
        new Identifier(d.variable().name(), Identifier.Quote.BRACKET, d.from(), d.to());
    TableStatement.CreateTable create =
        new TableStatement.CreateTable(
            new MultiPartName(List.of(name), d.from(), d.to()),
            d.definition().elements(),
            d.definition().commas(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            d.from(),
            d.to());
    ModelContext context =
        new ModelContext(
            frame.program.parsed(),
            session.catalogView(EngineCatalog.Lookups.NONE),
            session.settings().ansiNulls,
            session.settings().quotedIdentifier);
    Table table = (Table) SchemaObjects.from(create, context).getFirst();
    return session
        .temporaries()
        .prepare(typed(table.withName(new ObjectName("", d.variable().name()))), true, false);
  }

  private Table typed(Table table) {
    return new Ddl(session).typed(table);
  }

  /// `DECLARE @t dbo.Type`, or a parameter of that type.
  TemporaryTable ofType(String name, SqlType type, boolean readOnly) {
    ObjectName typeName = type.userType().orElseThrow();
    CatalogEntry entry =
        session
            .catalog()
            .state()
            .find(ObjectKind.TABLE_TYPE, typeName)
            .orElseThrow(() -> SqlError.of(2715, name, typeName.name()));
    TableType t = (TableType) entry.object();
    // Constraints of a type have names in the catalog; in PostgreSQL they need none.
    List<io.hartonomous.model.TableConstraint> constraints = t.constraints();
    return session
        .temporaries()
        .prepare(
            new Table(
                new ObjectName("", name),
                t.columns(),
                constraints,
                t.indexes(),
                Table.TableOptions.DEFAULT),
            true,
            readOnly);
  }

  void index(TemporaryTable table, IndexStatement.CreateIndex s, ModelContext context)
      throws SQLException {
    Table changed = TableAlteration.withIndex(table.table(), s, context);
    session
        .pg()
        .execute(
            new TableDdl(session)
                .createTemporaryIndex(
                    table.table(), TableAlteration.index(s, context), table.pgName));
    table.table(changed);
  }
}
