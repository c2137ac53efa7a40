package io.hartonomous.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningBuildTest {
  @AfterEach
  void forget() {
    List.of("hart.root", "hart.build", "hart.aot").forEach(System::clearProperty);
  }

  @Test
  void aProcessWithoutLauncherHasNoFlagsToHandOn() throws Exception {
    assertThat(RunningBuild.flags()).isEmpty();
    RunningBuild.hold();
  }

  @Test
  void theBuildIsHandedOnWithoutACacheThatIsNotUsed() {
    System.setProperty("hart.root", "/a tool");
    System.setProperty("hart.build", "12ab");
    assertThat(RunningBuild.flags()).containsExactly("-Dhart.root=/a tool", "-Dhart.build=12ab");
  }

  @Test
  void theCacheIsHandedOnWithTheBuildItBelongsTo() {
    System.setProperty("hart.root", "/a tool");
    System.setProperty("hart.build", "12ab");
    System.setProperty("hart.aot", "/a tool/.hart/builds/12ab/25.aot");
    assertThat(RunningBuild.flags())
        .containsExactly(
            "-XX:AOTCache=/a tool/.hart/builds/12ab/25.aot",
            "-Dhart.root=/a tool",
            "-Dhart.build=12ab",
            "-Dhart.aot=/a tool/.hart/builds/12ab/25.aot");
  }
}
