package io.hartonomous.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.engine.interpret.EngineFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client stops: by `Statement.cancel()`, by a query timeout, by going away.
@Timeout(120)
class CancelTest {
  private static final String LONG_QUERY =
      "SELECT COUNT_BIG(*) FROM GENERATE_SERIES(1, 100000) AS a CROSS JOIN GENERATE_SERIES(1,"
          + " 1000000) AS b WHERE a.value % 7 = b.value % 11";
  private static final String LONG_CHANGE =
      "INSERT dbo.kept SELECT 2 FROM GENERATE_SERIES(1, 100000) AS a CROSS JOIN"
          + " GENERATE_SERIES(1, 1000000) AS b WHERE a.value % 7 = b.value % 11";
  private static final String WAIT = "WAITFOR DELAY '00:01:30'";
  private static final String LOOP = "DECLARE @i bigint = 0; WHILE 1 = 1 SET @i += 1";
  private static final String CAUGHT =
      "BEGIN TRY WAITFOR DELAY '00:01:30' END TRY BEGIN CATCH SELECT 1 END CATCH";
  private static final String DYNAMIC =
      "EXEC sp_executesql N'WHILE 1 = 1 EXEC(''DECLARE @x int = 1'')'";

  @TempDir static Path folder;
  private static EngineFixture engine;
  private Connection connection;
  private Statement statement;

  @BeforeAll
  static void start() throws Exception {
    engine = new EngineFixture(folder.resolve("engine"));
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    connection = engine.fresh();
    statement = connection.createStatement();
    statement.execute("CREATE TABLE dbo.kept (id int NOT NULL)");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private int one(String sql) throws SQLException {
    try (Statement other = connection.createStatement();
        ResultSet rows = other.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private void cancelled(String sql) throws Exception {
    Thread canceller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Thread.sleep(300);
                statement.cancel();
              } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    long begin = System.nanoTime();
    assertThatThrownBy(
            () -> {
              boolean rows = statement.execute(sql);
              while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                  ResultSet set = statement.getResultSet();
                  while (set.next()) {
                    assertThat(set.getObject(1)).isNotEqualTo(-1);
                  }
                }
                rows = statement.getMoreResults();
              }
            })
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("HY008"));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    canceller.join();
  }

  @ParameterizedTest
  @ValueSource(strings = {LONG_QUERY, LONG_CHANGE, WAIT, LOOP, CAUGHT, DYNAMIC})
  void stopsAndLeavesTheTransactionOpen(String sql) throws Exception {
    connection.setAutoCommit(false);
    statement.execute("INSERT dbo.kept VALUES (1)");
    cancelled(sql);
    assertThat(one("SELECT @@TRANCOUNT")).isEqualTo(1);
    assertThat(one("SELECT XACT_STATE()")).isEqualTo(1);
    assertThat(one("SELECT COUNT(*) FROM dbo.kept")).isEqualTo(1);
    connection.commit();
    connection.setAutoCommit(true);
    assertThat(one("SELECT MAX(id) FROM dbo.kept")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {LONG_QUERY, LONG_CHANGE, WAIT, LOOP, CAUGHT, DYNAMIC})
  void stopsOutsideATransaction(String sql) throws Exception {
    statement.execute("INSERT dbo.kept VALUES (1)");
    cancelled(sql);
    assertThat(one("SELECT @@TRANCOUNT")).isZero();
    assertThat(one("SELECT COUNT(*) FROM dbo.kept")).isEqualTo(1);
  }

  @Test
  void rollsBackUnderXactAbort() throws Exception {
    statement.execute("SET XACT_ABORT ON");
    statement.execute("BEGIN TRAN; INSERT dbo.kept VALUES (1)");
    cancelled(LONG_QUERY);
    assertThat(one("SELECT @@TRANCOUNT")).isZero();
    assertThat(one("SELECT COUNT(*) FROM dbo.kept")).isZero();
  }

  @Test
  void stopsAtTheQueryTimeout() throws Exception {
    for (String sql : new String[] {LONG_QUERY, WAIT, LOOP}) {
      try (Statement limited = connection.createStatement()) {
        limited.setQueryTimeout(1);
        assertThatThrownBy(() -> limited.execute(sql)).isInstanceOf(SQLTimeoutException.class);
      }
      assertThat(one("SELECT 5")).isEqualTo(5);
    }
  }

  @Test
  void keepsTemporaryTablesAndSettingsAfterwards() throws Exception {
    statement.execute("CREATE TABLE #t (id int); INSERT #t VALUES (3); SET NOCOUNT ON");
    cancelled(
        "BEGIN TRAN; INSERT #t VALUES (4); EXEC('SET NOCOUNT OFF; "
            + WAIT.replace("'", "''")
            + "')");
    assertThat(one("SELECT COUNT(*) FROM #t")).isEqualTo(2);
    assertThat(one("SELECT @@OPTIONS & 512")).isEqualTo(512);
    statement.execute("ROLLBACK");
    assertThat(one("SELECT COUNT(*) FROM #t")).isEqualTo(1);
  }

  @Test
  void stopsManyTimesWithoutHittingALaterStatement() throws Exception {
    connection.setAutoCommit(false);
    statement.execute("INSERT dbo.kept VALUES (1)");
    for (int i = 0; i < 40; i++) {
      int delay = i;
      Thread canceller =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  Thread.sleep(delay / 2);
                  statement.cancel();
                } catch (SQLException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      try (ResultSet rows = statement.executeQuery("SELECT value FROM GENERATE_SERIES(1, 6000)")) {
        while (rows.next()) {
          assertThat(rows.getInt(1)).isPositive();
        }
      } catch (SQLException e) {
        assertThat(e.getSQLState()).isEqualTo("HY008");
      }
      canceller.join();
      assertThat(one("SELECT COUNT(*) FROM dbo.kept")).isEqualTo(1);
    }
    connection.commit();
  }

  @Test
  void endsWhatAClientThatWentAwayLeftRunning() throws Exception {
    Connection gone = engine.connect(connection.getCatalog());
    Thread running =
        Thread.ofVirtual()
            .start(() -> {
              try (Statement s = gone.createStatement()) {
                s.execute("BEGIN TRAN; INSERT dbo.kept VALUES (9); " + LONG_QUERY);
              } catch (SQLException _) {
                // Its connection is closed under it.
              }
            });
    Thread.sleep(500);
    gone.abort(Runnable::run);
    running.join();
    for (int i = 0; i < 500 && one("SELECT COUNT(*) FROM sys.dm_exec_sessions") > 1; i++) {
      Thread.sleep(20);
    }
    assertThat(one("SELECT COUNT(*) FROM sys.dm_exec_sessions")).isEqualTo(1);
    assertThat(one("SELECT COUNT(*) FROM dbo.kept")).isZero();
  }
}
