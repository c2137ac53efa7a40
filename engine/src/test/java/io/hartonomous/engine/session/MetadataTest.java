package io.hartonomous.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.engine.interpret.EngineFixture;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the driver tells about a database. The values are those of the JDBC and the procedures'
/// documentation.
@Timeout(120)
class MetadataTest {
  @TempDir static Path folder;
  private static EngineFixture engine;
  private static Connection connection;
  private static DatabaseMetaData data;
  private static String database;

  @BeforeAll
  static void start() throws Exception {
    engine = new EngineFixture(folder.resolve("engine"));
    connection = engine.fresh();
    database = connection.getCatalog();
    data = connection.getMetaData();
    try (Statement s = connection.createStatement()) {
      s.execute("CREATE SCHEMA shop");
      s.execute(
          "CREATE TABLE shop.customer (id int IDENTITY CONSTRAINT pk_customer PRIMARY KEY, email"
              + " nvarchar(80) NOT NULL CONSTRAINT uq_email UNIQUE, born date NULL, balance money"
              + " NOT NULL CONSTRAINT df_balance DEFAULT 0, notes nvarchar(max) NULL, version"
              + " rowversion, doubled AS balance * 2, [odd_name%] varchar(7) NULL)");
      s.execute(
          "CREATE TABLE shop.orders (customer int NOT NULL, nr smallint NOT NULL, at datetime2(3)"
              + " NOT NULL, total decimal(12, 3) NULL, code uniqueidentifier NULL, rate float NULL,"
              + " CONSTRAINT pk_orders PRIMARY KEY (customer, nr), CONSTRAINT fk_customer FOREIGN"
              + " KEY (customer) REFERENCES shop.customer (id) ON DELETE CASCADE)");
      s.execute("CREATE INDEX ix_at ON shop.orders (at DESC, nr) INCLUDE (total)");
      s.execute(
          "CREATE VIEW shop.totals AS SELECT customer, SUM(total) AS total FROM shop.orders GROUP"
              + " BY customer");
      s.execute(
          "CREATE PROCEDURE shop.place @customer int, @text nvarchar(20) = N'x', @nr smallint"
              + " OUTPUT, @price decimal(9, 2) AS SET @nr = @customer + 1");
      s.execute("CREATE FUNCTION shop.twice (@n int) RETURNS bigint AS BEGIN RETURN @n * 2 END");
      s.execute("CREATE FUNCTION shop.several (@n int) RETURNS TABLE AS RETURN SELECT @n AS n");
      s.execute("CREATE TYPE shop.phone FROM varchar(20)");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    connection.close();
    engine.close();
  }

  private static List<String> rows(ResultSet found, String... columns) throws SQLException {
    try (found) {
      List<String> all = new ArrayList<>();
      while (found.next()) {
        StringBuilder line = new StringBuilder();
        for (String column : columns) {
          line.append(line.isEmpty() ? "" : "|").append(found.getString(column));
        }
        all.add(line.toString());
      }
      return all;
    }
  }

  @Test
  void tables() throws Exception {
    assertThat(
            rows(
                data.getTables(null, "shop", "%", null),
                "TABLE_CAT",
                "TABLE_SCHEM",
                "TABLE_NAME",
                "TABLE_TYPE"))
        .containsExactly(
            database + "|shop|customer|TABLE",
            database + "|shop|orders|TABLE",
            database + "|shop|totals|VIEW");
    assertThat(rows(data.getTables(database, null, "cust%", new String[] {"TABLE"}), "TABLE_NAME"))
        .containsExactly("customer");
    assertThat(rows(data.getTables(null, "shop", "%", new String[] {"VIEW"}), "TABLE_NAME"))
        .containsExactly("totals");
    assertThat(rows(data.getTableTypes(), "TABLE_TYPE"))
        .containsExactlyInAnyOrder("SYSTEM TABLE", "TABLE", "VIEW");
    assertThat(rows(data.getSchemas(), "TABLE_SCHEM"))
        .contains("dbo", "shop", "sys", "INFORMATION_SCHEMA");
    assertThat(rows(data.getSchemas(null, "sh%"), "TABLE_SCHEM")).containsExactly("shop");
    assertThat(rows(data.getCatalogs(), "TABLE_CAT")).contains("master", "tempdb", database);
  }

  // A known difference: SQL Server takes NULL for possible in every computed column that may
  // overflow.
  @Test
  void columns() throws Exception {
    assertThat(
            rows(
                data.getColumns(null, "shop", "customer", "%"),
                "ORDINAL_POSITION",
                "COLUMN_NAME",
                "DATA_TYPE",
                "TYPE_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "NULLABLE",
                "COLUMN_DEF",
                "IS_AUTOINCREMENT",
                "IS_GENERATEDCOLUMN"))
        .containsExactly(
            "1|id|4|int identity|10|0|0|null|YES|NO",
            "2|email|-9|nvarchar|80|null|0|null|NO|NO",
            "3|born|91|date|10|0|1|null|NO|NO",
            "4|balance|3|money|19|4|0|((0))|NO|NO",
            "5|notes|-9|nvarchar|2147483647|null|1|null|NO|NO",
            "6|version|-2|timestamp|8|null|0|null|NO|NO",
            "7|doubled|3|money|19|4|0|null|NO|YES",
            "8|odd_name%|12|varchar|7|null|1|null|NO|NO");
    assertThat(
            rows(
                data.getColumns(null, "shop", "orders", "t_tal"),
                "COLUMN_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS"))
        .containsExactly("total|12|3");
    assertThat(
            rows(
                data.getColumns(null, "shop", "orders", "at"),
                "DATA_TYPE",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS"))
        .containsExactly("93|23|3");
    assertThat(rows(data.getColumns(null, "shop", "%", "odd\\_name\\%"), "COLUMN_NAME"))
        .containsExactly("odd_name%");
  }

  @Test
  void keys() throws Exception {
    assertThat(
            rows(data.getPrimaryKeys(null, "shop", "orders"), "COLUMN_NAME", "KEY_SEQ", "PK_NAME"))
        .containsExactly("customer|1|pk_orders", "nr|2|pk_orders");
    String[] wanted = {
      "PKTABLE_SCHEM",
      "PKTABLE_NAME",
      "PKCOLUMN_NAME",
      "FKTABLE_NAME",
      "FKCOLUMN_NAME",
      "KEY_SEQ",
      "UPDATE_RULE",
      "DELETE_RULE",
      "FK_NAME",
      "PK_NAME",
      "DEFERRABILITY"
    };
    String key = "shop|customer|id|orders|customer|1|3|0|fk_customer|pk_customer|7";
    assertThat(rows(data.getImportedKeys(null, "shop", "orders"), wanted)).containsExactly(key);
    assertThat(rows(data.getExportedKeys(null, "shop", "customer"), wanted)).containsExactly(key);
    assertThat(
            rows(data.getCrossReference(null, "shop", "customer", null, "shop", "orders"), wanted))
        .containsExactly(key);
    assertThat(rows(data.getImportedKeys(null, "shop", "customer"), wanted)).isEmpty();
    assertThat(
            rows(
                data.getBestRowIdentifier(
                    null, "shop", "customer", DatabaseMetaData.bestRowSession, false),
                "COLUMN_NAME",
                "DATA_TYPE",
                "TYPE_NAME"))
        .containsExactly("id|4|int identity");
    assertThat(rows(data.getVersionColumns(null, "shop", "customer"), "COLUMN_NAME", "TYPE_NAME"))
        .containsExactly("version|timestamp");
  }

  @Test
  void indexes() throws Exception {
    String[] wanted = {
      "INDEX_NAME", "NON_UNIQUE", "TYPE", "ORDINAL_POSITION", "COLUMN_NAME", "ASC_OR_DESC"
    };
    assertThat(rows(data.getIndexInfo(null, "shop", "orders", false, true), wanted))
        .contains(
            "pk_orders|0|1|1|customer|A",
            "pk_orders|0|1|2|nr|A",
            "ix_at|1|3|1|at|D",
            "ix_at|1|3|2|nr|A");
    assertThat(rows(data.getIndexInfo(null, "shop", "customer", true, true), "INDEX_NAME"))
        .contains("pk_customer", "uq_email")
        .doesNotContain("ix_at");
  }

  @Test
  void procedures() throws Exception {
    assertThat(
            rows(
                data.getProcedures(null, "shop", "%"),
                "PROCEDURE_SCHEM",
                "PROCEDURE_NAME",
                "PROCEDURE_TYPE"))
        .containsExactly("shop|place;1|2", "shop|several;0|2", "shop|twice;0|2");
    assertThat(
            rows(
                data.getProcedureColumns(null, "shop", "place", "%"),
                "COLUMN_NAME",
                "COLUMN_TYPE",
                "DATA_TYPE",
                "TYPE_NAME",
                "PRECISION",
                "SCALE",
                "NULLABLE",
                "ORDINAL_POSITION"))
        .containsExactly(
            "@RETURN_VALUE|5|4|int|10|0|0|0",
            "@customer|1|4|int|10|0|1|1",
            "@text|1|-9|nvarchar|20|null|1|2",
            "@nr|2|5|smallint|5|0|1|3",
            "@price|1|3|decimal|9|2|1|4");
    assertThat(rows(data.getFunctions(null, "shop", "%"), "FUNCTION_NAME"))
        .contains("twice;0", "several;0");
    assertThat(
            rows(data.getFunctionColumns(null, "shop", "twice", "%"), "COLUMN_NAME", "DATA_TYPE"))
        .containsExactly("@RETURN_VALUE|-5", "@n|4");
    try (CallableStatement call = connection.prepareCall("{call shop.place(?, ?, ?, ?)}")) {
      call.setInt("customer", 7);
      call.setString("text", "y");
      call.registerOutParameter("nr", Types.SMALLINT);
      call.setBigDecimal("price", new java.math.BigDecimal("1.5"));
      call.execute();
      assertThat(call.getInt("nr")).isEqualTo(8);
      assertThat(call.getParameterMetaData().getParameterCount()).isEqualTo(4);
    }
  }

  @Test
  void types() throws Exception {
    List<String> types =
        rows(
            data.getTypeInfo(),
            "TYPE_NAME",
            "DATA_TYPE",
            "PRECISION",
            "CASE_SENSITIVE",
            "SEARCHABLE");
    assertThat(types)
        .contains(
            "int|4|10|0|2",
            "bigint|-5|19|0|2",
            "nvarchar|-9|4000|0|3",
            "varchar|12|8000|0|3",
            "decimal|3|38|0|2",
            "uniqueidentifier|1|36|0|2");
  }

  @Test
  void privilegesAndTheRest() throws Exception {
    assertThat(rows(data.getTablePrivileges(null, "shop", "orders"), "GRANTEE", "PRIVILEGE"))
        .contains("dbo|SELECT", "dbo|INSERT");
    assertThat(rows(data.getColumnPrivileges(null, "shop", "orders", "nr"), "GRANTEE", "PRIVILEGE"))
        .contains("dbo|SELECT", "dbo|UPDATE");
    assertThat(data.getUserName()).isEqualTo("sa");
    assertThat(data.getDatabaseProductName()).isEqualTo("Microsoft SQL Server");
    assertThat(data.getDatabaseMajorVersion()).isEqualTo(17);
    assertThat(rows(data.getClientInfoProperties(), "NAME")).isEmpty();
    assertThat(data.getURL()).startsWith("jdbc:sqlserver://");
    assertThat(data.getMaxConnections()).isNotNegative();
  }

  @Test
  void parametersAndResultsOfStatements() throws Exception {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, email, doubled FROM shop.customer WHERE id = ? AND email LIKE ?")) {
      assertThat(query.getMetaData().getColumnCount()).isEqualTo(3);
      assertThat(query.getMetaData().isAutoIncrement(1)).isTrue();
      assertThat(query.getMetaData().getColumnTypeName(2)).isEqualTo("nvarchar");
      // sp_describe_undeclared_parameters is not there yet.
      assertThatThrownBy(query::getParameterMetaData)
          .hasMessageContaining("sp_describe_undeclared_parameters");
    }
  }
}
