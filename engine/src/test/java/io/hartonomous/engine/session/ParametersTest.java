package io.hartonomous.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.ISQLServerDataRecord;
import com.microsoft.sqlserver.jdbc.SQLServerCallableStatement;
import com.microsoft.sqlserver.jdbc.SQLServerDataTable;
import com.microsoft.sqlserver.jdbc.SQLServerMetaData;
import com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement;
import com.microsoft.sqlserver.jdbc.SQLServerSortOrder;
import io.hartonomous.engine.interpret.EngineFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes in and out by remote procedure calls: values, tables, results, handles.
@Timeout(120)
class ParametersTest {
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
    statement.execute(
        "CREATE TABLE dbo.item (id int IDENTITY(10, 5) PRIMARY KEY, name nvarchar(40) NOT NULL,"
            + " price decimal(9, 2) NOT NULL DEFAULT 1.5)");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private List<String> all(String sql) throws SQLException {
    try (Statement other = connection.createStatement();
        ResultSet rows = other.executeQuery(sql)) {
      return all(rows);
    }
  }

  private static List<String> all(ResultSet rows) throws SQLException {
    List<String> found = new ArrayList<>();
    int width = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      StringBuilder line = new StringBuilder();
      for (int i = 1; i <= width; i++) {
        line.append(i == 1 ? "" : "|").append(rows.getString(i));
      }
      found.add(line.toString());
    }
    return found;
  }

  private static SQLServerDataTable lines() throws SQLException {
    SQLServerDataTable table = new SQLServerDataTable();
    table.addColumnMetadata("name", Types.NVARCHAR);
    table.addColumnMetadata("price", Types.DECIMAL);
    table.addColumnMetadata("n", Types.INTEGER);
    table.addRow("hammer", new BigDecimal("12.50"), 3);
    table.addRow("Näge😀l", new BigDecimal("0.05"), 1000);
    table.addRow("saw", null, null);
    return table;
  }

  private void lineType() throws SQLException {
    statement.execute(
        "CREATE TYPE dbo.line AS TABLE (name nvarchar(40) NOT NULL PRIMARY KEY, price decimal(9,"
            + " 2) NULL, n int NULL DEFAULT 7)");
  }

  @Test
  void takesATableInAProcedureCall() throws Exception {
    lineType();
    statement.execute(
        "CREATE PROCEDURE dbo.total @lines dbo.line READONLY, @factor int, @sum decimal(12, 2)"
            + " OUTPUT AS BEGIN SET NOCOUNT ON; SELECT @sum = SUM(price * n) * @factor FROM @lines;"
            + " SELECT name, n FROM @lines ORDER BY name; RETURN (SELECT COUNT(*) FROM @lines);"
            + " END");
    try (SQLServerCallableStatement call =
        (SQLServerCallableStatement) connection.prepareCall("{? = call dbo.total(?, ?, ?)}")) {
      for (int i = 1; i < 4; i++) {
        call.registerOutParameter(1, Types.INTEGER);
        call.setStructured(2, "dbo.line", lines());
        call.setInt(3, i);
        call.registerOutParameter(4, Types.DECIMAL, 2);
        try (ResultSet rows = call.executeQuery()) {
          assertThat(all(rows)).containsExactly("hammer|3", "Näge😀l|1000", "saw|null");
        }
        assertThat(call.getInt(1)).isEqualTo(3);
        assertThat(call.getBigDecimal(4))
            .isEqualByComparingTo(new BigDecimal("87.50").multiply(BigDecimal.valueOf(i)));
      }
    }
  }

  @Test
  void takesATableInAStatement() throws Exception {
    lineType();
    try (SQLServerPreparedStatement insert =
        (SQLServerPreparedStatement)
            connection.prepareStatement(
                "INSERT dbo.item (name, price) SELECT name, ISNULL(price, 9) FROM ? WHERE n IS NULL"
                    + " OR n > ?")) {
      for (int round = 0; round < 3; round++) {
        insert.setStructured(1, "dbo.line", lines());
        insert.setInt(2, 500);
        assertThat(insert.executeUpdate()).isEqualTo(2);
      }
    }
    assertThat(all("SELECT name, price FROM dbo.item ORDER BY id"))
        .hasSize(6)
        .startsWith("Näge😀l|0.05", "saw|9.00");
  }

  @Test
  void takesAnEmptyTableAndRowsOfAResult() throws Exception {
    lineType();
    SQLServerDataTable empty = new SQLServerDataTable();
    empty.addColumnMetadata("name", Types.NVARCHAR);
    empty.addColumnMetadata("price", Types.DECIMAL);
    empty.addColumnMetadata("n", Types.INTEGER);
    try (SQLServerPreparedStatement query =
        (SQLServerPreparedStatement) connection.prepareStatement("SELECT COUNT(*) FROM ?")) {
      query.setStructured(1, "dbo.line", empty);
      try (ResultSet rows = query.executeQuery()) {
        assertThat(all(rows)).containsExactly("0");
      }
      query.setStructured(1, "line", (SQLServerDataTable) null);
      try (ResultSet rows = query.executeQuery()) {
        assertThat(all(rows)).containsExactly("0");
      }
      try (Connection second = engine.connect(connection.getCatalog());
          Statement source = second.createStatement();
          ResultSet rows =
              source.executeQuery(
                  "SELECT CAST(value AS nvarchar(40)) AS name, CAST(value AS decimal(9, 2)) AS"
                      + " price, value AS n FROM GENERATE_SERIES(1, 5000)")) {
        query.setStructured(1, "dbo.line", rows);
        try (ResultSet counted = query.executeQuery()) {
          assertThat(all(counted)).containsExactly("5000");
        }
      }
    }
  }

  @Test
  void leavesColumnsToTheirDefaults() throws Exception {
    statement.execute(
        "CREATE TYPE dbo.keyed AS TABLE (id int IDENTITY(100, 10), name nvarchar(10), twice AS"
            + " name + name, stamp varchar(5) DEFAULT 'now')");
    SQLServerDataTable table = new SQLServerDataTable();
    table.addColumnMetadata("id", Types.INTEGER);
    table.addColumnMetadata("name", Types.NVARCHAR);
    table.addColumnMetadata("twice", Types.NVARCHAR);
    table.addColumnMetadata("stamp", Types.VARCHAR);
    table.addRow(1, "a", "x", "y");
    try (SQLServerPreparedStatement query =
        (SQLServerPreparedStatement) connection.prepareStatement("SELECT * FROM ?")) {
      query.setStructured(1, "dbo.keyed", table);
      assertThatThrownBy(query::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1077));
      query.setStructured(1, "dbo.keyed", new Defaulted("a", "b"));
      try (ResultSet rows = query.executeQuery()) {
        assertThat(all(rows)).containsExactly("100|a|aa|now", "110|b|bb|now");
      }
      query.setStructured(1, "dbo.keyed", lines());
      assertThatThrownBy(query::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(500));
    }
  }

  /// Gives names alone and leaves the other columns to the server.
  private static final class Defaulted implements ISQLServerDataRecord {
    private final java.util.Iterator<String> names;
    private String name;

    Defaulted(String... names) {
      this.names = List.of(names).iterator();
    }

    @Override
    public SQLServerMetaData getColumnMetaData(int column) {
      try {
        return switch (column) {
          case 1 -> defaulted("id", Types.INTEGER, 0);
          case 2 -> new SQLServerMetaData("name", Types.NVARCHAR, 10, 0);
          case 3 -> defaulted("twice", Types.NVARCHAR, 20);
          default -> defaulted("stamp", Types.VARCHAR, 5);
        };
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static SQLServerMetaData defaulted(String name, int type, int length)
        throws SQLException {
      return new SQLServerMetaData(
          name, type, length, 0, true, false, SQLServerSortOrder.UNSPECIFIED, -1);
    }

    @Override
    public int getColumnCount() {
      return 4;
    }

    @Override
    public Object[] getRowData() {
      return new Object[] {null, name, null, null};
    }

    @Override
    public boolean next() {
      boolean more = names.hasNext();
      name = more ? names.next() : null;
      return more;
    }
  }

  @Test
  void refusesRowsThatTheTableTypeForbids() throws Exception {
    lineType();
    SQLServerDataTable twice = lines();
    twice.addRow("SAW", null, 1);
    try (SQLServerPreparedStatement query =
        (SQLServerPreparedStatement) connection.prepareStatement("SELECT COUNT(*) FROM ?")) {
      query.setStructured(1, "dbo.line", twice);
      assertThatThrownBy(query::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(2627));
      query.setStructured(1, "dbo.nothing", lines());
      assertThatThrownBy(query::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(2715));
      query.setStructured(1, "dbo.line", lines());
      try (ResultSet rows = query.executeQuery()) {
        assertThat(all(rows)).containsExactly("3");
      }
    }
  }

  @Test
  void givesOutputParametersAndTheReturnValue() throws Exception {
    statement.execute(
        "CREATE PROCEDURE dbo.calc @a int, @b int OUTPUT, @t nvarchar(max) OUTPUT, @d datetime2(3)"
            + " = NULL OUTPUT AS SET @b = @a + ISNULL(@b, 0); SET @t = REPLICATE(CAST(N'ä' AS"
            + " nvarchar(max)), 9000); SET @d = '2026-01-02T03:04:05.678'; PRINT 'hello'; RETURN"
            + " -4");
    try (CallableStatement call = connection.prepareCall("{? = call dbo.calc(?, ?, ?, ?)}")) {
      call.registerOutParameter(1, Types.INTEGER);
      call.setInt(2, 30);
      call.setInt(3, 12);
      call.registerOutParameter(3, Types.INTEGER);
      call.registerOutParameter(4, Types.LONGNVARCHAR);
      call.registerOutParameter(5, Types.TIMESTAMP);
      call.execute();
      assertThat(call.getInt(1)).isEqualTo(-4);
      assertThat(call.getInt(3)).isEqualTo(42);
      assertThat(call.getString(4)).hasSize(9000);
      assertThat(call.getTimestamp(5)).hasToString("2026-01-02 03:04:05.678");
    }
    try (CallableStatement call = connection.prepareCall("{call dbo.missing(?)}")) {
      call.setInt(1, 1);
      assertThatThrownBy(call::execute)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(2812));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prepexec", "prepare", "none", "scopeTempTablesToConnection"})
  void preparesExecutesAndForgets(String method) throws Exception {
    try (Connection other =
        DriverManager.getConnection(
            engine.url(connection.getCatalog())
                + ";prepareMethod="
                + method
                + ";statementPoolingCacheSize=5;disableStatementPooling=false;serverPreparedStatementDiscardThreshold=2")) {
      for (int text = 0; text < 12; text++) {
        try (PreparedStatement prepared = other.prepareStatement("SELECT ? + " + text + ", ?")) {
          for (int round = 0; round < 4; round++) {
            prepared.setInt(1, round);
            prepared.setString(2, "x" + round);
            try (ResultSet rows = prepared.executeQuery()) {
              assertThat(all(rows)).containsExactly(round + text + "|x" + round);
            }
          }
        }
      }
    }
  }

  @Test
  void runsABatchAgainThatFailedBeforeItsLastStatement() throws Exception {
    statement.execute("CREATE PROCEDURE dbo.p AS SELECT 1 / COUNT(*) FROM dbo.item");
    String sql = "DECLARE @t TABLE (n int); INSERT @t EXEC dbo.p; SELECT n FROM @t";
    try (PreparedStatement prepared = connection.prepareStatement(sql + " WHERE n < ?")) {
      prepared.setInt(1, 10);
      assertThatThrownBy(prepared::executeQuery)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(8134));
      statement.execute("INSERT dbo.item (name) VALUES ('a')");
      for (int i = 0; i < 3; i++) {
        try (ResultSet rows = prepared.executeQuery()) {
          assertThat(all(rows)).containsExactly("1");
        }
      }
    }
  }

  @Test
  void refusesAHandleThatIsNotThere() {
    assertThatThrownBy(() -> statement.execute("EXEC sp_execute 4711"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(8179));
  }

  @Test
  void givesGeneratedKeys() throws Exception {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT dbo.item (name) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
      for (int i = 0; i < 4; i++) {
        insert.setString(1, "n" + i);
        assertThat(insert.executeUpdate()).isEqualTo(1);
        try (ResultSet keys = insert.getGeneratedKeys()) {
          assertThat(all(keys)).containsExactly(Integer.toString(10 + 5 * i));
        }
      }
    }
    assertThat(
            statement.executeUpdate(
                "INSERT dbo.item (name) VALUES ('z')", Statement.RETURN_GENERATED_KEYS))
        .isEqualTo(1);
    try (ResultSet keys = statement.getGeneratedKeys()) {
      assertThat(all(keys)).containsExactly("30");
    }
  }

  @Test
  void runsBatches() throws Exception {
    for (boolean autoCommit : new boolean[] {true, false}) {
      connection.setAutoCommit(autoCommit);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT dbo.item (name, price) VALUES (?, ?)")) {
        for (int i = 0; i < 500; i++) {
          insert.setString(1, "n" + i);
          insert.setBigDecimal(2, BigDecimal.valueOf(i, 2));
          insert.addBatch();
        }
        assertThat(insert.executeBatch()).hasSize(500).containsOnly(1);
      }
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE dbo.item SET price = price + 1 WHERE name = ?")) {
        for (String name : new String[] {"n1", "none", "N2"}) {
          update.setString(1, name);
          update.addBatch();
        }
        int each = autoCommit ? 1 : 2;
        assertThat(update.executeBatch()).containsExactly(each, 0, each);
      }
      if (!autoCommit) {
        connection.commit();
      }
    }
    assertThat(all("SELECT COUNT(*), SUM(price) FROM dbo.item")).containsExactly("1000|2501.00");
    connection.setAutoCommit(true);
    statement.addBatch("DELETE dbo.item WHERE name = 'n1'");
    statement.addBatch("UPDATE dbo.item SET price = 0");
    assertThat(statement.executeBatch()).containsExactly(2, 998);
  }

  @Test
  void tellsWhichOfABatchFailed() throws Exception {
    statement.execute("ALTER TABLE dbo.item ADD CONSTRAINT positive CHECK (price > 0)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT dbo.item (name, price) VALUES (?, ?)")) {
      for (int i = 0; i < 4; i++) {
        insert.setString(1, "n" + i);
        insert.setInt(2, i == 2 ? -1 : 1);
        insert.addBatch();
      }
      assertThatThrownBy(insert::executeBatch)
          .isInstanceOfSatisfying(
              BatchUpdateException.class,
              e -> {
                assertThat(e.getErrorCode()).isEqualTo(547);
                assertThat(e.getUpdateCounts()).containsExactly(1, 1, Statement.EXECUTE_FAILED, 1);
              });
    }
    assertThat(all("SELECT name FROM dbo.item ORDER BY id")).containsExactly("n0", "n1", "n3");
  }

  @Test
  void refusesServerCursorsByName() throws Exception {
    try (Connection cursors =
            DriverManager.getConnection(
                engine.url(connection.getCatalog()) + ";selectMethod=cursor");
        Statement s = cursors.createStatement()) {
      assertThatThrownBy(() -> s.executeQuery("SELECT name FROM dbo.item"))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> {
                assertThat(e.getErrorCode()).isEqualTo(49900);
                assertThat(e.getMessage()).contains("sp_cursoropen");
              });
    }
  }
}
