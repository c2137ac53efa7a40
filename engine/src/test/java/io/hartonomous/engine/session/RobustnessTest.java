package io.hartonomous.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.engine.interpret.EngineFixture;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Peers that mean harm or have bad luck, in front of the whole engine.
@Timeout(240)
class RobustnessTest {
  @TempDir static Path folder;
  private static EngineFixture engine;

  @BeforeAll
  static void start() throws Exception {
    engine = new EngineFixture(folder.resolve("engine"));
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @AfterEach
  void stillWorks() throws SQLException {
    assertThat(one("master", "SELECT 6 * 7")).isEqualTo(42);
  }

  private static int one(String database, String sql) throws SQLException {
    try (Connection connection = engine.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static <T> List<T> together(int count, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        running.add(threads.submit(work));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> f : running) {
        results.add(f.get());
      }
      return results;
    }
  }

  @Test
  void refusesWrongLogins() throws Exception {
    String wrong = engine.url("master").replaceAll("password=[^;]*", "password=wrong");
    List<Integer> codes =
        together(
            40,
            () -> {
              try (Connection _ = DriverManager.getConnection(wrong + ";loginTimeout=60")) {
                return 0;
              } catch (SQLException e) {
                return e.getErrorCode();
              }
            });
    assertThat(codes).hasSize(40).containsOnly(18456);
    assertThat(one("master", "SELECT COUNT(*) FROM sys.dm_exec_sessions")).isEqualTo(1);
  }

  @Test
  void servesTwoHundredConnectionsAtOnce() throws Exception {
    String url = engine.url("master") + ";loginTimeout=120";
    CountDownLatch all = new CountDownLatch(200);
    List<Integer> sums =
        together(
            200,
            () -> {
              try (Connection connection = DriverManager.getConnection(url);
                  Statement statement = connection.createStatement()) {
                all.countDown();
                all.await();
                try (ResultSet rows =
                    statement.executeQuery("SELECT SUM(value) FROM GENERATE_SERIES(1, 100)")) {
                  rows.next();
                  return rows.getInt(1);
                }
              }
            });
    assertThat(sums).hasSize(200).containsOnly(5050);
    // Their sessions end with them.
    for (int i = 0;
        i < 1000 && one("master", "SELECT COUNT(*) FROM sys.dm_exec_sessions") > 1;
        i++) {
      Thread.sleep(10);
    }
    assertThat(one("master", "SELECT COUNT(*) FROM sys.dm_exec_sessions")).isEqualTo(1);
  }

  @Test
  void outlivesGarbageAndHalfOpenConnections() throws Exception {
    Random random = new Random(7);
    List<Socket> open = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] garbage = new byte[1 + random.nextInt(600)];
      random.nextBytes(garbage);
      try {
        Socket socket;
        if (i % 2 == 0) {
          socket = new Socket("127.0.0.1", engine.port());
          socket.getOutputStream().write(garbage);
        } else {
          WireClient client = WireClient.login(engine.port(), engine.password(), "master");
          socket = client.socket();
          client.send(random.nextInt(1, 20), random.nextInt(2), garbage);
        }
        // Every third is left as it is.
        if (i % 3 == 0) {
          open.add(socket);
        } else {
          socket.close();
        }
      } catch (IOException _) {
        // The server had enough of it: as it should.
        continue;
      }
    }
    assertThat(one("master", "SELECT 1")).isEqualTo(1);
    for (Socket socket : open) {
      socket.close();
    }
  }

  @Test
  void rollsBackWhatAConnectionLeftThatBrokeOff() throws Exception {
    String database;
    try (Connection fresh = engine.fresh();
        Statement statement = fresh.createStatement()) {
      database = fresh.getCatalog();
      statement.execute("CREATE TABLE dbo.t (id int)");
    }
    for (int i = 0; i < 10; i++) {
      WireClient client = WireClient.login(engine.port(), engine.password(), database);
      client.ask("BEGIN TRAN; INSERT dbo.t VALUES (1)");
      client.socket().setSoLinger(true, 0);
      client.close();
    }
    // A lock that was left would keep this waiting.
    assertThat(one(database, "SET LOCK_TIMEOUT 20000; DELETE dbo.t; SELECT COUNT(*) FROM dbo.t"))
        .isZero();
  }

  @Test
  void writesRefusalsToItsLog() throws Exception {
    try (Connection connection = engine.connect("master");
        Statement statement = connection.createStatement()) {
      statement.execute("EXEC sp_cursoropen");
    } catch (SQLException e) {
      assertThat(e.getErrorCode()).isEqualTo(49900);
    }
    List<String> refused =
        Files.readAllLines(folder.resolve("engine").resolve("engine.log")).stream()
            .filter(line -> line.contains("sp_cursoropen"))
            .toList();
    assertThat(refused).hasSize(1).first().asString().contains("WARNING refused: ");
  }
}
