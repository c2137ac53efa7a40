package io.hartonomous.engine.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.model.SqlType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Login in all forms of encryption, and what is refused.
class ConnectTest {
  @TempDir Path folder;
  private TdsServerFixture fixture;

  private static void one(
      String sql,
      Object parameters,
      io.hartonomous.engine.session.ResultSink sink,
      ScriptedSession session) {
    TdsServerFixture.value(sink, SqlType.INT, 1);
  }

  @BeforeEach
  void start() throws Exception {
    fixture = new TdsServerFixture(folder, ConnectTest::one);
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  private static int selectOne(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      assertThat(rows.next()).isTrue();
      int value = rows.getInt(1);
      assertThat(rows.next()).isFalse();
      return value;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "encrypt=false",
        "encrypt=true;trustServerCertificate=true",
        "encrypt=optional",
        "packetSize=512;encrypt=false",
        "packetSize=512;encrypt=true;trustServerCertificate=true",
        "packetSize=32767;encrypt=true;trustServerCertificate=true"
      })
  void connects(String properties) throws Exception {
    try (Connection connection = fixture.connect(properties)) {
      assertThat(selectOne(connection)).isEqualTo(1);
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(17);
      assertThat(connection.getMetaData().getDatabaseProductName())
          .isEqualTo("Microsoft SQL Server");
    }
  }

  @ParameterizedTest
  @EnumSource(TdsOptions.Encryption.class)
  void takesEveryPolicy(TdsOptions.Encryption policy) throws Exception {
    try (var other =
        new TdsServerFixture(
            folder, TdsOptions.loopback(0).withEncryption(policy), ConnectTest::one)) {
      try (Connection connection = other.connect("encrypt=false;trustServerCertificate=true")) {
        assertThat(selectOne(connection)).isEqualTo(1);
        assertThat(selectOne(connection)).isEqualTo(1);
      }
      try (Connection connection = other.connect("encrypt=true;trustServerCertificate=true")) {
        assertThat(selectOne(connection)).isEqualTo(1);
      }
    }
  }

  @Test
  void speaksTds8() throws Exception {
    fixture.identity.context();
    try (Connection connection =
        fixture.connect("encrypt=strict;serverCertificate=" + fixture.identity.certificateFile())) {
      assertThat(selectOne(connection)).isEqualTo(1);
    }
  }

  @Test
  void keepsKeyAndCertificate() throws Exception {
    fixture.identity.context();
    byte[] before = Files.readAllBytes(fixture.identity.certificateFile());
    new TlsIdentity(folder, _ -> {}).context();
    assertThat(Files.readAllBytes(fixture.identity.certificateFile())).isEqualTo(before);
  }

  @Test
  void tellsTheSessionWhoCame() throws Exception {
    try (Connection connection =
        fixture.connect(
            "encrypt=false;databaseName=Shop;applicationName=the app;workstationID=desk")) {
      assertThat(connection.getCatalog()).isEqualTo("Shop");
    }
    var login = fixture.sessions.logins.getLast();
    assertThat(login.user()).isEqualTo("sa");
    assertThat(login.database()).isEqualTo("Shop");
    assertThat(login.applicationName()).isEqualTo("the app");
    assertThat(login.hostName()).isEqualTo("desk");
  }

  @ParameterizedTest
  @CsvSource({"sa, wrong", "nobody, wrong", "sa, ''"})
  void refusesAWrongPassword(String user, String password) {
    assertThatThrownBy(
            () -> DriverManager.getConnection(fixture.url("encrypt=false"), user, password))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(18456))
        .hasMessageContaining(user);
    assertThat(fixture.sessions.logins).isEmpty();
  }

  @Test
  void refusesAnUnknownDatabase() {
    assertThatThrownBy(() -> fixture.connect("encrypt=false;databaseName=missing"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(4060));
  }

  @Test
  void changesTheDatabase() throws Exception {
    try (Connection connection = fixture.plain();
        var statement = connection.createStatement()) {
      statement.execute("use other");
      assertThat(connection.getCatalog()).isEqualTo("other");
    }
  }

  @Test
  void closesTheSessionWithTheConnection() throws Exception {
    fixture.plain().close();
    for (int i = 0; i < 100 && !fixture.session().closed; i++) {
      Thread.sleep(20);
    }
    assertThat(fixture.session().closed).isTrue();
    assertThat(fixture.server.connectionCount()).isZero();
  }
}
