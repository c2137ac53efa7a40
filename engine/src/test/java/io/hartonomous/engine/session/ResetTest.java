package io.hartonomous.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerConnectionPoolDataSource;
import io.hartonomous.engine.interpret.EngineFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A connection that a pool gives to its next user.
@Timeout(60)
class ResetTest {
  // Transactions, database, temporary table, NOCOUNT, LOCK_TIMEOUT, context.
  private static final String STATE =
      "PRINT CONCAT('<', @@TRANCOUNT, '|', DB_NAME(), '|', OBJECT_ID('tempdb..#t'), '|', @@OPTIONS"
          + " & 512, '|', @@LOCK_TIMEOUT, '|', CONVERT(nvarchar(10), SESSION_CONTEXT(N'k')), '|',"
          + " @@IDENTITY, '>')";
  private static final String DIRTY =
      "CREATE TABLE #t (id int IDENTITY); INSERT #t DEFAULT VALUES; SET NOCOUNT ON; SET"
          + " LOCK_TIMEOUT 5; EXEC sp_set_session_context N'k', N'v'; BEGIN TRAN; INSERT dbo.kept"
          + " VALUES (1)";
  private static final String CLEAN = "<0|%s||0|-1||>";

  @TempDir static Path folder;
  private static EngineFixture engine;
  private String database;

  @BeforeAll
  static void start() throws Exception {
    engine = new EngineFixture(folder.resolve("engine"));
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @BeforeEach
  void database() throws SQLException {
    try (Connection connection = engine.fresh();
        Statement statement = connection.createStatement()) {
      database = connection.getCatalog();
      statement.execute("CREATE TABLE dbo.kept (id int NOT NULL)");
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(WireClient.utf16(text));
  }

  private int kept() throws SQLException {
    try (Connection other = engine.connect(database);
        Statement statement = other.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM dbo.kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void resetsBeforeTheRequestRuns() throws Exception {
    try (WireClient client = WireClient.login(engine.port(), engine.password(), database)) {
      assertThat(client.ask(DIRTY)).contains("e30b0008");
      assertThat(client.ask(STATE))
          .contains(hex("<1|" + database + "|"))
          .contains(hex("|512|5|v|1>"));
      client.batch(WireClient.RESET, STATE);
      // The rollback (10), the acknowledgement (18), then the answer.
      assertThat(client.receive())
          .contains("e303001200" + "00")
          .contains("e30b000a00")
          .contains(hex(CLEAN.formatted(database)));
      assertThat(client.ask(DIRTY)).contains("e30b0008");
    }
    assertThat(kept()).isZero();
  }

  @Test
  void keepsTheTransactionWhereAsked() throws Exception {
    try (WireClient client = WireClient.login(engine.port(), engine.password(), database)) {
      client.ask(DIRTY);
      client.batch(WireClient.RESET_KEEP_TRANSACTION, STATE);
      assertThat(client.receive())
          .contains("e303001200" + "00")
          .doesNotContain("e30b000a")
          .contains(hex("<1|" + database + "||0|-1||>"));
      assertThat(client.ask("COMMIT")).contains("e30b0009");
      assertThat(kept()).isEqualTo(1);
    }
  }

  @Test
  void goesBackToTheDatabaseOfTheLogin() throws Exception {
    try (WireClient client = WireClient.login(engine.port(), engine.password(), database)) {
      client.ask("CREATE TABLE #t (id int); USE tempdb; CREATE TABLE #u (id int)");
      assertThat(client.ask(STATE)).contains(hex("|tempdb|"));
      client.batch(WireClient.RESET, "CREATE TABLE #t (id int); CREATE TABLE #u (id int)");
      assertThat(client.receive()).doesNotContain("aa").contains(hex(database));
      client.batch(WireClient.RESET, STATE);
      assertThat(client.receive()).contains(hex(CLEAN.formatted(database)));
    }
  }

  @Test
  void refusesATemporaryTableOfTheDatabaseBefore() throws Exception {
    try (Connection connection = engine.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE #t (id int); USE master");
      assertThatThrownBy(() -> statement.execute("INSERT #t VALUES (1)"))
          .hasMessageContaining("#t after USE");
      statement.execute("USE " + database);
      statement.execute("INSERT #t VALUES (1); DROP TABLE #t");
    }
  }

  @Test
  void servesAPoolOfTheDriver() throws Exception {
    SQLServerConnectionPoolDataSource source = new SQLServerConnectionPoolDataSource();
    source.setURL(engine.url(database));
    PooledConnection pooled = source.getPooledConnection();
    try {
      for (int i = 0; i < 20; i++) {
        try (Connection connection = pooled.getConnection();
            Statement statement = connection.createStatement()) {
          try (ResultSet rows =
              statement.executeQuery(
                  "SELECT @@TRANCOUNT, DB_NAME(), OBJECT_ID('tempdb..#t'), @@LOCK_TIMEOUT")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
            assertThat(rows.getString(2)).isEqualTo(database);
            assertThat(rows.getObject(3)).isNull();
            assertThat(rows.getInt(4)).isEqualTo(-1);
          }
          connection.setAutoCommit(i % 2 == 0);
          statement.execute("CREATE TABLE #t (id int); SET LOCK_TIMEOUT 7");
          statement.execute("INSERT dbo.kept VALUES (" + i + ")");
          if (i % 3 == 0) {
            statement.execute("BEGIN TRAN; INSERT dbo.kept VALUES (100)");
          }
        }
      }
    } finally {
      pooled.close();
    }
    // What was not committed when the connection was given back is gone.
    assertThat(kept()).isEqualTo(10);
  }
}
