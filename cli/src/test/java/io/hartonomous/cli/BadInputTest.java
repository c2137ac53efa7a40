package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot work ends with the code of its kind, a sentence, one JSON document where that was
/// asked for, and nothing half-written.
class BadInputTest {
  @TempDir Path temporary;
  private CommandLineFixture line;
  private Path folder;

  @BeforeEach
  void fixture() throws IOException {
    line = new CommandLineFixture(temporary.resolve("home"));
    folder = CommandLineFixture.project(temporary.resolve("shop"), Map.of());
  }

  /// Runs it with and without JSON.
  private void fails(ExitCode code, String message, Object... args) throws IOException {
    assertThat(line.hart(args)).isEqualTo(code);
    assertThat(line.result()).isEmpty();
    assertThat(line.log()).contains(message);
    var json = new Object[args.length + 2];
    System.arraycopy(args, 0, json, 0, args.length);
    json[args.length] = "--format";
    json[args.length + 1] = "json";
    assertThat(line.hart(json)).isEqualTo(code);
    var document = line.json();
    assertThat(document.get("formatVersion").intValue()).isEqualTo(1);
    assertThat(document.get("status").textValue()).isEqualTo("failed");
    assertThat(document.get("failure").textValue()).contains(message);
    assertThat(document.get("target").has("server")).isTrue();
    assertThat(document.get("diagnostics").get("errors").isInt()).isTrue();
    assertThat(document.get("changes").isInt()).isTrue();
    assertThat(document.get("entities").isInt()).isTrue();
    assertThat(document.get("tests").get("passed").isInt()).isTrue();
    assertThat(document.get("hazards").isArray()).isTrue();
    assertThat(document.get("steps").isArray()).isTrue();
  }

  @Test
  void noProjectFile() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    fails(ExitCode.BAD_INPUT, "has no .sqlproj file", "build", empty);
    fails(ExitCode.BAD_INPUT, "has no .sqlproj file", "deploy", empty);
    fails(ExitCode.BAD_INPUT, "does not exist", "build", temporary.resolve("nowhere"));
  }

  @Test
  void twoProjectFiles() throws IOException {
    Files.copy(folder.resolve("Shop.sqlproj"), folder.resolve("Other.sqlproj"));
    fails(ExitCode.BAD_INPUT, "Other.sqlproj, Shop.sqlproj", "build", folder);
    assertThat(folder.resolve("bin")).doesNotExist();
  }

  @Test
  void aMissingIncludedFile() throws IOException {
    Path project = folder.resolve("Shop.sqlproj");
    Files.writeString(
        project,
        Files.readString(project)
            .replace("<Build Remove", "<PostDeploy Include=\"Gone.sql\" /><Build Remove"));
    fails(ExitCode.BAD_INPUT, "Gone.sql", "build", folder);
    assertThat(folder.resolve("bin")).doesNotExist();
  }

  @Test
  void aMissingFileOfAnInclude() throws IOException {
    Path project = folder.resolve("Shop.sqlproj");
    Files.writeString(
        project,
        Files.readString(project)
            .replace("<Build Remove", "<PostDeploy Include=\"Post.sql\" /><Build Remove"));
    Files.writeString(folder.resolve("Post.sql"), ":r Gone.sql\n");
    fails(ExitCode.BAD_INPUT, "Gone.sql", "build", folder);
  }

  @Test
  void aFileThatIsNotText() throws IOException {
    Files.write(
        folder.resolve("Picture.sql"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13});
    fails(ExitCode.BAD_INPUT, "Picture.sql", "build", folder);
    assertThat(folder.resolve("bin")).doesNotExist();
  }

  @Test
  void aCorruptPackage() throws IOException {
    Path file = Files.write(temporary.resolve("corrupt.dacpac"), new byte[] {'P', 'K', 3, 4, 1, 2});
    fails(ExitCode.BAD_INPUT, "corrupt.dacpac", "publish", folder, "--package", file);
    fails(
        ExitCode.BAD_INPUT, "corrupt.dacpac", "deploy", folder, "--skip-build", "--package", file);
    Files.writeString(file, "no archive");
    fails(ExitCode.BAD_INPUT, "is no package", "plan", folder, "--package", file);
    assertThat(temporary.resolve("home")).doesNotExist();
  }

  @Test
  void aDamagedPackage() throws IOException {
    assertThat(line.hart("build", folder)).isEqualTo(ExitCode.DONE);
    Path file = folder.resolve("bin/Shop.dacpac");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    fails(ExitCode.BAD_INPUT, "Shop.dacpac", "publish", folder, "--skip-build");
  }

  @Test
  void aZipBomb() throws IOException {
    Path file = temporary.resolve("bomb.dacpac");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("model.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(Files.size(file)).isLessThan(100_000);
    fails(ExitCode.BAD_INPUT, "zip bomb", "publish", folder, "--package", file);
  }

  @Test
  void aPackageOlderThanASource() throws IOException {
    assertThat(line.hart("build", folder)).isEqualTo(ExitCode.DONE);
    Path file = folder.resolve("bin/Shop.dacpac");
    Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(0));
    fails(ExitCode.BAD_INPUT, "--allow-stale", "deploy", folder, "--skip-build");
  }

  @Test
  void aPackageOlderThanAnIncludedScript() throws IOException {
    Path project = folder.resolve("Shop.sqlproj");
    Files.writeString(
        project,
        Files.readString(project)
            .replace("<Build Remove", "<PostDeploy Include=\"Post.sql\" /><Build Remove"));
    Files.writeString(folder.resolve("Post.sql"), ":r Seed.txt\n");
    Path seed = Files.writeString(folder.resolve("Seed.txt"), "PRINT 'x';\n");
    assertThat(line.hart("build", folder)).isEqualTo(ExitCode.DONE);
    Files.setLastModifiedTime(
        seed, java.nio.file.attribute.FileTime.from(java.time.Instant.now().plusSeconds(60)));
    fails(ExitCode.BAD_INPUT, "is older than Seed.txt", "publish", folder, "--skip-build");
  }

  @Test
  void aVariableStandsForAFlag() {
    line.with("HART_ENV", "Nowhere");
    assertThat(line.hart("deploy", folder)).isEqualTo(ExitCode.USAGE);
    line.with("HART_ENV", "Staging");
    assertThat(line.hart("deploy", folder)).isEqualTo(ExitCode.CONFIGURATION);
    line.with("HART_SKIP_BUILD", "true");
    assertThat(line.hart("deploy", folder, "--env", "Local")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(line.log()).contains("There is no package");
  }

  @Test
  void noPackageYet() throws IOException {
    fails(ExitCode.BAD_INPUT, "There is no package", "deploy", folder, "--skip-build");
  }

  @Test
  void anUnknownEnvironmentIsToldWithTheKnownOnes() throws IOException {
    fails(
        ExitCode.USAGE,
        "Local, Development, Staging, Production",
        "deploy",
        folder,
        "--env",
        "Prodution");
    assertThat(line.json().get("environment").textValue()).isEqualTo("Prodution");
  }

  @Test
  void anUnknownFlag() throws IOException {
    fails(ExitCode.USAGE, "--colour", "deploy", folder, "--colour");
  }

  @Test
  void aPasswordIsNoArgument() throws IOException {
    fails(ExitCode.USAGE, "--password", "deploy", folder, "--password", "secret");
    assertThat(line.log()).doesNotContain("secret");
    fails(ExitCode.USAGE, "'--password'", "deploy", folder, "--password=secret");
    assertThat(line.log()).doesNotContain("secret");
    assertThat(line.result()).doesNotContain("secret");
  }

  @Test
  void anUnknownPublishOption() throws IOException {
    fails(ExitCode.USAGE, "DropEverything", "publish", folder, "--option", "DropEverything=True");
    fails(ExitCode.USAGE, "NAME=VALUE", "publish", folder, "--option", "DropObjectsNotInSource");
    assertThat(folder.resolve("bin")).doesNotExist();
  }

  @Test
  void anUnknownFormat() {
    assertThat(line.hart("deploy", folder, "--format", "sarif")).isEqualTo(ExitCode.USAGE);
    assertThat(line.log()).contains("'sarif'").contains("pretty, json");
  }

  @Test
  void anEnvironmentWithoutServerRunsNothing() throws IOException {
    for (String verb : new String[] {"deploy", "plan", "publish", "test"}) {
      fails(ExitCode.CONFIGURATION, "--server", verb, folder, "--env", "production");
    }
    fails(
        ExitCode.CONFIGURATION,
        "--database",
        "deploy",
        folder,
        "--env",
        "Staging",
        "--server",
        "x");
    assertThat(folder.resolve("bin")).doesNotExist();
    assertThat(temporary.resolve("home")).doesNotExist();
  }

  @Test
  void aLoginWithoutAPassword() throws IOException {
    fails(
        ExitCode.CONFIGURATION, "HART_PASSWORD", "deploy", folder, "--server", "x", "--user", "me");
    fails(
        ExitCode.CONFIGURATION,
        "no-such-file",
        "deploy",
        folder,
        "--server",
        "x",
        "--user",
        "me",
        "--password-file",
        "no-such-file");
  }

  @Test
  void aServerThatDoesNotAnswer() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    line.with("HART_PASSWORD", "s3cret,not shown");
    String server = "127.0.0.1," + port;
    for (String verb : new String[] {"deploy", "plan", "publish"}) {
      fails(ExitCode.UNAVAILABLE, server, verb, folder, "--server", server, "--user", "me");
      assertThat(line.log())
          .startsWith("Environment Local, server " + server + ", database Shop")
          .doesNotContain("s3cret");
      assertThat(line.result()).doesNotContain("s3cret");
      assertThat(line.json().get("steps").get(0).get("status").textValue()).isEqualTo("succeeded");
      assertThat(line.json().get("steps").get(2).get("status").textValue()).isEqualTo("failed");
    }
  }

  @Test
  void skippingTheDeploymentDoesWithoutATarget() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    line.with("HART_PASSWORD", "x");
    assertThat(
            line.hart(
                "deploy",
                folder,
                "--server",
                "127.0.0.1," + port,
                "--user",
                "me",
                "--skip-deploy",
                "--skip-tests",
                "--format",
                "json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(line.log()).contains("Nothing was planned: ");
    assertThat(line.json().get("entities").intValue()).isEqualTo(1);
  }
}
