package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogStore;
import io.hartonomous.engine.catalog.SystemObjects;
import io.hartonomous.engine.catalog.SystemViews;
import io.hartonomous.engine.pg.LibraryScript;
import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.TemplateScript;
import io.hartonomous.engine.session.EngineSessions;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.engine.session.SessionFactory;
import io.hartonomous.engine.session.SqlSession;
import io.hartonomous.engine.translate.HnLibrary;
import io.hartonomous.engine.translate.PgNames;
import io.hartonomous.engine.translate.PgTypes;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Collation;
import io.hartonomous.model.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// T-SQL over PostgreSQL.
public final class TsqlSessions implements EngineSessions {

  @Override
  public TemplateScript template() {
    return new TemplateScript() {
      @Override
      public String version() {
        return CatalogStore.FORMAT + "\n" + whole();
      }

      @Override
      public String layout() {
        return CatalogStore.FORMAT + "\n" + LibraryScript.of(whole()).layout();
      }

      @Override
      public void upgrade(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
          statement.setEscapeProcessing(false);
          for (String sql : LibraryScript.of(whole()).replacements()) {
            statement.execute(sql);
          }
        }
        database.commit();
      }

      @Override
      public void run(Connection template) throws SQLException {
        HnLibrary.install(template);
        try (Statement statement = template.createStatement()) {
          statement.setEscapeProcessing(false);
          statement.execute(CatalogStore.script());
          statement.execute(views());
        }
      }
    };
  }

  private static String whole() {
    return HnLibrary.script() + "\n" + CatalogStore.script() + "\n" + views();
  }

  private static String views() {
    PgNames names = new PgNames(Collation.DEFAULT);
    SystemObjects system = new SystemObjects();
    return "CREATE SCHEMA sys; CREATE SCHEMA information_schema_sql; CREATE SCHEMA dbo; CREATE"
        + " SCHEMA guest;\n"
        + SystemViews.ddl(system::relation, TsqlSessions::viewType, names::object)
        + CatalogStore.functions();
  }

  private static String viewType(SqlType type) {
    return type.base() == SqlType.Base.UNKNOWN ? "hn.str" : PgTypes.cast(type, Collation.DEFAULT);
  }

  @Override
  public SessionFactory open(PostgresCluster cluster) throws SQLException {
    Server server = new Server(cluster);
    server.start();
    return new SessionFactory() {
      @Override
      public boolean authenticate(String user, char[] password) {
        // The administrator's password is the engine's; there are no other logins yet.
        return false;
      }

      @Override
      public SqlSession open(LoginRequest request) throws LoginException {
        try {
          return EngineSession.open(server, request);
        } catch (SqlError e) {
          throw new LoginException(
              new ServerMessage(
                  e.number() == 911 ? 4060 : e.number(), e.state(), 11, e.text(), "", 1));
        } catch (SQLException e) {
          throw new LoginException(
              new ServerMessage(
                  49903,
                  1,
                  20,
                  "The embedded PostgreSQL cannot be reached: " + e.getMessage(),
                  "",
                  1));
        }
      }
    };
  }
}
