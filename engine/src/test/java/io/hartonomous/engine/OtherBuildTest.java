package io.hartonomous.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.engine.interpret.TsqlSessions;
import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.Progress;
import io.hartonomous.engine.pg.TemplateScript;
import io.hartonomous.engine.session.EngineSessions;
import io.hartonomous.engine.session.SessionFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The tool was rebuilt: the engine that runs, or the data, comes from the build before.
@Timeout(180)
class OtherBuildTest {
  @TempDir Path temporary;
  private EngineState state;
  private EngineProcess engine;

  @BeforeEach
  void folder() throws IOException {
    state = EngineState.of(temporary.resolve("home"));
    engine = new EngineProcess(state, StubSessions.class.getName(), EngineOptions.defaults());
    build("one");
  }

  @AfterEach
  void stop() throws Exception {
    System.clearProperty("hart.build");
    engine.stop();
    PostgresCluster.delete(state.folder());
  }

  private static void build(String name) {
    System.setProperty("hart.build", name);
  }

  @Test
  void replacesTheEngineOfAnotherBuildThatNobodyUses() throws Exception {
    EngineConnection first = engine.start(Progress.NONE);
    assertThat(first.build()).isEqualTo("one");
    assertThat(engine.start(Progress.NONE)).isEqualTo(first);
    build("two");
    List<String> steps = new ArrayList<>();
    EngineConnection second = engine.start(steps::add);
    assertThat(steps).startsWith("stopped the engine of another build of hart");
    assertThat(second.build()).isEqualTo("two");
    assertThat(second.processId()).isNotEqualTo(first.processId());
    assertThat(second.port()).isEqualTo(first.port());
    assertThat(ProcessHandle.of(first.processId()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void leavesTheEngineOfAnotherBuildToItsUsers() throws Exception {
    EngineConnection first = engine.start(Progress.NONE);
    List<String> steps = new ArrayList<>();
    try (Connection user = DriverManager.getConnection(first.jdbcUrl("master", true))) {
      build("two");
      assertThat(engine.start(steps::add)).isEqualTo(first);
      assertThat(steps).hasSize(1).first().asString().contains("in use");
      assertThat(user.isValid(5)).isTrue();
    }
    assertThat(state.stopFile()).doesNotExist();
  }

  @Test
  void saysInOneSentenceThatTheDataCannotBeRead() throws Exception {
    engine.start(Progress.NONE);
    engine.stop();
    Files.writeString(state.folder().resolve("hartonomous.version"), "an older one\n");
    assertThatThrownBy(() -> engine.start(Progress.NONE))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the databases in ")
        .hasMessageContaining("hart engine reset")
        .hasMessageNotContaining("\n");
    engine.reset();
    assertThat(engine.start(Progress.NONE).build()).isEqualTo("one");
  }

  /// The engine with other texts of some functions and views.
  private record Changed(String from, String to) implements EngineSessions {
    @Override
    public TemplateScript template() {
      TemplateScript now = new TsqlSessions().template();
      return new TemplateScript() {
        @Override
        public String version() {
          return now.version() + from;
        }

        @Override
        public String layout() {
          return now.layout();
        }

        @Override
        public void run(Connection template) throws SQLException {
          now.run(template);
          try (Statement statement = template.createStatement()) {
            statement.execute(from);
            statement.execute(to);
          }
        }
      };
    }

    @Override
    public SessionFactory open(PostgresCluster cluster) throws SQLException {
      return new TsqlSessions().open(cluster);
    }
  }

  private static String one(EngineServer server, String database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.connection().jdbcUrl(database, true));
        Statement statement = connection.createStatement()) {
      boolean rows = statement.execute(sql);
      if (!rows) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  @Test
  void bringsTheDatabasesOfAnotherBuildToThisOne() throws Exception {
    // A build before, in which a function is wrong.
    EngineSessions before =
        new Changed(
            "CREATE OR REPLACE FUNCTION hncat.object_id(n text, t text) RETURNS int LANGUAGE sql"
                + " STABLE AS $$ SELECT NULL::int $$",
            "COMMENT ON SCHEMA hncat IS 'before'");
    try (EngineServer server =
        EngineServer.start(state, before, EngineOptions.defaults(), Progress.NONE)) {
      one(server, "master", "CREATE DATABASE kept");
      one(
          server,
          "kept",
          "CREATE TABLE dbo.t (id int PRIMARY KEY, name nvarchar(9) DEFAULT 'x'); CREATE TABLE"
              + " dbo.[ÄÖ] (id int)");
      one(
          server,
          "kept",
          "CREATE VIEW dbo.v AS SELECT t.name FROM dbo.t AS t INNER JOIN sys.tables AS s ON s.name"
              + " = 't'");
      one(server, "kept", "INSERT dbo.t (id) VALUES (1)");
      assertThat(one(server, "kept", "SELECT OBJECT_ID('kept.dbo.t')")).isNull();
    }
    List<String> steps = new ArrayList<>();
    try (EngineServer server =
        EngineServer.start(state, new TsqlSessions(), EngineOptions.defaults(), steps::add)) {
      assertThat(steps).contains("bringing the databases to this version of the engine");
      assertThat(one(server, "kept", "SELECT OBJECT_ID('kept.dbo.t')")).isNotNull();
      assertThat(one(server, "kept", "SELECT OBJECT_ID('KEPT.dbo.[äÖ]')")).isNotNull();
      assertThat(one(server, "kept", "SELECT OBJECT_ID('other.dbo.t')")).isNull();
      assertThat(one(server, "kept", "SELECT name FROM dbo.v")).isEqualTo("x");
      one(server, "master", "CREATE DATABASE fresh");
      assertThat(one(server, "fresh", "SELECT OBJECT_ID('fresh.sys.tables')")).isNotNull();
    }
    steps.clear();
    try (EngineServer server =
        EngineServer.start(state, new TsqlSessions(), EngineOptions.defaults(), steps::add)) {
      assertThat(steps).doesNotContain("bringing the databases to this version of the engine");
      assertThat(one(server, "kept", "SELECT COUNT(*) FROM dbo.t")).isEqualTo("1");
    }
  }
}
