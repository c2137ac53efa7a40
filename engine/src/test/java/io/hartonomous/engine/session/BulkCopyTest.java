package io.hartonomous.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopyOptions;
import io.hartonomous.engine.interpret.EngineFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bulk loads as the driver makes them.
@Timeout(120)
class BulkCopyTest {
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
        "CREATE TABLE dbo.parent (id int NOT NULL CONSTRAINT pk_parent PRIMARY KEY); INSERT"
            + " dbo.parent VALUES (1); CREATE TABLE dbo.item (id int IDENTITY(5, 5) CONSTRAINT"
            + " pk_item PRIMARY KEY, name nvarchar(40) NULL CONSTRAINT df_name DEFAULT N'unnamed',"
            + " price decimal(9, 2) NOT NULL CONSTRAINT ck_price CHECK (price >= 0), parent int"
            + " NULL CONSTRAINT fk_parent REFERENCES dbo.parent (id), made datetime2(3) NULL, raw"
            + " varbinary(max) NULL, twice AS price * 2)");
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  private List<String> all(String sql) throws SQLException {
    try (Statement other = connection.createStatement();
        ResultSet rows = other.executeQuery(sql)) {
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
  }

  private void copy(String query, SQLServerBulkCopyOptions options, String... columns)
      throws SQLException {
    try (Connection second = engine.connect(connection.getCatalog());
        Statement source = second.createStatement();
        ResultSet rows = source.executeQuery(query);
        SQLServerBulkCopy copy = new SQLServerBulkCopy(connection)) {
      copy.setBulkCopyOptions(options);
      copy.setDestinationTableName("dbo.item");
      for (int i = 0; i < columns.length; i++) {
        copy.addColumnMapping(i + 1, columns[i]);
      }
      copy.writeToServer(rows);
    }
  }

  @Test
  void loadsManyRows() throws Exception {
    SQLServerBulkCopyOptions options = new SQLServerBulkCopyOptions();
    options.setBatchSize(7000);
    copy(
        "SELECT CONCAT(N'näme ', value), CAST(value AS decimal(9, 2)) / 100,"
            + " CAST('2026-01-02T03:04:05.678' AS datetime2(3)), CAST(REPLICATE('x', value % 50) AS"
            + " varbinary(max)) FROM GENERATE_SERIES(1, 20000) ORDER BY value",
        options, "name", "price", "made", "raw");
    assertThat(
            all(
                "SELECT COUNT(*), SUM(price), MIN(id), MAX(id), SUM(DATALENGTH(raw)) FROM"
                    + " dbo.item"))
        .containsExactly("20000|2000100.00|5|100000|490000");
    assertThat(all("SELECT name, price, twice, made, parent FROM dbo.item WHERE id = 50"))
        .containsExactly("näme 10|0.10|0.20|2026-01-02 03:04:05.678|null");
  }

  @Test
  void takesDefaultsForNullUnlessItKeepsThem() throws Exception {
    String rows = "SELECT CASE value WHEN 2 THEN 'given' END, value FROM GENERATE_SERIES(1, 3)";
    copy(rows, new SQLServerBulkCopyOptions(), "name", "price");
    assertThat(all("SELECT id, name FROM dbo.item ORDER BY id"))
        .containsExactly("5|unnamed", "10|given", "15|unnamed");
    SQLServerBulkCopyOptions keep = new SQLServerBulkCopyOptions();
    keep.setKeepNulls(true);
    copy(rows, keep, "name", "price");
    assertThat(all("SELECT name FROM dbo.item WHERE id > 15 ORDER BY id"))
        .containsExactly("null", "given", "null");
  }

  @Test
  void keepsIdentityValuesWhereAsked() throws Exception {
    String rows = "SELECT value * 100 AS id, value AS price FROM GENERATE_SERIES(1, 3)";
    copy(rows, new SQLServerBulkCopyOptions(), "id", "price");
    assertThat(all("SELECT id FROM dbo.item ORDER BY id")).containsExactly("5", "10", "15");
    SQLServerBulkCopyOptions keep = new SQLServerBulkCopyOptions();
    keep.setKeepIdentity(true);
    copy(rows, keep, "id", "price");
    statement.execute("INSERT dbo.item (price) VALUES (4)");
    assertThat(all("SELECT id FROM dbo.item WHERE id > 15 ORDER BY id"))
        .containsExactly("100", "200", "300", "305");
  }

  @Test
  void checksConstraintsWhereAsked() throws Exception {
    String rows = "SELECT -1, 99";
    copy(rows, new SQLServerBulkCopyOptions(), "price", "parent");
    assertThat(all("SELECT price, parent FROM dbo.item")).containsExactly("-1.00|99");
    String trusted =
        "SELECT name, is_disabled, is_not_trusted FROM sys.check_constraints UNION ALL SELECT name,"
            + " is_disabled, is_not_trusted FROM sys.foreign_keys ORDER BY name";
    assertThat(all(trusted)).containsExactly("ck_price|0|1", "fk_parent|0|1");
    SQLServerBulkCopyOptions check = new SQLServerBulkCopyOptions();
    check.setCheckConstraints(true);
    assertThatThrownBy(() -> copy(rows, check, "price", "parent"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(547));
    // A change is checked again.
    assertThatThrownBy(() -> statement.execute("INSERT dbo.item (price) VALUES (-2)"))
        .hasMessageContaining("ck_price");
    assertThat(all("SELECT COUNT(*) FROM dbo.item")).containsExactly("1");
  }

  @Test
  void storesAllOrNothingAndLeavesTheTransaction() throws Exception {
    connection.setAutoCommit(false);
    statement.execute("INSERT dbo.item (price) VALUES (1)");
    assertThatThrownBy(() ->
            copy(
                "SELECT CASE WHEN value < 4000 THEN value END FROM GENERATE_SERIES(1, 5000)",
                new SQLServerBulkCopyOptions(),
                "price"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(515));
    assertThat(all("SELECT COUNT(*), @@TRANCOUNT FROM dbo.item")).containsExactly("1|1");
    copy("SELECT 7", new SQLServerBulkCopyOptions(), "price");
    connection.rollback();
    connection.setAutoCommit(true);
    assertThat(all("SELECT COUNT(*) FROM dbo.item")).containsExactly("0");
  }

  @Test
  void firesNoTriggersAndRefusesToWhereAsked() throws Exception {
    statement.execute("CREATE TRIGGER dbo.tr ON dbo.item AFTER INSERT AS THROW 50001, 'fired', 1");
    copy("SELECT 7", new SQLServerBulkCopyOptions(), "price");
    SQLServerBulkCopyOptions fire = new SQLServerBulkCopyOptions();
    fire.setFireTriggers(true);
    assertThatThrownBy(() -> copy("SELECT 7", fire, "price"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(49900));
    assertThat(all("SELECT COUNT(*) FROM dbo.item")).containsExactly("1");
    statement.execute("DROP TRIGGER dbo.tr");
    copy("SELECT 7", fire, "price");
    assertThat(all("SELECT COUNT(*) FROM dbo.item")).containsExactly("2");
  }

  @Test
  void servesBatchInserts() throws Exception {
    try (Connection bulk =
            DriverManager.getConnection(
                engine.url(connection.getCatalog()) + ";useBulkCopyForBatchInsert=true");
        PreparedStatement insert =
            bulk.prepareStatement("INSERT INTO dbo.item (name, price, made) VALUES (?, ?, ?)")) {
      for (int i = 0; i < 3000; i++) {
        insert.setString(1, i % 3 == 0 ? null : "n" + i);
        insert.setBigDecimal(2, new java.math.BigDecimal(i).movePointLeft(2));
        insert.setTimestamp(3, java.sql.Timestamp.valueOf("2026-11-22 10:20:30.4"));
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).hasSize(3000);
    }
    assertThat(all("SELECT COUNT(*), SUM(price), MIN(made) FROM dbo.item"))
        .containsExactly("3000|44985.00|2026-11-22 10:20:30.400");
  }

  @Test
  void refusesWhatIsNoBulkInsert() {
    for (String sql :
        List.of(
            "INSERT BULK dbo.item (price decimal(9, 2)) WITH (SOMETHING)",
            "INSERT BULK dbo.nothing (price decimal(9, 2))",
            "INSERT BULK dbo.item (nothing int)",
            "INSERT BULK dbo.item (price)",
            "INSERT BULK dbo.item (twice int)",
            "INSERT BULK dbo.item price int")) {
      assertThatThrownBy(() -> statement.execute(sql))
          .as(sql)
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(e.getErrorCode()).isIn(102, 207, 208, 271, 49900));
    }
  }
}
