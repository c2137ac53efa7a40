package io.hartonomous.dacpac;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {
  /// DacFx reads the version as two to four numbers and does not open a package with another.
  @Test
  void writesTheVersionAsNumbers() {
    assertThat(Origin.dotted("0.1.0-SNAPSHOT")).isEqualTo("0.1.0");
    assertThat(Origin.dotted("1.2.3")).isEqualTo("1.2.3");
    assertThat(Origin.dotted("2.0.0-rc.1+5")).isEqualTo("2.0.0");
    assertThat(Origin.dotted("1.2.3.4.5")).isEqualTo("1.2.3.4");
    assertThat(Origin.dotted("7")).isEqualTo("7.0");
    assertThat(Origin.dotted("unknown")).isEqualTo("0.0");
    assertThat(Origin.write("AB", "2.9", "0.1.0-SNAPSHOT"))
        .contains("<ProductVersion>0.1.0</ProductVersion>");
  }
}
