package io.hartonomous.engine.interpret;

import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineServer;
import io.hartonomous.engine.EngineState;
import io.hartonomous.engine.pg.PostgresCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A whole engine for tests: in this process, over a folder of its own.
public final class EngineFixture implements AutoCloseable {
  private final AtomicInteger databases = new AtomicInteger();
  private final EngineState state;
  private final EngineServer server;

  public EngineFixture(Path folder) throws Exception {
    Files.createDirectories(folder);
    state = EngineState.of(folder);
    server = EngineServer.start(state, new TsqlSessions(), EngineOptions.defaults(), _ -> {});
  }

  public int port() {
    return server.connection().port();
  }

  public String password() {
    return server.connection().password().reveal();
  }

  public String url(String database) {
    return server.connection().jdbcUrl(database, true);
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database));
  }

  /// A connection to a database of its own.
  public Connection fresh() throws SQLException {
    String name = "case" + databases.incrementAndGet();
    try (Connection connection = connect("master");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return connect(name);
  }

  @Override
  public void close() throws java.io.IOException {
    server.close();
    PostgresCluster.delete(state.folder());
  }
}
