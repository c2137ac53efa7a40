package io.hartonomous.engine.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.engine.session.ResultColumn;
import io.hartonomous.engine.session.ResultSink;
import io.hartonomous.engine.session.RpcRequest;
import io.hartonomous.engine.session.Variant;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microsoft.sql.DateTimeOffset;
import microsoft.sql.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every type as a result column and as a parameter, by the real driver.
class TypesTest {
  @TempDir Path folder;
  private TdsServerFixture fixture;
  private Connection connection;

  // What the next statement answers, and what the last one was given.
  private List<ResultColumn> columns = List.of();
  private List<Object[]> rows = List.of();
  private List<RpcRequest.Parameter> given = List.of();

  @BeforeEach
  void start() throws Exception {
    fixture =
        new TdsServerFixture(
            folder,
            (_, parameters, sink, _) -> {
              given = parameters;
              sink.columns(columns);
              rows.forEach(sink::row);
              sink.done(ResultSink.Command.SELECT, rows.size(), false, false);
            });
    connection = fixture.plain();
  }

  @AfterEach
  void stop() throws Exception {
    connection.close();
    fixture.close();
  }

  private static Arguments of(SqlType type, Object sent, Object expected, String typeName) {
    return Arguments.of(type, sent, expected, typeName);
  }

  private static SqlType type(Base base) {
    return SqlType.of(base);
  }

  static Stream<Arguments> results() throws SQLException {
    LocalDateTime moment = LocalDateTime.of(2026, 11, 22, 13, 14, 15, 123_456_700);
    UUID uuid = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");
    return Stream.of(
        of(SqlType.BIT, true, true, "bit"),
        of(type(Base.TINYINT), 255, (short) 255, "tinyint"),
        of(type(Base.SMALLINT), -32768, (short) -32768, "smallint"),
        of(SqlType.INT, Integer.MIN_VALUE, Integer.MIN_VALUE, "int"),
        of(SqlType.BIGINT, Long.MIN_VALUE, Long.MIN_VALUE, "bigint"),
        of(
            SqlType.decimal(9, 2),
            new BigDecimal("-1234567.89"),
            new BigDecimal("-1234567.89"),
            "decimal"),
        of(
            SqlType.decimal(18, 4),
            new BigDecimal("99999999999999.9999"),
            new BigDecimal("99999999999999.9999"),
            "decimal"),
        of(
            SqlType.decimal(19, 0),
            new BigDecimal("9999999999999999999"),
            new BigDecimal("9999999999999999999"),
            "decimal"),
        of(
            SqlType.decimal(28, 10),
            new BigDecimal("-123456789012345678.0123456789"),
            new BigDecimal("-123456789012345678.0123456789"),
            "decimal"),
        of(
            SqlType.decimal(38, 0),
            new BigDecimal("99999999999999999999999999999999999999"),
            new BigDecimal("99999999999999999999999999999999999999"),
            "decimal"),
        of(
            new SqlType(
                Base.NUMERIC, 0, 5, 3, java.util.Optional.empty(), java.util.Optional.empty()),
            new BigDecimal("0.001"),
            new BigDecimal("0.001"),
            "numeric"),
        of(
            type(Base.MONEY),
            new BigDecimal("-922337203685477.5808"),
            new BigDecimal("-922337203685477.5808"),
            "money"),
        of(type(Base.MONEY), new BigDecimal("1.5"), new BigDecimal("1.5000"), "money"),
        of(
            type(Base.SMALLMONEY),
            new BigDecimal("-214748.3648"),
            new BigDecimal("-214748.3648"),
            "smallmoney"),
        of(type(Base.REAL), 1.5f, 1.5f, "real"),
        of(SqlType.FLOAT, Math.PI, Math.PI, "float"),
        of(
            type(Base.DATE),
            LocalDate.of(1, 1, 1),
            java.sql.Date.valueOf(LocalDate.of(1, 1, 1)),
            "date"),
        of(
            type(Base.DATETIME),
            LocalDateTime.of(1753, 1, 1, 0, 0),
            Timestamp.valueOf("1753-01-01 00:00:00"),
            "datetime"),
        of(
            type(Base.DATETIME),
            LocalDateTime.of(2026, 11, 22, 23, 59, 59, 997_000_000),
            Timestamp.valueOf("2026-11-22 23:59:59.997"),
            "datetime"),
        of(
            type(Base.DATETIME),
            LocalDateTime.of(2026, 11, 22, 1, 2, 3, 3_000_000),
            Timestamp.valueOf("2026-11-22 01:02:03.003"),
            "datetime"),
        of(
            type(Base.SMALLDATETIME),
            LocalDateTime.of(2079, 6, 6, 23, 59),
            Timestamp.valueOf("2079-06-06 23:59:00"),
            "smalldatetime"),
        of(
            SqlType.scaled(Base.DATETIME2, 7),
            moment,
            Timestamp.valueOf("2026-11-22 13:14:15.1234567"),
            "datetime2"),
        of(
            SqlType.scaled(Base.DATETIME2, 3),
            moment,
            Timestamp.valueOf("2026-11-22 13:14:15.123"),
            "datetime2"),
        of(
            SqlType.scaled(Base.DATETIME2, 0),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59),
            Timestamp.valueOf("9999-12-31 23:59:59"),
            "datetime2"),
        of(
            SqlType.scaled(Base.DATETIMEOFFSET, 7),
            OffsetDateTime.of(moment, ZoneOffset.ofHoursMinutes(5, 30)),
            DateTimeOffset.valueOf(OffsetDateTime.of(moment, ZoneOffset.ofHoursMinutes(5, 30))),
            "datetimeoffset"),
        of(
            SqlType.scaled(Base.DATETIMEOFFSET, 2),
            OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 120_000_000, ZoneOffset.ofHours(-11)),
            DateTimeOffset.valueOf(
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 120_000_000, ZoneOffset.ofHours(-11))),
            "datetimeoffset"),
        of(
            type(Base.UNIQUEIDENTIFIER),
            uuid,
            "01234567-89AB-CDEF-0123-456789ABCDEF",
            "uniqueidentifier"),
        of(SqlType.sized(Base.CHAR, 5), "ab   ", "ab   ", "char"),
        of(SqlType.varchar(20), "Zürich €", "Zürich €", "varchar"),
        of(
            SqlType.varchar(20).withCollation("Latin1_General_100_CI_AS_SC_UTF8"),
            "Łódź 😀",
            "Łódź 😀",
            "varchar"),
        of(SqlType.varchar(20).withCollation("Polish_CI_AS"), "Łódź", "Łódź", "nvarchar"),
        of(SqlType.varchar(SqlType.MAX), "é".repeat(10_000), "é".repeat(10_000), "varchar"),
        of(SqlType.sized(Base.NCHAR, 3), "日本 ", "日本 ", "nchar"),
        of(SqlType.nvarchar(4000), "x".repeat(4000), "x".repeat(4000), "nvarchar"),
        of(SqlType.nvarchar(10), "", "", "nvarchar"),
        of(SqlType.nvarchar(SqlType.MAX), "😀".repeat(70_000), "😀".repeat(70_000), "nvarchar"),
        of(SqlType.nvarchar(SqlType.MAX), "", "", "nvarchar"),
        of(SqlType.SYSNAME, "name", "name", "nvarchar"),
        of(type(Base.TEXT), "old text é", "old text é", "text"),
        of(type(Base.NTEXT), "old ntext 日", "old ntext 日", "ntext"),
        of(type(Base.IMAGE), new byte[] {1, 2, 3}, new byte[] {1, 2, 3}, "image"),
        of(
            SqlType.sized(Base.BINARY, 4),
            new byte[] {1, 0, 0, 2},
            new byte[] {1, 0, 0, 2},
            "binary"),
        of(SqlType.varbinary(8000), new byte[8000], new byte[8000], "varbinary"),
        of(SqlType.varbinary(SqlType.MAX), new byte[100_000], new byte[100_000], "varbinary"),
        of(
            type(Base.ROWVERSION),
            new byte[] {0, 0, 0, 0, 0, 0, 7, (byte) 0xD1},
            new byte[] {0, 0, 0, 0, 0, 0, 7, (byte) 0xD1},
            "timestamp"),
        of(type(Base.XML), "<a>é</a>", "<a>é</a>", "xml"),
        of(type(Base.JSON), "{\"a\":\"日\"}", "{\"a\":\"日\"}", "json"),
        of(
            SqlType.sized(Base.VECTOR, 3),
            new float[] {1.5f, -2f, 0f},
            new Vector(3, Vector.VectorDimensionType.FLOAT32, new Float[] {1.5f, -2f, 0f}),
            "vector"),
        of(type(Base.HIERARCHYID), new byte[] {0x58}, new byte[] {0x58}, "hierarchyid"),
        of(SqlType.NULL, null, null, "int"),
        of(type(Base.SQL_VARIANT), new Variant(SqlType.INT, 42), 42, "sql_variant"),
        of(type(Base.SQL_VARIANT), new Variant(SqlType.nvarchar(10), "日"), "日", "sql_variant"),
        of(type(Base.SQL_VARIANT), new Variant(SqlType.varchar(10), "é"), "é", "sql_variant"),
        of(
            type(Base.SQL_VARIANT),
            new Variant(SqlType.decimal(10, 2), new BigDecimal("1.25")),
            new BigDecimal("1.25"),
            "sql_variant"),
        of(
            type(Base.SQL_VARIANT),
            new Variant(type(Base.DATE), LocalDate.of(2026, 1, 2)),
            java.sql.Date.valueOf("2026-01-02"),
            "sql_variant"),
        of(
            type(Base.SQL_VARIANT),
            new Variant(type(Base.UNIQUEIDENTIFIER), uuid),
            "01234567-89AB-CDEF-0123-456789ABCDEF",
            "sql_variant"),
        of(
            type(Base.SQL_VARIANT),
            new Variant(SqlType.varbinary(10), new byte[] {1}),
            new byte[] {1},
            "sql_variant"),
        of(
            type(Base.SQL_VARIANT),
            new Variant(type(Base.DATETIME), LocalDateTime.of(2026, 1, 2, 3, 4)),
            Timestamp.valueOf("2026-01-02 03:04:00"),
            "sql_variant"));
  }

  @ParameterizedTest(name = "{0} [{index}]")
  @MethodSource("results")
  void sendsResults(SqlType type, Object sent, Object expected, String typeName) throws Exception {
    columns =
        List.of(
            ResultColumn.of("before", SqlType.INT),
            ResultColumn.of("v", type),
            ResultColumn.of("after", SqlType.INT));
    rows = List.of(new Object[] {1, sent, 2}, new Object[] {3, null, 4});
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("x")) {
      assertThat(result.getMetaData().getColumnTypeName(2)).isEqualTo(typeName);
      assertThat(result.next()).isTrue();
      assertThat(result.getInt(1)).isEqualTo(1);
      same(
          expected instanceof Vector ? result.getObject(2, Vector.class) : result.getObject(2),
          expected);
      assertThat(result.getInt(3)).isEqualTo(2);
      assertThat(result.next()).isTrue();
      assertThat(result.getObject(2)).isNull();
      assertThat(result.getInt(3)).isEqualTo(4);
      assertThat(result.next()).isFalse();
    }
  }

  private static void same(Object actual, Object expected) {
    switch (expected) {
      case null -> assertThat(actual).isNull();
      case byte[] bytes -> assertThat((byte[]) actual).isEqualTo(bytes);
      case Vector vector -> assertThat(((Vector) actual).getData()).isEqualTo(vector.getData());
      default -> assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void sendsTimesWithAllDigits() throws Exception {
    LocalTime time = LocalTime.of(23, 59, 59, 999_999_900);
    columns =
        List.of(
            ResultColumn.of("a", SqlType.scaled(Base.TIME, 7)),
            ResultColumn.of("b", SqlType.scaled(Base.TIME, 0)));
    rows = List.<Object[]>of(new Object[] {time, time.withNano(0)});
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("x")) {
      result.next();
      assertThat(result.getObject(1, LocalTime.class)).isEqualTo(time);
      assertThat(result.getObject(2, LocalTime.class)).isEqualTo(time.withNano(0));
    }
  }

  @Test
  void sendsTextToClientsWithoutJsonAndVector() throws Exception {
    columns =
        List.of(
            ResultColumn.of("j", type(Base.JSON)),
            ResultColumn.of("v", SqlType.sized(Base.VECTOR, 2)));
    rows = List.<Object[]>of(new Object[] {"{}", new float[] {1f, -0.25f}});
    try (Connection older = fixture.connect("encrypt=false;vectorTypeSupport=off");
        var statement = older.createStatement();
        ResultSet result = statement.executeQuery("x")) {
      result.next();
      assertThat(result.getMetaData().getColumnTypeName(2)).isEqualTo("varchar");
      assertThat(result.getString(2)).isEqualTo("[1.0000000e+000,-2.5000000e-001]");
    }
  }

  @Test
  void usesABitmapForManyNulls() throws Exception {
    List<ResultColumn> wide = new ArrayList<>();
    Object[] sparse = new Object[30];
    for (int i = 0; i < 30; i++) {
      wide.add(
          ResultColumn.of("c" + i, i % 2 == 0 ? SqlType.nvarchar(SqlType.MAX) : SqlType.BIGINT));
    }
    sparse[17] = 17L;
    sparse[20] = "twenty";
    columns = wide;
    rows = List.of(sparse, new Object[30]);
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("x")) {
      result.next();
      for (int i = 0; i < 30; i++) {
        assertThat(result.getObject(i + 1)).isEqualTo(sparse[i]);
      }
      assertThat(result.next()).isTrue();
      assertThat(result.getObject(30)).isNull();
    }
  }

  @Test
  void describesColumns() throws Exception {
    columns =
        List.of(
            new ResultColumn("id", SqlType.INT, false, true, false),
            new ResultColumn("total", SqlType.decimal(10, 2), true, false, true),
            ResultColumn.of("", SqlType.nvarchar(30)));
    try (var statement = connection.createStatement();
        ResultSet result = statement.executeQuery("x")) {
      ResultSetMetaData data = result.getMetaData();
      assertThat(data.getColumnCount()).isEqualTo(3);
      assertThat(data.isAutoIncrement(1)).isTrue();
      assertThat(data.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
      assertThat(data.isNullable(2)).isEqualTo(ResultSetMetaData.columnNullable);
      assertThat(data.getPrecision(2)).isEqualTo(10);
      assertThat(data.getScale(2)).isEqualTo(2);
      assertThat(data.getColumnName(3)).isEmpty();
      assertThat(data.getColumnDisplaySize(3)).isEqualTo(30);
    }
  }

  /// A value that does not fit what was promised must not become a wrong answer.
  @Test
  void endsTheConnectionRatherThanSendWhatDoesNotFit() throws Exception {
    columns = List.of(ResultColumn.of("v", SqlType.varchar(10)));
    rows = List.<Object[]>of(new Object[] {"x".repeat(9000)});
    try (var statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> {
                try (ResultSet result = statement.executeQuery("x")) {
                  result.next();
                }
              })
          .isInstanceOf(SQLException.class);
    }
  }

  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }

  private static Arguments in(Setter setter, Base base, Object expected) {
    return Arguments.of(setter, base, expected);
  }

  static Stream<Arguments> parameters() {
    LocalDateTime moment = LocalDateTime.of(2026, 11, 22, 13, 14, 15, 123_456_700);
    OffsetDateTime offset = OffsetDateTime.of(moment, ZoneOffset.ofHours(-8));
    return Stream.of(
        in(s -> s.setBoolean(1, true), Base.BIT, true),
        in(s -> s.setByte(1, (byte) 7), Base.TINYINT, 7),
        in(s -> s.setShort(1, (short) -5), Base.SMALLINT, -5),
        in(s -> s.setInt(1, -70_000), Base.INT, -70_000),
        in(s -> s.setLong(1, 1L << 40), Base.BIGINT, 1L << 40),
        in(s -> s.setFloat(1, 0.25f), Base.REAL, 0.25f),
        in(s -> s.setDouble(1, 1e300), Base.FLOAT, 1e300),
        in(
            s -> s.setBigDecimal(1, new BigDecimal("-12345678901234567890.123")),
            Base.DECIMAL,
            new BigDecimal("-12345678901234567890.123")),
        // The driver has no money of its own on the wire.
        in(
            s ->
                ((com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement) s)
                    .setMoney(1, new BigDecimal("12.3400")),
            Base.DECIMAL,
            new BigDecimal("12.3400")),
        in(s -> s.setString(1, "Łódź 😀"), Base.NVARCHAR, "Łódź 😀"),
        in(s -> s.setString(1, "y".repeat(5000)), Base.NVARCHAR, "y".repeat(5000)),
        in(s -> s.setNString(1, ""), Base.NVARCHAR, ""),
        in(s -> s.setBytes(1, new byte[] {1, 2}), Base.VARBINARY, new byte[] {1, 2}),
        in(s -> s.setBytes(1, new byte[9000]), Base.VARBINARY, new byte[9000]),
        in(s -> s.setObject(1, LocalDate.of(2026, 2, 28)), Base.DATE, LocalDate.of(2026, 2, 28)),
        in(s -> s.setObject(1, LocalTime.of(1, 2, 3, 400)), Base.TIME, LocalTime.of(1, 2, 3, 400)),
        in(s -> s.setObject(1, moment), Base.DATETIME2, moment),
        in(s -> s.setTimestamp(1, Timestamp.valueOf(moment)), Base.DATETIME2, moment),
        in(s -> s.setObject(1, offset), Base.DATETIMEOFFSET, offset),
        in(
            s ->
                ((com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement) s)
                    .setUniqueIdentifier(1, "01234567-89AB-CDEF-0123-456789ABCDEF"),
            Base.UNIQUEIDENTIFIER,
            UUID.fromString("01234567-89ab-cdef-0123-456789abcdef")),
        in(
            s ->
                s.setObject(
                    1,
                    new Vector(2, Vector.VectorDimensionType.FLOAT32, new Float[] {1f, 2f}),
                    microsoft.sql.Types.VECTOR),
            Base.VECTOR,
            new float[] {1f, 2f}),
        in(s -> s.setNull(1, Types.INTEGER), Base.INT, null),
        in(s -> s.setNull(1, Types.NVARCHAR), Base.NVARCHAR, null),
        in(s -> s.setNull(1, Types.VARBINARY), Base.VARBINARY, null));
  }

  @ParameterizedTest(name = "{1} [{index}]")
  @MethodSource("parameters")
  void readsParameters(Setter setter, Base base, Object expected) throws Exception {
    columns = List.of(ResultColumn.of("v", SqlType.INT));
    // The first run is sp_executesql, the second sp_prepexec, the third sp_execute.
    try (Connection exact = fixture.connect("encrypt=false;sendTimeAsDatetime=false");
        PreparedStatement statement = exact.prepareStatement("SELECT ?")) {
      for (int run = 0; run < 3; run++) {
        setter.set(statement);
        statement.executeQuery().close();
        RpcRequest.Parameter parameter = given.getFirst();
        assertThat(parameter.type().base()).isEqualTo(base);
        switch (expected) {
          case byte[] bytes -> assertThat((byte[]) parameter.value()).isEqualTo(bytes);
          case float[] floats -> assertThat((float[]) parameter.value()).isEqualTo(floats);
          case null, default -> assertThat(parameter.value()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void readsDatetimeParameters() throws Exception {
    columns = List.of(ResultColumn.of("v", SqlType.INT));
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
      // By default the driver sends a time as a datetime.
      statement.setObject(1, LocalTime.of(3, 4, 5, 7_000_000));
      statement.executeQuery().close();
      assertThat(given.getFirst().type().base()).isEqualTo(Base.DATETIME);
      assertThat(given.getFirst().value())
          .isEqualTo(LocalDateTime.of(1970, 1, 1, 3, 4, 5, 7_000_000));
    }
  }

  @Test
  void readsVarcharParametersInTheCodePage() throws Exception {
    columns = List.of(ResultColumn.of("v", SqlType.INT));
    try (Connection narrow = fixture.connect("encrypt=false;sendStringParametersAsUnicode=false");
        PreparedStatement statement = narrow.prepareStatement("SELECT ?")) {
      statement.setString(1, "Zürich €");
      statement.executeQuery().close();
      assertThat(given.getFirst().type().base()).isEqualTo(Base.VARCHAR);
      assertThat(given.getFirst().value()).isEqualTo("Zürich €");
    }
  }

  @Test
  void carriesTwentyMegabytesBothWays() throws Exception {
    byte[] large = new byte[20 << 20];
    for (int i = 0; i < large.length; i++) {
      large[i] = (byte) (i * 31 >> 3);
    }
    String text = new String(large, StandardCharsets.ISO_8859_1).replace('\0', ' ');
    columns =
        List.of(
            ResultColumn.of("b", SqlType.varbinary(SqlType.MAX)),
            ResultColumn.of("t", SqlType.nvarchar(SqlType.MAX)));
    rows = List.<Object[]>of(new Object[] {large, text});
    for (String encrypt : List.of("encrypt=false", "encrypt=true;trustServerCertificate=true")) {
      try (Connection other = fixture.connect(encrypt);
          PreparedStatement statement = other.prepareStatement("SELECT ?, ?")) {
        statement.setBytes(1, large);
        statement.setString(2, text);
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          assertThat(Arrays.equals(result.getBytes(1), large)).isTrue();
          assertThat(result.getString(2).equals(text)).isTrue();
        }
        assertThat(Arrays.equals((byte[]) given.getFirst().value(), large)).isTrue();
        assertThat(given.getLast().value().equals(text)).isTrue();
      }
    }
  }

  @Test
  void readsStreamsOfUnknownLength() throws Exception {
    columns = List.of(ResultColumn.of("v", SqlType.INT));
    try (PreparedStatement statement = connection.prepareStatement("SELECT ?, ?")) {
      statement.setBinaryStream(1, new java.io.ByteArrayInputStream(new byte[100_000]));
      statement.setCharacterStream(2, new java.io.StringReader("z".repeat(100_000)));
      statement.executeQuery().close();
      assertThat((byte[]) given.getFirst().value()).hasSize(100_000);
      assertThat(given.getLast().value()).isEqualTo("z".repeat(100_000));
    }
  }

  @Test
  void readsTableValuedParameters() throws Exception {
    columns = List.of(ResultColumn.of("v", SqlType.INT));
    var table = new com.microsoft.sqlserver.jdbc.SQLServerDataTable();
    table.setTvpName("dbo.Lines");
    table.addColumnMetadata("Id", Types.INTEGER);
    table.addColumnMetadata("Name", Types.NVARCHAR);
    table.addColumnMetadata("Price", Types.DECIMAL);
    table.addRow(1, "one", new BigDecimal("1.50"));
    table.addRow(2, null, new BigDecimal("2.25"));
    try (var statement =
        (com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement)
            connection.prepareStatement("EXEC p ?")) {
      statement.setStructured(1, "dbo.Lines", table);
      statement.executeQuery().close();
    }
    RpcRequest.Parameter parameter = given.getFirst();
    assertThat(parameter.type().base()).isEqualTo(Base.TABLE);
    assertThat(parameter.type().userType()).contains(new ObjectName("dbo", "Lines"));
    RpcRequest.TableValue value = (RpcRequest.TableValue) parameter.value();
    assertThat(value.columns())
        .extracting(column -> column.type().base())
        .containsExactly(Base.INT, Base.NVARCHAR, Base.NUMERIC);
    assertThat(value.rows()).hasSize(2);
    assertThat(value.rows().get(0)).containsExactly(1, "one", new BigDecimal("1.50"));
    assertThat(value.rows().get(1)).containsExactly(2, null, new BigDecimal("2.25"));
  }
}
