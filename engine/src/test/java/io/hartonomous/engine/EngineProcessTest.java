package io.hartonomous.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.Progress;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine as a process of its own.
class EngineProcessTest {
  @TempDir Path temporary;
  private EngineState state;
  private EngineProcess engine;

  @BeforeEach
  void folder() throws IOException {
    state = EngineState.of(temporary.resolve("hart home"));
    engine = process(EngineOptions.defaults());
  }

  @AfterEach
  void stop() throws Exception {
    engine.stop();
    PostgresCluster.delete(state.folder());
  }

  private EngineProcess process(EngineOptions options) {
    return new EngineProcess(state, StubSessions.class.getName(), options);
  }

  private static int selectOne(EngineConnection connection) throws SQLException {
    try (Connection open = DriverManager.getConnection(connection.jdbcUrl("master", true));
        Statement statement = open.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static List<ProcessHandle> family(EngineConnection connection) {
    ProcessHandle daemon = ProcessHandle.of(connection.processId()).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(daemon.descendants().toList());
    all.add(daemon);
    return all;
  }

  private static void awaitEnd(List<ProcessHandle> processes) throws InterruptedException {
    for (int i = 0; i < 1000 && processes.stream().anyMatch(ProcessHandle::isAlive); i++) {
      Thread.sleep(10);
    }
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void startsStopsAndComesBackAtTheSamePort() throws Exception {
    List<String> steps = new ArrayList<>();
    EngineConnection first = engine.start(steps::add);
    assertThat(selectOne(first)).isEqualTo(1);
    assertThat(steps).contains("starting the engine", "starting PostgreSQL");
    assertThat(engine.status()).contains(first);
    assertThat(engine.start(Progress.NONE)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.connectionFile())))
        .isEqualTo("rw-------");
    List<ProcessHandle> family = family(first);
    assertThat(family).hasSizeGreaterThan(5);
    assertThat(family)
        .noneMatch(
            process -> process.info().commandLine().orElse("").contains(first.password().reveal()));
    assertThat(engine.stop()).isTrue();
    awaitEnd(family);
    assertThat(engine.status()).isEmpty();
    assertThat(engine.stop()).isFalse();
    assertThat(state.connectionFile()).doesNotExist();
    EngineConnection second = engine.start(Progress.NONE);
    assertThat(second.port()).isEqualTo(first.port());
    assertThat(second.password()).isEqualTo(first.password());
    assertThat(selectOne(second)).isEqualTo(1);
  }

  @Test
  void keepsItsBuildFromBeingRemovedAsLongAsItRuns() throws Exception {
    Path build = temporary.resolve(".hart/builds/12ab");
    Files.createDirectories(build);
    Path inUse = Files.createFile(build.resolve("in-use"));
    System.setProperty("hart.root", temporary.toString());
    System.setProperty("hart.build", "12ab");
    try {
      engine.start(Progress.NONE);
    } finally {
      System.clearProperty("hart.root");
      System.clearProperty("hart.build");
    }
    try (FileChannel cleanUp = FileChannel.open(inUse, StandardOpenOption.WRITE)) {
      assertThat(cleanUp.tryLock()).isNull();
      engine.stop();
      assertThat(cleanUp.tryLock()).isNotNull();
    }
  }

  @Test
  void startsOnceForTwoWhoAskAtTheSameTime() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<EngineConnection> start =
          () -> process(EngineOptions.defaults()).start(Progress.NONE);
      Future<EngineConnection> one = threads.submit(start);
      Future<EngineConnection> other = threads.submit(start);
      assertThat(one.get()).isEqualTo(other.get());
    }
  }

  @Test
  void recognisesWhatAKilledEngineLeftBehind() throws Exception {
    EngineConnection first = engine.start(Progress.NONE);
    List<ProcessHandle> family = family(first);
    ProcessHandle.of(first.processId()).orElseThrow().destroyForcibly();
    // PostgreSQL must not outlive the engine, though nobody told it to stop.
    awaitEnd(family);
    assertThat(state.connectionFile()).exists();
    assertThat(engine.status()).isEmpty();
    EngineConnection second = engine.start(Progress.NONE);
    assertThat(second.processId()).isNotEqualTo(first.processId());
    assertThat(selectOne(second)).isEqualTo(1);
  }

  @Test
  void endsWhenIdle() throws Exception {
    EngineConnection connection =
        process(EngineOptions.defaults().withIdle(Duration.ofSeconds(3))).start(Progress.NONE);
    List<ProcessHandle> family = family(connection);
    try (Connection open = DriverManager.getConnection(connection.jdbcUrl("master", true))) {
      Thread.sleep(3500);
      assertThat(open.isValid(1)).isTrue();
    }
    awaitEnd(family);
    assertThat(Files.readString(state.log())).contains("idle for 3 s");
  }

  @Test
  void reportsWhyItDoesNotStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      EngineProcess other = process(EngineOptions.defaults().withPort(taken.getLocalPort()));
      assertThatThrownBy(() -> other.start(Progress.NONE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
    assertThat(state.isRunning()).isFalse();
  }

  @Test
  void resetsTheDatabases() throws Exception {
    EngineConnection connection = engine.start(Progress.NONE);
    List<ProcessHandle> family = family(connection);
    engine.reset();
    awaitEnd(family);
    assertThat(selectOne(engine.start(Progress.NONE))).isEqualTo(1);
  }

  @Test
  void runsInThisProcess() throws Exception {
    try (EngineServer server =
        EngineServer.start(state, new StubSessions(), EngineOptions.defaults(), Progress.NONE)) {
      assertThat(selectOne(server.connection())).isEqualTo(1);
      server.cluster().createDatabase("d");
      assertThatThrownBy(() ->
              EngineServer.start(
                  state, new StubSessions(), EngineOptions.defaults(), Progress.NONE))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("runs already");
      assertThat(server.connection().toString())
          .doesNotContain(server.connection().password().reveal());
      assertThat(server.connection().jdbcUrl("d", false))
          .contains("password=<password>")
          .contains("databaseName=d");
      String wrong = server.connection().jdbcUrl("d", false);
      assertThatThrownBy(() -> DriverManager.getConnection(wrong))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(18456));
    }
    assertThat(state.isRunning()).isFalse();
  }
}
