package io.hartonomous.engine.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.engine.platform.Folders;
import io.hartonomous.engine.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real PostgreSQL from the class path, as root and as an ordinary user alike.
class PostgresClusterTest {
  @TempDir Path temporary;
  private Path state;

  @BeforeEach
  void folder() {
    state = temporary.resolve("state folder");
  }

  @AfterEach
  void delete() throws IOException {
    PostgresCluster.delete(state);
  }

  private static TemplateScript script(String version, List<String> runs) {
    return new TemplateScript() {
      @Override
      public String version() {
        return version;
      }

      @Override
      public void run(Connection template) throws SQLException {
        runs.add(version);
        try (Statement statement = template.createStatement()) {
          statement.execute("CREATE TABLE greeting AS SELECT 'from " + version + "' AS text");
        }
      }
    };
  }

  private static String ask(PostgresCluster cluster, String database, String sql)
      throws SQLException {
    try (Connection connection = cluster.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void run(PostgresCluster cluster, String database, String sql)
      throws SQLException {
    try (Connection connection = cluster.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void makesDatabasesFromTheTemplateAndKeepsThem() throws Exception {
    List<String> runs = new ArrayList<>();
    List<String> steps = new ArrayList<>();
    try (PostgresCluster cluster = PostgresCluster.start(state, script("one", runs), steps::add)) {
      cluster.createDatabase("a \"quoted\" name");
      assertThat(ask(cluster, "a%20%22quoted%22%20name", "SELECT text FROM greeting"))
          .isEqualTo("from one");
      assertThat(ask(cluster, "postgres", "SHOW server_version")).startsWith("18.");
      assertThat(
              ask(
                  cluster,
                  "postgres",
                  "SELECT datlocprovider FROM pg_database WHERE datname = 'hn_template'"))
          .isEqualTo("i");
      cluster.createDatabase("dropped");
      cluster.dropDatabase("dropped");
      assertThatThrownBy(() -> cluster.connect("dropped")).isInstanceOf(SQLException.class);
    }
    assertThat(steps).contains("preparing a database cluster", "starting PostgreSQL");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(state.resolve("postgres.password"))))
        .isEqualTo("rw-------");
    try (PostgresCluster cluster =
        PostgresCluster.start(state, script("one", runs), Progress.NONE)) {
      assertThat(ask(cluster, "a%20%22quoted%22%20name", "SELECT text FROM greeting"))
          .isEqualTo("from one");
    }
    assertThat(runs).containsExactly("one");
  }

  @Test
  void refusesTheDataOfAnotherVersionUntilReset() throws Exception {
    List<String> runs = new ArrayList<>();
    PostgresCluster.start(state, script("one", runs), Progress.NONE).close();
    assertThatThrownBy(() -> PostgresCluster.start(state, script("two", runs), Progress.NONE))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("hart engine reset");
    PostgresCluster.reset(state);
    try (PostgresCluster cluster =
        PostgresCluster.start(state, script("two", runs), Progress.NONE)) {
      cluster.createDatabase("fresh");
      assertThat(ask(cluster, "fresh", "SELECT text FROM greeting")).isEqualTo("from two");
    }
  }

  @Test
  void losesNoCommittedRowWhenKilled() throws Exception {
    PostgresCluster cluster =
        PostgresCluster.start(state, script("one", new ArrayList<>()), Progress.NONE);
    cluster.createDatabase("d");
    run(cluster, "d", "CREATE TABLE kept(id int)");
    try (Connection connection = cluster.connect("d");
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 100; i++) {
        statement.execute("INSERT INTO kept VALUES (" + i + ")");
      }
      kill("-9", postmaster(cluster));
    }
    assertThat(cluster.ended().get(20, TimeUnit.SECONDS)).isNotZero();
    assertThat(cluster.isAlive()).isFalse();
    try (PostgresCluster again =
        PostgresCluster.start(state, script("one", new ArrayList<>()), Progress.NONE)) {
      assertThat(ask(again, "d", "SELECT count(*) FROM kept")).isEqualTo("100");
    }
  }

  @Test
  void stopsAServerThatWasLeftOver() throws Exception {
    PostgresCluster cluster =
        PostgresCluster.start(state, script("one", new ArrayList<>()), Progress.NONE);
    cluster.createDatabase("d");
    long first = postmaster(cluster);
    // The shell in between is killed, so nothing stops the server.
    kill("-9", cluster.process().pid());
    try (PostgresCluster again =
        PostgresCluster.start(state, script("one", new ArrayList<>()), Progress.NONE)) {
      assertThat(postmaster(again)).isNotEqualTo(first);
      assertThat(ProcessHandle.of(first).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(ask(again, "d", "SELECT text FROM greeting")).isEqualTo("from one");
    }
  }

  @Test
  void startsOverWhenTheStateFolderWasDeleted() throws Exception {
    PostgresCluster.start(state, script("one", new ArrayList<>()), Progress.NONE).close();
    Folders.delete(state);
    try (PostgresCluster cluster =
        PostgresCluster.start(state, script("two", new ArrayList<>()), Progress.NONE)) {
      cluster.createDatabase("d");
      assertThat(ask(cluster, "d", "SELECT text FROM greeting")).isEqualTo("from two");
    }
  }

  @Test
  void leavesNoPasswordInArguments() throws Exception {
    try (PostgresCluster cluster =
        PostgresCluster.start(state, script("one", new ArrayList<>()), Progress.NONE)) {
      String password = Files.readString(state.resolve("postgres.password")).strip();
      assertThat(password).hasSizeGreaterThan(20);
      assertThat(
              ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse("")))
          .noneMatch(line -> line.contains(password));
      assertThat(Files.readString(state.resolve("postgres.log"))).doesNotContain(password);
      assertThat(Platform.isWindows()).isFalse();
      assertThat(cluster.isAlive()).isTrue();
    }
  }

  private static long postmaster(PostgresCluster cluster) throws SQLException {
    // Backends are children of the postmaster.
    long backend = Long.parseLong(ask(cluster, "postgres", "SELECT pg_backend_pid()"));
    List<ProcessHandle> below = cluster.process().descendants().toList();
    return below.stream()
        .filter(process -> process.children().count() > 1)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no postmaster above backend " + backend))
        .pid();
  }

  private static void kill(String signal, long process) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", signal, Long.toString(process)).start().waitFor())
        .isZero();
  }
}
