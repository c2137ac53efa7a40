package io.hartonomous.engine.interpret;

import io.hartonomous.bind.ModelContext;
import io.hartonomous.engine.catalog.EngineCatalog;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.syntax.ast.IndexStatement;
import io.hartonomous.syntax.ast.MultiPartName;
import io.hartonomous.syntax.ast.ObjectStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.ast.TableStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Statements of data definition as the interpreter meets them: those about temporary tables stay
/// in the session, the others go to [Ddl].
final class Definitions {
  private final Session session;
  private final TableVariables tables;

  Definitions(Session session) {
    this.session = session;
    this.tables = new TableVariables(session);
  }

  TableVariables tables() {
    return tables;
  }

  ModelContext context(Frame frame) {
    return new ModelContext(
        frame.program.parsed(),
        session.catalogView(EngineCatalog.Lookups.NONE),
        session.settings().ansiNulls,
        session.settings().quotedIdentifier);
  }

  private static boolean isTemporary(MultiPartName name) {
    return name.object().value().startsWith("#");
  }

  void define(Frame frame, Statement statement) throws SQLException {
    Ddl ddl = new Ddl(session);
    switch (statement) {
      case TableStatement.CreateTable s when isTemporary(s.name()) -> {
        requireLocal(s.name());
        session.temporaries().add(ddl.temporary(s, context(frame)));
      }
      case TableStatement.AlterTable s when isTemporary(s.name()) ->
          throw SqlError.unsupported("ALTER TABLE of a temporary table");
      case IndexStatement.CreateIndex s when isTemporary(s.table()) -> {
        TemporaryTable table = session.temporaries().find(frame, s.table().object().value());
        if (table == null) {
          throw SqlError.of(1088, s.table().object().value());
        }
        tables.index(table, s, context(frame));
      }
      case ObjectStatement.Drop s
          when s.kind().equals("TABLE")
              && s.names().stream().anyMatch(Definitions::isTemporary) -> {
        List<MultiPartName> others = new ArrayList<>();
        for (MultiPartName name : s.names()) {
          if (!isTemporary(name)) {
            others.add(name);
            continue;
          }
          TemporaryTable table = session.temporaries().find(frame, name.object().value());
          if (table != null) {
            session.temporaries().remove(table);
          } else if (!s.ifExists()) {
            throw SqlError.of(3701, "table", name.object().value());
          }
        }
        if (!others.isEmpty()) {
          ddl.define(
              new ObjectStatement.Drop(
                  s.kind(), s.ifExists(), others, s.scope(), s.option(), s.from(), s.to()),
              context(frame));
        }
      }
      default -> ddl.define(statement, context(frame));
    }
    session.rowCount = 0;
  }

  private static void requireLocal(MultiPartName name) {
    if (name.object().value().startsWith("##")) {
      throw SqlError.unsupported("global temporary tables");
    }
  }
}
