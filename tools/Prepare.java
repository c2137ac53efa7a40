import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the launchers `hart` and `hart.cmd` do seldom: build the tool and train its start-up cache.
///
/// - `build ROOT` builds with Maven, without tests, and puts the jars into
///   `ROOT/.hart/builds/ID/lib`; ID is a hash of them. `ROOT/.hart/built` then holds ID, and as its
///   time the moment when the build began: what changed after that is not in it.
/// - `train ROOT JAR AOT` runs the training commands once and leaves the AOT cache at AOT.
///
/// A build's folder is never written again, so that a command or an engine that runs from it is not
/// disturbed by the next build. Each that runs from it holds a shared lock on `ID/in-use`.
///
/// Exit: 0 done, also where another process did it meanwhile; 69 the tool cannot be built. Runs
/// from source on the JDK that the launcher found, so it knows nothing but the JDK.
final class Prepare {
  private static final int UNAVAILABLE = 69;
  private static final int KEPT_BUILDS = 3;

  public static void main(String[] args) throws InterruptedException {
    var root = Path.of(args[1]);
    try {
      switch (args[0]) {
        case "build" -> build(root, root.resolve(".hart"), args[2]);
        case "train" -> train(root, Path.of(args[2]), Path.of(args[3]));
        default -> throw new IllegalArgumentException(args[0]);
      }
    } catch (IOException e) {
      // A folder that cannot be written, a full disk: nothing that a stack of ours explains.
      fail(
          (args[0].equals("build")
                  ? "the tool cannot be built: "
                  : "the start-up cache cannot be made: ")
              + e);
    }
  }

  private static void build(Path root, Path state, String token)
      throws IOException, InterruptedException {
    var stamp = state.resolve("built");
    Files.createDirectories(state);
    var maven = findMaven();
    try (var channel = open(state.resolve("build.lock"));
        var _ = lock(channel)) {
      if (!token(stamp).equals(token)) {
        // Another start has built meanwhile; the launcher looks whether anything changed since.
        return;
      }
      // Until the build is done there is none: a build that fails must not leave the old one to be
      // run.
      Files.deleteIfExists(stamp);
      var begin = Files.createTempFile(state, "begin", null);
      try {
        System.err.println("hart: building the tool (first use, or its sources have changed)");
        maven(root, maven);
        var id = keep(root, state.resolve("builds"));
        var began = Files.getLastModifiedTime(begin);
        Files.writeString(begin, id + " " + Long.toHexString(began.toMillis()) + "\n");
        Files.setLastModifiedTime(begin, began);
        Files.move(begin, stamp, StandardCopyOption.ATOMIC_MOVE);
        removeOldBuilds(state.resolve("builds"), id);
      } finally {
        Files.deleteIfExists(begin);
      }
    }
  }

  private static String token(Path stamp) throws IOException {
    return Files.exists(stamp) ? Files.readString(stamp).strip().split(" ")[1] : "";
  }

  private static FileChannel open(Path lock) throws IOException {
    return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /// The operating system gives a lock back when its process ends, however it ends.
  private static FileLock lock(FileChannel channel) throws IOException {
    var lock = channel.tryLock();
    if (lock != null) {
      return lock;
    }
    System.err.println("hart: another start is building the tool; waiting for it");
    return channel.lock();
  }

  // ---- Maven

  private static void maven(Path root, String maven) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                maven,
                "-B",
                "-q",
                "-ntp",
                "-Dstyle.color=never",
                "-f",
                root.resolve("pom.xml").toString(),
                "-Dmaven.test.skip=true",
                "package")
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(nothing()));
    // Maven itself runs on any JDK from 17 on; this one is at hand, and no toolchain has to be
    // looked for.
    var environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    // Maven 3's own libraries use what newer JDKs warn about.
    environment.merge(
        "MAVEN_OPTS", "--sun-misc-unsafe-memory-access=allow", (own, quiet) -> quiet + " " + own);
    var process = builder.start();
    String firstError = null;
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (line.replaceAll("\u001b\\[[0-9;]*m", "").isBlank()) {
          continue;
        }
        System.err.println(line);
        if (firstError == null && isError(line)) {
          firstError = line.substring(line.indexOf(']') + 1).strip();
        }
      }
    }
    if (process.waitFor() != 0) {
      fail(
          "the tool cannot be built: "
              + (firstError == null ? maven + " ended with " + process.exitValue() : firstError));
    }
  }

  /// A heading is no error yet: the compiler's first message stands below `COMPILATION ERROR`.
  private static boolean isError(String line) {
    return line.startsWith("[ERROR]") && line.length() > 8 && !line.contains("COMPILATION ERROR");
  }

  private static File nothing() {
    return new File(isWindows() ? "NUL" : "/dev/null");
  }

  private static boolean isWindows() {
    return File.separatorChar == '\\';
  }

  private static String findMaven() {
    var named = System.getenv("HART_MAVEN");
    if (named != null && !named.isEmpty()) {
      return Files.isExecutable(Path.of(named))
          ? named
          : onPath(named)
              .orElseGet(
                  () -> fail("HART_MAVEN (" + named + ") is no Maven: there is no such program."));
    }
    return onPath(isWindows() ? "mvn.cmd" : "mvn")
        .orElseGet(() ->
            fail(
                "no Maven found to build the tool. Install Maven 3.8 or newer, or set"
                    + " HART_MAVEN."));
  }

  private static Optional<String> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString);
  }

  private static String fail(String message) {
    System.err.println("hart: " + message);
    System.exit(UNAVAILABLE);
    return message;
  }

  // ---- builds

  /// Copies the jars into a folder named after their hash, unless it is there. Returns the hash.
  private static String keep(Path root, Path builds) throws IOException {
    List<Path> jars;
    try (var files = Files.list(root.resolve("cli/target/dist/lib"))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    // What is done to the jars counts, too.
    var parts = new ArrayList<>(jars);
    parts.add(root.resolve("tools/CacheableJar.java"));
    parts.add(root.resolve("tools/PlainCallSites.java"));
    var id = hash(parts);
    var build = builds.resolve(id);
    if (Files.exists(build)) {
      return id;
    }
    Files.createDirectories(builds);
    var unfinished = Files.createTempDirectory(builds, "new");
    Files.createDirectory(unfinished.resolve("lib"));
    for (var jar : jars) {
      CacheableJar.copy(jar, unfinished.resolve("lib").resolve(jar.getFileName()));
    }
    Files.createFile(unfinished.resolve("in-use"));
    Files.move(unfinished, build, StandardCopyOption.ATOMIC_MOVE);
    return id;
  }

  private static String hash(List<Path> files) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files) {
        digest.update(file.getFileName().toString().getBytes());
        digest.update((byte) 0);
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void removeOldBuilds(Path builds, String current) throws IOException {
    List<Path> old;
    try (var folders = Files.list(builds)) {
      old =
          folders
              .filter(folder -> !folder.endsWith(current))
              .sorted(Comparator.comparing(Prepare::modified).reversed())
              .skip(KEPT_BUILDS - 1)
              .toList();
    }
    for (var build : old) {
      if (!isInUse(build.resolve("in-use"))) {
        delete(build);
      }
    }
  }

  private static FileTime modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException _) {
      return FileTime.fromMillis(0);
    }
  }

  private static boolean isInUse(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock == null;
    } catch (NoSuchFileException _) {
      return false;
    } catch (OverlappingFileLockException _) {
      return true;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  // ---- the AOT cache

  private static void train(Path root, Path jar, Path cache)
      throws IOException, InterruptedException {
    var build = jar.getParent().getParent();
    try (var channel = open(root.resolve(".hart/training.lock"));
        var lock = channel.tryLock()) {
      if (lock == null || Files.exists(cache)) {
        return;
      }
      var work = Files.createTempDirectory(root.resolve(".hart"), "training");
      try {
        var unfinished = work.resolve("new.aot");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The flags of the launchers.
        var builder =
            new ProcessBuilder(
                    java,
                    "-XX:+UseSerialGC",
                    "-Xmx2g",
                    "-XX:-UsePerfData",
                    "-Xlog:disable",
                    "-XX:AOTCacheOutput=" + unfinished,
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dhart.root=" + root,
                    "-Dhart.build=" + build.getFileName(),
                    "-cp",
                    jar.toString(),
                    "io.hartonomous.cli.AotTraining",
                    root.toString(),
                    work.toString())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(work.resolve("errors").toFile());
        builder.environment().put("HART_HOME", work.resolve("home").toString());
        var process = builder.start();
        if (process.waitFor() != 0 || !Files.exists(unfinished)) {
          // Its absence only costs time.
          System.err.println("hart: the training of the start-up cache failed:");
          System.err.println(Files.readString(work.resolve("errors")));
          return;
        }
        try (var others = Files.newDirectoryStream(build, "*.aot")) {
          for (var other : others) {
            Files.delete(other);
          }
        }
        Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(work);
      }
    }
  }
}
