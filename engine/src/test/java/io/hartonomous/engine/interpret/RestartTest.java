package io.hartonomous.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineServer;
import io.hartonomous.engine.EngineState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was made is there, and works, after the engine was stopped and started.
class RestartTest {
  @TempDir Path folder;

  @Test
  void keepsTablesViewsFunctionsAndProcedures() throws Exception {
    EngineState state = EngineState.of(folder.resolve("engine"));
    try (EngineServer server = start(state);
        Connection connection = DriverManager.getConnection(url(server, "master"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE kept");
      statement.execute("USE kept");
      statement.execute(
          "CREATE TABLE dbo.t (id int NOT NULL PRIMARY KEY,"
              + " who sysname DEFAULT (suser_sname()), price decimal(9, 2) NOT NULL)");
      statement.execute("CREATE VIEW dbo.v AS SELECT id, price * 2 AS twice FROM dbo.t");
      statement.execute(
          "CREATE FUNCTION dbo.f (@id int) RETURNS TABLE AS RETURN SELECT twice FROM dbo.v"
              + " WHERE id = @id");
      statement.execute(
          "CREATE PROCEDURE dbo.p @id int AS SELECT f.twice, t.who FROM dbo.f(@id) AS f"
              + " CROSS JOIN dbo.t AS t");
      statement.execute("INSERT dbo.t (id, price) VALUES (1, 2.5)");
    }
    try (EngineServer server = start(state);
        Connection connection = DriverManager.getConnection(url(server, "kept"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXEC dbo.p 1")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("5.00");
      assertThat(rows.getString(2)).isEqualTo("sa");
    }
  }

  private static EngineServer start(EngineState state) throws Exception {
    return EngineServer.start(state, new TsqlSessions(), EngineOptions.defaults(), _ -> {});
  }

  private static String url(EngineServer server, String database) {
    return server.connection().jdbcUrl(database, true);
  }
}
