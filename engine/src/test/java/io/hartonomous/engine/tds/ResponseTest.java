package io.hartonomous.engine.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopyOptions;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerDataTable;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.ResultSink.Command;
import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.engine.session.ServerMessage;
import io.hartonomous.model.SqlType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages, counts, several results, OUTPUT values, cancelling, bulk load: what stands around the
/// rows.
class ResponseTest {
  private static final List<ResultColumn> ID = List.of(ResultColumn.of("id", SqlType.INT));

  @TempDir Path folder;
  private final AtomicReference<ScriptedSession.Script> script = new AtomicReference<>();
  private TdsServerFixture fixture;
  private Connection connection;

  @BeforeEach
  void start() throws Exception {
    fixture =
        new TdsServerFixture(
            folder,
            (sql, parameters, sink, session) -> script.get().run(sql, parameters, sink, session));
    connection = fixture.plain();
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    fixture.close();
  }

  private void answer(ScriptedSession.Script answer) {
    script.set(answer);
  }

  private static void ids(ResultSink sink, boolean inModule, int... values) {
    sink.columns(ID);
    for (int value : values) {
      sink.row(new Object[] {value});
    }
    sink.done(Command.SELECT, values.length, false, inModule);
  }

  private static ServerMessage message(int number, int severity, String text) {
    return new ServerMessage(number, 7, severity, text, "dbo.p", 42);
  }

  private static void isOne(Connection open) throws SQLException {
    try (Statement statement = open.createStatement();
        ResultSet rows = statement.executeQuery("again")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void carriesNumberStateSeverityProcedureAndLine() throws Exception {
    answer((_, _, sink, _) -> {
      sink.message(message(50_001, 16, "It is wrong: 日."));
      sink.done(Command.NONE, -1, true, false);
    });
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("x"))
          .isInstanceOfSatisfying(
              SQLServerException.class,
              e -> {
                assertThat(e.getErrorCode()).isEqualTo(50_001);
                assertThat(e.getMessage()).contains("It is wrong: 日.");
                assertThat(e.getSQLServerError().getErrorState()).isEqualTo((byte) 7);
                assertThat(e.getSQLServerError().getErrorSeverity()).isEqualTo((byte) 16);
                assertThat(e.getSQLServerError().getProcedureName()).isEqualTo("dbo.p");
                assertThat(e.getSQLServerError().getLineNumber()).isEqualTo(42);
                assertThat(e.getSQLServerError().getServerName()).isEqualTo("hartonomous");
              });
    }
    answer((_, _, sink, _) -> ids(sink, false, 1));
    isOne(connection);
  }

  @Test
  void showsInformationAsWarningsInOrder() throws Exception {
    answer((_, _, sink, _) -> {
      sink.message(message(0, 0, "first"));
      sink.message(message(50_000, 10, "second"));
      sink.done(Command.NONE, -1, false, false);
    });
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute("x")).isFalse();
      assertThat(statement.getWarnings().getMessage()).isEqualTo("first");
      assertThat(statement.getWarnings().getNextWarning().getMessage()).isEqualTo("second");
      assertThat(statement.getWarnings().getNextWarning().getErrorCode()).isEqualTo(50_000);
    }
  }

  @Test
  void givesSeveralResultsAndCountsInOrder() throws Exception {
    answer((_, _, sink, _) -> {
      ids(sink, false, 1, 2);
      sink.done(Command.INSERT, 5, false, false);
      sink.message(message(0, 0, "between"));
      ids(sink, false);
      sink.done(Command.UPDATE, 0, false, false);
      sink.done(Command.NONE, -1, false, false);
    });
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute("x")).isTrue();
      try (ResultSet rows = statement.getResultSet()) {
        assertThat(rows.next() && rows.next()).isTrue();
        assertThat(rows.next()).isFalse();
      }
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(5);
      assertThat(statement.getMoreResults()).isTrue();
      assertThat(statement.getResultSet().next()).isFalse();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isZero();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
    }
  }

  @Test
  void goesOnAfterAnErrorOfAStatement() throws Exception {
    answer((_, _, sink, _) -> {
      ids(sink, false, 1);
      sink.message(message(547, 16, "constraint"));
      sink.done(Command.INSERT, 0, true, false);
      ids(sink, false, 2);
    });
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute("x")).isTrue();
      assertThatThrownBy(statement::getMoreResults)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(547));
      assertThat(statement.getMoreResults()).isTrue();
      assertThat(statement.getResultSet().next()).isTrue();
      assertThat(statement.getResultSet().getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void returnsOutputParametersAndStatus() throws Exception {
    List<RpcRequest.Parameter> given = new ArrayList<>();
    answer((sql, parameters, sink, session) -> {
      session.answersStatus = true;
      given.addAll(parameters);
      // The driver wraps the call in sp_executesql, whose first two parameters count.
      assertThat(sql).isEqualTo("EXEC @P0 = dbo.p @P1, @P2 OUT, @P3 OUT");
      ids(sink, true, 1);
      sink.returnStatus(0);
      sink.returnValue(2, "@P0", SqlType.INT, -6);
      sink.returnValue(4, "@P2", SqlType.decimal(10, 2), new BigDecimal("12.50"));
      sink.returnValue(5, "@P3", SqlType.nvarchar(50), null);
    });
    try (CallableStatement call = connection.prepareCall("{? = call dbo.p(?, ?, ?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setInt(2, 7);
      call.registerOutParameter(3, Types.DECIMAL, 2);
      call.registerOutParameter(4, Types.NVARCHAR);
      assertThat(call.execute()).isTrue();
      try (ResultSet rows = call.getResultSet()) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(call.getMoreResults()).isFalse();
      assertThat(call.getInt(1)).isEqualTo(-6);
      assertThat(call.getBigDecimal(3)).isEqualTo(new BigDecimal("12.50"));
      assertThat(call.getString(4)).isNull();
    }
    assertThat(given)
        .extracting(RpcRequest.Parameter::output)
        .containsExactly(true, false, true, true);
    assertThat(given.get(1).value()).isEqualTo(7);
  }

  @Test
  void runsBatchesOfCalls() throws Exception {
    List<Object> seen = new ArrayList<>();
    answer((_, parameters, sink, _) -> {
      seen.add(parameters.getFirst().value());
      if (parameters.getFirst().value().equals(3)) {
        sink.message(message(2627, 14, "twice"));
        sink.done(Command.INSERT, 0, true, true);
      } else {
        sink.done(Command.INSERT, 1, false, true);
      }
    });
    try (PreparedStatement statement = connection.prepareStatement("INSERT t VALUES (?)")) {
      for (int i = 1; i <= 4; i++) {
        statement.setInt(1, i);
        statement.addBatch();
      }
      assertThatThrownBy(statement::executeBatch)
          .isInstanceOfSatisfying(
              java.sql.BatchUpdateException.class,
              e -> {
                assertThat(e.getErrorCode()).isEqualTo(2627);
                assertThat(e.getUpdateCounts()).containsExactly(1, 1, Statement.EXECUTE_FAILED, 1);
              });
    }
    assertThat(seen).containsExactly(1, 2, 3, 4);
  }

  @Test
  void cancelsARunningCall() throws Exception {
    answer((sql, _, sink, session) -> {
      if (sql.equals("slow")) {
        assertThat(session.waitForCancel()).isTrue();
        sink.message(message(50_000, 10, "stopped"));
      } else {
        ids(sink, false, 1);
      }
    });
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.execute("slow")).isInstanceOf(SQLTimeoutException.class);
    }
    isOne(connection);
    assertThat(fixture.session().cancels).isEqualTo(1);
  }

  @Test
  void cancelsWhileRowsAreSent() throws Exception {
    answer((sql, _, sink, session) -> {
      if (!sql.equals("endless")) {
        ids(sink, false, 1);
        return;
      }
      sink.columns(List.of(ResultColumn.of("v", SqlType.nvarchar(1000))));
      int sent = 0;
      while (session.cancels == 0) {
        sink.row(new Object[] {"x".repeat(1000)});
        sent++;
      }
      sink.done(Command.SELECT, sent, false, false);
    });
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("endless");
      for (int i = 0; i < 100; i++) {
        assertThat(rows.next()).isTrue();
      }
      Thread.sleep(50);
      statement.cancel();
      assertThatThrownBy(
              () -> {
                while (rows.next()) {
                  assertThat(rows.getString(1)).hasSize(1000);
                }
              })
          .isInstanceOf(SQLException.class);
    }
    isOne(connection);
  }

  /// An attention that comes when the call has just ended is answered once, and the next request is
  /// not disturbed.
  @Test
  void survivesManyRacesOfCancelAndEnd() throws Exception {
    answer((sql, _, sink, session) -> {
      if (sql.equals("short")) {
        long until = System.nanoTime() + 12_000_000;
        while (System.nanoTime() < until && session.cancels == 0) {
          Thread.onSpinWait();
        }
      }
      ids(sink, false, 1);
    });
    for (int i = 0; i < 30; i++) {
      try (Statement statement = connection.createStatement()) {
        Thread canceller =
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    Thread.sleep(11);
                    statement.cancel();
                  } catch (InterruptedException | SQLException e) {
                    throw new IllegalStateException(e);
                  }
                });
        try (ResultSet rows = statement.executeQuery("short")) {
          rows.next();
        } catch (SQLException e) {
          assertThat(e.getMessage()).containsIgnoringCase("cancel");
        }
        canceller.join();
      }
      isOne(connection);
    }
  }

  @Test
  void notesThatTheClientWentAwayDuringACall() throws Exception {
    answer((_, _, _, session) -> assertThat(session.waitForCancel()).isTrue());
    Thread caller =
        Thread.ofPlatform()
            .start(() -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("slow");
              } catch (SQLException _) {
                // Its connection is aborted below.
                return;
              }
            });
    Thread.sleep(200);
    connection.abort(Runnable::run);
    caller.join();
    for (int i = 0; i < 200 && !fixture.session().closed; i++) {
      Thread.sleep(10);
    }
    assertThat(fixture.session().closed).isTrue();
  }

  @Test
  void resetsAPooledConnection() throws Exception {
    answer((_, _, sink, _) -> ids(sink, false, 1));
    var source = new com.microsoft.sqlserver.jdbc.SQLServerConnectionPoolDataSource();
    source.setURL(fixture.url("encrypt=false"));
    source.setUser("sa");
    source.setPassword("Pässwörd-1 😀");
    var pooled = source.getPooledConnection();
    for (int i = 0; i < 3; i++) {
      try (Connection lent = pooled.getConnection()) {
        isOne(lent);
      }
    }
    assertThat(fixture.session().resets).isNotEmpty().containsOnly(false);
    pooled.close();
  }

  @Test
  void loadsInBulk() throws Exception {
    answer((sql, _, sink, _) -> {
      if (sql.contains("FMTONLY")) {
        sink.columns(
            List.of(
                new ResultColumn("Id", SqlType.INT, false, false, false),
                ResultColumn.of("Name", SqlType.nvarchar(SqlType.MAX)),
                ResultColumn.of("Price", SqlType.decimal(18, 2)),
                ResultColumn.of("Data", SqlType.varbinary(100))));
        sink.done(Command.SELECT, 0, false, false);
      } else if (sql.contains("sys.columns")) {
        sink.columns(
            List.of(
                ResultColumn.of("collation_name", SqlType.SYSNAME),
                ResultColumn.of("is_computed", SqlType.BIT)));
        for (int i = 0; i < 4; i++) {
          sink.row(new Object[] {i == 1 ? "SQL_Latin1_General_CP1_CI_AS" : null, false});
        }
        sink.done(Command.SELECT, 4, false, false);
      } else {
        assertThat(sql).startsWithIgnoringCase("INSERT BULK");
        sink.done(Command.NONE, -1, false, false);
      }
    });
    var table = new SQLServerDataTable();
    table.addColumnMetadata("Id", Types.INTEGER);
    table.addColumnMetadata("Name", Types.NVARCHAR);
    table.addColumnMetadata("Price", Types.DECIMAL);
    table.addColumnMetadata("Data", Types.VARBINARY);
    for (int i = 0; i < 5000; i++) {
      table.addRow(
          i, i % 3 == 0 ? null : "name " + i, new BigDecimal(i + ".25"), new byte[] {(byte) i});
    }
    try (SQLServerBulkCopy copy = new SQLServerBulkCopy(connection)) {
      SQLServerBulkCopyOptions options = new SQLServerBulkCopyOptions();
      options.setBatchSize(2000);
      copy.setBulkCopyOptions(options);
      copy.setDestinationTableName("dbo.Target");
      copy.writeToServer(new BulkRows(table));
    }
    ScriptedSession session = fixture.session();
    assertThat(session.bulkColumns)
        .extracting(ResultColumn::name)
        .containsExactly("Id", "Name", "Price", "Data");
    assertThat(session.bulkRows).hasSize(5000);
    assertThat(session.bulkRows.get(4))
        .containsExactly(4, "name 4", new BigDecimal("4.25"), new byte[] {4});
    assertThat(session.bulkRows.get(4998)[1]).isNull();
    answer((_, _, sink, _) -> ids(sink, false, 1));
    isOne(connection);
  }

  @Test
  void tellsTheTransactionDescriptor() throws Exception {
    answer((sql, _, sink, _) -> {
      if (sql.contains("implicit_transactions")) {
        sink.done(Command.NONE, -1, false, false);
      } else {
        sink.transaction(ResultSink.TransactionChange.BEGAN, 0x0102030405060708L);
        ids(sink, false, 1);
      }
    });
    connection.setAutoCommit(false);
    isOne(connection);
    answer((_, _, sink, _) -> {
      sink.transaction(ResultSink.TransactionChange.COMMITTED, 0x0102030405060708L);
      sink.done(Command.NONE, -1, false, false);
    });
    connection.commit();
  }

  @Test
  void closesWhenTheSessionFailsAndSaysWhy() throws Exception {
    answer((_, _, _, _) -> {
      throw new IllegalStateException("a defect for the test");
    });
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("x"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("a defect for the test");
    }
    assertThat(((SQLServerConnection) connection).isValid(1)).isFalse();
  }

  @Test
  void closesAfterAnErrorThatBreaksTheSession() throws Exception {
    answer((_, _, sink, session) -> {
      session.broken = true;
      sink.message(message(50_000, 20, "fatal"));
      sink.done(Command.NONE, -1, true, false);
    });
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("x"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("fatal");
    }
    assertThat(connection.isValid(1)).isFalse();
  }
}
