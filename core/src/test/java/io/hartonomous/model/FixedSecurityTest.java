package io.hartonomous.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedSecurityTest {
  @Test
  void knowsSchemasInAnySpelling() {
    assertThat(FixedSecurity.isSchema("dbo")).isTrue();
    assertThat(FixedSecurity.isSchema("INFORMATION_SCHEMA")).isTrue();
    assertThat(FixedSecurity.isSchema("db_DataReader")).isTrue();
    assertThat(FixedSecurity.isSchema("Sales")).isFalse();
    assertThat(FixedSecurity.isSchema("")).isFalse();
  }

  @Test
  void knowsThatPublicIsAPrincipalAlone() {
    assertThat(FixedSecurity.isPrincipal("PUBLIC")).isTrue();
    assertThat(FixedSecurity.isSchema("public")).isFalse();
    assertThat(FixedSecurity.isPrincipal("dbo")).isTrue();
    assertThat(FixedSecurity.isPrincipal("HartonomousAppUser")).isFalse();
  }

  /// Ids: Microsoft Learn, "sys.database_principals".
  @Test
  void givesTheServersIds() {
    assertThat(FixedSecurity.principalId("public")).contains(0);
    assertThat(FixedSecurity.schemaId("dbo")).contains(1);
    assertThat(FixedSecurity.schemaId("sys")).contains(4);
    assertThat(FixedSecurity.principalId("db_owner")).contains(16_384);
    assertThat(FixedSecurity.principalId("db_denydatawriter")).contains(16_393);
    assertThat(FixedSecurity.principalId("Sales")).isEmpty();
  }

  @Test
  void tellsRolesFromUsers() {
    assertThat(FixedSecurity.isFixedRole("db_datareader")).isTrue();
    assertThat(FixedSecurity.isFixedRole("guest")).isFalse();
    assertThat(FixedSecurity.isFixedRole("public")).isFalse();
  }
}
