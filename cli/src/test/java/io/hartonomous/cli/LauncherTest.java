package io.hartonomous.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `hart` in a copy of the project's layout, with a Maven that only counts its runs.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  /// Appends a line to `runs`, fails where a file `broken` says so, else puts the probe where the
  /// build puts the jar.
  private static final String MAVEN =
      """
      #!/bin/sh
      echo run >> '{root}/runs'
      if [ -f '{root}/broken' ]; then
        echo '[ERROR] COMPILATION ERROR : '
        echo '[ERROR] Main.java:[3,14] not a statement'
        echo '[ERROR] Failed to execute goal'
        exit 1
      fi
      [ ! -f '{root}/slow' ] || sleep 1
      mkdir -p '{root}/cli/target/dist/lib'
      cp '{root}/probe.jar' '{root}/cli/target/dist/lib/hart.jar'
      """;

  @TempDir private Path folder;
  private Path root;
  private Path source;

  record Ended(int exitCode, String out, String err) {}

  @BeforeEach
  void project() throws IOException {
    root = folder.resolve("a project");
    source = root.resolve("core/src/main/java/A.java");
    Files.createDirectories(source.getParent());
    Files.createDirectories(root.resolve("tools"));
    Files.writeString(source, "class A {}\n");
    Files.writeString(root.resolve("pom.xml"), "<project/>\n");
    Files.writeString(root.resolve("core/pom.xml"), "<project/>\n");
    Files.copy(PROJECT.resolve("hart"), root.resolve("hart"), StandardCopyOption.COPY_ATTRIBUTES);
    for (var tool : List.of("Prepare.java", "CacheableJar.java", "PlainCallSites.java", "jdk.sh")) {
      Files.copy(PROJECT.resolve("tools").resolve(tool), root.resolve("tools").resolve(tool));
    }
    var maven = root.resolve("mvn");
    Files.writeString(maven, MAVEN.replace("{root}", root.toString()));
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    writeProbe(root.resolve("probe.jar"));
  }

  private static void writeProbe(Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LauncherProbe.class.getName());
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (var type :
          List.of(
              LauncherProbe.class,
              LauncherProbe.Shape.class,
              LauncherProbe.Circle.class,
              LauncherProbe.All.class)) {
        var entry = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(entry));
        try (var bytes = type.getClassLoader().getResourceAsStream(entry)) {
          bytes.transferTo(out);
        }
      }
    }
  }

  private ProcessBuilder launcher(String... args) throws IOException {
    var command = new ArrayList<>(List.of(root.resolve("hart").toString()));
    command.addAll(List.of(args));
    var builder =
        new ProcessBuilder(command)
            .redirectOutput(Files.createTempFile(folder, "out", null).toFile())
            .redirectError(Files.createTempFile(folder, "err", null).toFile());
    var environment = builder.environment();
    environment.put("HART_JAVA_HOME", System.getProperty("java.home"));
    environment.put("HART_MAVEN", root.resolve("mvn").toString());
    environment.put("HART_AOT", "off");
    environment.remove("HART_JAVA_OPTS");
    return builder;
  }

  private static Ended end(ProcessBuilder builder, Process process)
      throws IOException, InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(
        process.exitValue(),
        Files.readString(builder.redirectOutput().file().toPath()),
        Files.readString(builder.redirectError().file().toPath()));
  }

  private static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
    return end(builder, builder.start());
  }

  private Ended hart(String... args) throws IOException, InterruptedException {
    return run(launcher(args));
  }

  private int builds() throws IOException {
    var runs = root.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  @Test
  void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
    var first = hart("one");
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEqualTo("[one]\n");
    assertThat(first.err()).startsWith("hart: building the tool");
    var second = hart("two");
    assertThat(second.out()).isEqualTo("[two]\n");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void argumentsAndExitCodeGoThroughUnchanged() throws Exception {
    var ended = hart("with space", "", "$HOME *", "exit=3");
    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out()).isEqualTo("[with space, , $HOME *, exit=3]\n");
  }

  @Test
  void aChangedSourceIsBuilt() throws Exception {
    hart();
    Files.writeString(source, "class A { int a; }\n");
    hart();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aDeletedSourceIsBuilt() throws Exception {
    hart();
    Files.delete(source);
    hart();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aChangedPomIsBuilt() throws Exception {
    hart();
    Files.writeString(root.resolve("core/pom.xml"), "<project></project>\n");
    hart();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aSourceRestoredWithItsOldTimeIsBuilt() throws Exception {
    hart();
    Files.writeString(source, "class A { int restored; }\n");
    Files.setLastModifiedTime(source, FileTime.fromMillis(0));
    hart();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildExits69WithTheFirstErrorAndRunsNothing() throws Exception {
    hart();
    Files.createFile(root.resolve("broken"));
    Files.writeString(source, "class A { broken }\n");
    for (var start = 0; start < 2; start++) {
      var ended = hart();
      assertThat(ended.exitCode()).isEqualTo(69);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err())
          .contains("[ERROR] Failed to execute goal")
          .endsWith("hart: the tool cannot be built: Main.java:[3,14] not a statement\n");
    }
    Files.delete(root.resolve("broken"));
    assertThat(hart("mended").out()).isEqualTo("[mended]\n");
    assertThat(builds()).isEqualTo(4);
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws Exception {
    Files.createFile(root.resolve("slow"));
    var one = launcher("one");
    var two = launcher("two");
    var first = one.start();
    var second = two.start();
    var ended = List.of(end(one, first), end(two, second));
    assertThat(ended).extracting(Ended::out).containsExactly("[one]\n", "[two]\n");
    assertThat(ended.get(0).err() + ended.get(1).err())
        .contains("hart: another start is building the tool");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aLockLeftByAKilledBuildDoesNotBlock() throws Exception {
    Files.createDirectories(root.resolve(".hart"));
    Files.createFile(root.resolve(".hart/build.lock"));
    assertThat(hart().exitCode()).isZero();
  }

  @Test
  void theJarsOfARunningCommandAreNotTouchedByTheNextBuild() throws Exception {
    hart();
    var build = Files.readString(root.resolve(".hart/built")).split(" ")[0];
    var jar = root.resolve(".hart/builds").resolve(build).resolve("lib/hart.jar");
    var before = Files.getLastModifiedTime(jar);
    Files.writeString(source, "class A { int b; }\n");
    hart();
    assertThat(builds()).isEqualTo(2);
    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(before);
  }

  @Test
  void oldBuildsAreRemovedUnlessSomebodyRunsFromThem() throws Exception {
    var builds = root.resolve(".hart/builds");
    var time = 0;
    for (var old : List.of("0aaa", "0bbb", "0ccc", "0ddd")) {
      Files.createDirectories(builds.resolve(old).resolve("lib"));
      Files.createFile(builds.resolve(old).resolve("in-use"));
      Files.setLastModifiedTime(builds.resolve(old), FileTime.fromMillis(time++));
    }
    try (var running = FileChannel.open(builds.resolve("0bbb/in-use"), StandardOpenOption.READ);
        var _ = running.lock(0, Long.MAX_VALUE, true)) {
      hart();
    }
    try (var left = Files.list(builds)) {
      // The new build, the two youngest others, and the one that is in use.
      assertThat(left)
          .hasSize(4)
          .contains(builds.resolve("0bbb"), builds.resolve("0ccc"), builds.resolve("0ddd"));
    }
  }

  @Test
  void plainCodeForSwitchesAndRecordsSaysTheSame() throws Exception {
    assertThat(hart("plain").out()).isEqualTo("[plain]\n" + LauncherProbe.plain() + "\n");
    var build = Files.readString(root.resolve(".hart/built")).split(" ")[0];
    assertThat(bootstraps(root.resolve("probe.jar")))
        .contains("typeSwitch", "equals", "hashCode", "toString");
    assertThat(bootstraps(root.resolve(".hart/builds/" + build + "/lib/hart.jar")))
        .contains("toString")
        .doesNotContain("typeSwitch", "equals", "hashCode");
  }

  /// The names under which the classes of a jar leave code to `invokedynamic`.
  private static Set<String> bootstraps(Path jar) throws IOException {
    var names = new HashSet<String>();
    try (var in = new ZipFile(jar.toFile())) {
      for (var entry : in.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (var bytes = in.getInputStream(entry)) {
          ClassFile.of().parse(bytes.readAllBytes()).methods().stream()
              .flatMap(method -> method.code().stream())
              .flatMap(CodeModel::elementStream)
              .forEach(element -> {
                if (element instanceof InvokeDynamicInstruction call) {
                  names.add(call.name().stringValue());
                }
              });
        }
      }
    }
    return names;
  }

  @Test
  void aWrongJavaHomeIsNamedInOneLine() throws Exception {
    var builder = launcher();
    builder.environment().put("HART_JAVA_HOME", folder.toString());
    var ended = run(builder);
    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.err())
        .isEqualTo("hart: HART_JAVA_HOME (" + folder + ") is not a JDK 25 or newer.\n");
  }

  @Test
  void aMissingMavenIsNamedInOneLine() throws Exception {
    var tools = Files.createDirectory(folder.resolve("bin"));
    for (var tool : List.of("find", "readlink")) {
      var script =
          Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
      assertThat(script.toFile().setExecutable(true)).isTrue();
    }
    var builder = launcher();
    builder.environment().put("PATH", tools.toString());
    builder.environment().remove("HART_MAVEN");
    var ended = run(builder);
    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("hart: no Maven found to build the tool.");
    builder = launcher();
    builder.environment().put("HART_MAVEN", folder.resolve("nowhere").toString());
    ended = run(builder);
    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("hart: HART_MAVEN (")
        .endsWith("there is no such program.");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamedInOneLine() throws Exception {
    Files.writeString(root.resolve(".hart"), "in the way");
    var ended = hart("one");
    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .startsWith("hart: the tool cannot be built: ")
        .contains(".hart");
  }

  @Test
  void theLauncherMayBeASymbolicLink() throws Exception {
    var link = Files.createSymbolicLink(folder.resolve("linked"), root.resolve("hart"));
    var builder = launcher("linked");
    builder.command(link.toString(), "linked");
    assertThat(run(builder).out()).isEqualTo("[linked]\n");
  }

  @Test
  void aFailedTrainingDoesNotFailTheCommand() throws Exception {
    // The probe's jar holds no training program.
    var builder = launcher("trained");
    builder.environment().put("HART_AOT", "wait");
    var ended = run(builder);
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).isEqualTo("[trained]\n");
    assertThat(ended.err()).contains("hart: the training of the start-up cache failed");
  }
}
