package io.hartonomous.engine.session;

import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.TemplateScript;
import java.sql.SQLException;

/// The T-SQL side of the engine, as the server needs it. A daemon makes one by its public
/// constructor without arguments.
public interface EngineSessions {

  /// What every new database holds from the start.
  TemplateScript template();

  /// Opens the sessions over a started cluster.
  SessionFactory open(PostgresCluster cluster) throws SQLException;
}
