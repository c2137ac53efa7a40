package io.hartonomous.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.engine.EngineConnection;
import io.hartonomous.engine.EngineMain;
import io.hartonomous.engine.EngineState;
import io.hartonomous.engine.interpret.TsqlSessions;
import io.hartonomous.engine.pg.PostgresCluster;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Results that are larger than the memory of the engine, which has 96 MB here.
@Timeout(300)
class StreamingTest {
  private static final int MANY = 1_000_000;
  private static final String WIDE =
      "SELECT value, CAST(REPLICATE('x', 150) AS varchar(150)) AS pad FROM GENERATE_SERIES(1, "
          + MANY
          + ")";

  @TempDir static Path folder;
  private static EngineState state;
  private static Process process;
  private static EngineConnection engine;
  private Connection connection;
  private Statement statement;

  @BeforeAll
  static void start() throws Exception {
    state = EngineState.of(folder.resolve("engine"));
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    EngineMain.class.getName(),
                    state.folder().toString(),
                    TsqlSessions.class.getName(),
                    "600",
                    "0"))
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "out.txt"))
            .start();
    Optional<EngineConnection> ready = state.connection();
    while (ready.isEmpty()) {
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
          .as("the engine's log")
          .withFailMessage(() -> log())
          .isFalse();
      ready = state.connection();
    }
    engine = ready.get();
  }

  private static String log() {
    try {
      return Files.readString(folder.resolve("out.txt"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    process.destroy();
    process.waitFor();
    PostgresCluster.delete(state.folder());
    assertThat(log()).doesNotContain("OutOfMemoryError");
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = DriverManager.getConnection(engine.jdbcUrl("master", true));
    statement = connection.createStatement();
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private static long[] sum(ResultSet rows) throws SQLException {
    long count = 0;
    long sum = 0;
    while (rows.next()) {
      sum += rows.getInt(1);
      count++;
    }
    return new long[] {count, sum};
  }

  private int one(String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void sendsMoreThanFitsIntoMemory() throws Exception {
    try (ResultSet rows = statement.executeQuery(WIDE)) {
      assertThat(sum(rows)).containsExactly(MANY, (long) MANY * (MANY + 1) / 2);
    }
    assertThat(one("SELECT @@ROWCOUNT")).isEqualTo(MANY);
  }

  @Test
  void sendsSeveralLargeResultsInsideATransaction() throws Exception {
    connection.setAutoCommit(false);
    statement.execute("CREATE TABLE #t (id int NOT NULL)");
    statement.execute("INSERT #t VALUES (7)");
    try (PreparedStatement prepared =
        connection.prepareStatement(
            "SELECT value FROM GENERATE_SERIES(1, ?); SELECT @@ROWCOUNT; SELECT id FROM #t; "
                + WIDE)) {
      for (int round = 0; round < 4; round++) {
        prepared.setInt(1, 100_000);
        assertThat(prepared.execute()).isTrue();
        assertThat(sum(prepared.getResultSet())[0]).isEqualTo(100_000);
        assertThat(prepared.getMoreResults()).isTrue();
        assertThat(sum(prepared.getResultSet())).containsExactly(1, 100_000);
        assertThat(prepared.getMoreResults()).isTrue();
        assertThat(sum(prepared.getResultSet())).containsExactly(1, 7);
        if (round == 3) {
          assertThat(prepared.getMoreResults()).isTrue();
          assertThat(sum(prepared.getResultSet())[0]).isEqualTo(MANY);
        }
      }
    }
    assertThat(one("SELECT @@TRANCOUNT")).isEqualTo(1);
    connection.rollback();
  }

  @Test
  void tellsAnErrorInTheMiddle() throws Exception {
    String sql = "SELECT 100 / (100000 - value) FROM GENERATE_SERIES(1, 300000)";
    for (boolean autoCommit : new boolean[] {true, false}) {
      connection.setAutoCommit(autoCommit);
      statement.execute("DECLARE @x int = 1");
      int before = one("SELECT @@TRANCOUNT");
      int[] count = new int[1];
      try (ResultSet rows = statement.executeQuery(sql)) {
        assertThatThrownBy(
                () -> {
                  while (rows.next()) {
                    count[0]++;
                  }
                })
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(8134));
      }
      // The server hands rows over in portions: those of the last one before the error are lost.
      assertThat(count[0]).isBetween(90_000, 99_999);
      assertThat(one("SELECT @@TRANCOUNT")).isEqualTo(before);
    }
  }

  @Test
  void goesOnAfterAnErrorInTheMiddle() throws Exception {
    connection.setAutoCommit(false);
    statement.execute("CREATE TABLE #kept (id int)");
    statement.execute("INSERT #kept VALUES (1)");
    boolean result =
        statement.execute(
            "BEGIN TRY SELECT 1 / (5000 - value) FROM GENERATE_SERIES(1, 9000) END TRY"
                + " BEGIN CATCH SELECT ERROR_NUMBER() END CATCH; SELECT id FROM #kept");
    assertThat(result).isTrue();
    assertThat(statement.getMoreResults()).isTrue();
    assertThat(sum(statement.getResultSet())).containsExactly(1, 8134);
    assertThat(statement.getMoreResults()).isTrue();
    assertThat(sum(statement.getResultSet())).containsExactly(1, 1);
    connection.commit();
  }

  @Test
  void stopsInTheMiddle() throws Exception {
    for (boolean autoCommit : new boolean[] {true, false}) {
      connection.setAutoCommit(autoCommit);
      one("SELECT 1");
      try (ResultSet rows = statement.executeQuery(WIDE)) {
        for (int i = 0; i < 5000; i++) {
          assertThat(rows.next()).isTrue();
        }
        statement.cancel();
        assertThatThrownBy(() -> sum(rows)).isInstanceOf(SQLException.class);
      }
      assertThat(one("SELECT @@TRANCOUNT")).isEqualTo(autoCommit ? 0 : 1);
    }
  }

  @Test
  void noticesThatAResultHasGrown() throws Exception {
    statement.execute("CREATE SEQUENCE dbo.numbers AS int START WITH 1");
    for (String sql :
        new String[] {
          "SELECT value FROM GENERATE_SERIES(1, ?)",
          "SELECT value, NEXT VALUE FOR dbo.numbers AS n FROM GENERATE_SERIES(1, ?)"
        }) {
      try (PreparedStatement prepared = connection.prepareStatement(sql)) {
        for (int size : new int[] {1, 2047, 2048, 2049, 300_000, 5, 5, 2048, 2, 100_000}) {
          prepared.setInt(1, size);
          try (ResultSet rows = prepared.executeQuery()) {
            assertThat(sum(rows)).containsExactly(size, (long) size * (size + 1) / 2);
          }
        }
      }
    }
    // Each number was taken once.
    assertThat(one("SELECT NEXT VALUE FOR dbo.numbers")).isEqualTo(408_206);
    statement.execute("DROP SEQUENCE dbo.numbers");
  }

  @Test
  void readsOnlyWhatIsAskedFor() throws Exception {
    statement.execute("SET ROWCOUNT 3000");
    try (ResultSet rows = statement.executeQuery(WIDE)) {
      assertThat(sum(rows)[0]).isEqualTo(3000);
    }
    statement.execute("SET ROWCOUNT 0");
    assertThat(
            one("DECLARE @n bigint; SELECT @n = value FROM GENERATE_SERIES(1, 2000000); SELECT @n"))
        .isEqualTo(2_000_000);
  }

  @Test
  void sendsTheRowsOfOutput() throws Exception {
    statement.execute("CREATE TABLE #big (id int NOT NULL, pad char(200) NOT NULL)");
    try (ResultSet rows =
        statement.executeQuery(
            "INSERT #big (id, pad) OUTPUT inserted.id, inserted.pad SELECT value, 'x' FROM"
                + " GENERATE_SERIES(1, 400000)")) {
      assertThat(sum(rows)[0]).isEqualTo(400_000);
    }
    assertThat(one("SELECT COUNT(*) FROM #big")).isEqualTo(400_000);
  }
}
