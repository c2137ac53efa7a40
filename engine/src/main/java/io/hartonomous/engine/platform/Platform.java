package io.hartonomous.engine.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The operating system and the processor, and what follows from them for folders, permissions and
/// commands.
public final class Platform {

  public enum System {
    LINUX,
    MACOS,
    WINDOWS
  }

  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private Platform() {}

  public static System system() {
    String name = java.lang.System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("windows")
        ? System.WINDOWS
        : name.startsWith("mac") ? System.MACOS : System.LINUX;
  }

  public static boolean isWindows() {
    return system() == System.WINDOWS;
  }

  /// The resource of PostgreSQL's binaries for this machine, as their publisher names it. Errors:
  /// [IllegalStateException] naming the machine where there are none.
  public static String postgresResource() {
    String arch = java.lang.System.getProperty("os.arch");
    String processor =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default ->
              throw new IllegalStateException(
                  "there are no PostgreSQL binaries for the processor " + arch);
        };
    return switch (system()) {
      case LINUX ->
          "postgres-linux-"
              + processor
              + (Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "")
              + ".txz";
      case MACOS -> "postgres-darwin-" + processor + ".txz";
      // Windows on ARM runs programs for x86-64.
      case WINDOWS -> "postgres-windows-x86_64.txz";
    };
  }

  /// Where the user's state lies: `HART_HOME`, else the place that the system has for such data.
  public static Path stateFolder() {
    String given = java.lang.System.getenv("HART_HOME");
    if (given != null && !given.isBlank()) {
      return Path.of(given).toAbsolutePath().normalize();
    }
    Path home = Path.of(java.lang.System.getProperty("user.home"));
    return switch (system()) {
      case LINUX ->
          environmentPath("XDG_STATE_HOME")
              .orElse(home.resolve(".local/state"))
              .resolve("hartonomous");
      case MACOS -> home.resolve("Library/Application Support/hartonomous");
      case WINDOWS ->
          environmentPath("LOCALAPPDATA")
              .orElse(home.resolve("AppData/Local"))
              .resolve("hartonomous");
    };
  }

  private static Optional<Path> environmentPath(String name) {
    return Optional.ofNullable(java.lang.System.getenv(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /// Makes a folder that only its owner can enter. On Windows the user's profile is closed to
  /// others already.
  public static Path privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (!isWindows()) {
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }
    return folder;
  }

  /// Makes a file readable by its owner only.
  public static void protect(Path file) {
    try {
      if (!isWindows()) {
        Files.setPosixFilePermissions(file, OWNER_FILE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a file that only its owner can read; whoever reads it sees the old content or the new
  /// one whole.
  public static void writePrivate(Path file, String content) throws IOException {
    Path fresh =
        Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".new");
    try {
      protect(fresh);
      Files.writeString(fresh, content, StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// The program of that name on `PATH` or in the folders of system programs.
  public static Optional<Path> program(String name) {
    String path = Optional.ofNullable(java.lang.System.getenv("PATH")).orElse("");
    for (String folder :
        (path + ":/usr/sbin:/sbin:/usr/bin:/bin").split(java.io.File.pathSeparator)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, name);
      if (!folder.isEmpty() && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /// The name of an executable file.
  public static String executable(String name) {
    return isWindows() ? name + ".exe" : name;
  }

  /// The `java` of this JVM.
  public static Path java() {
    return Path.of(java.lang.System.getProperty("java.home"), "bin", executable("java"));
  }

  /// Whether this process is the superuser, as which PostgreSQL refuses to run.
  public static boolean isRoot() {
    if (isWindows()) {
      return false;
    }
    try {
      // Java has no call for the user's id; a file of our own tells it.
      Path probe = Files.createTempFile("hart", ".uid");
      try {
        return Files.getAttribute(probe, "unix:uid").equals(0);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot find out which user runs this", e);
    }
  }

  /// Puts a command where a Ctrl-C or the end of the terminal does not reach it. The process that
  /// is started becomes the command, where the system has `setsid`.
  public static List<String> detached(List<String> command) {
    if (isWindows()) {
      return command;
    }
    java.util.ArrayList<String> result = new java.util.ArrayList<>();
    Optional<Path> setsid = program("setsid");
    if (setsid.isPresent()) {
      result.add(setsid.get().toString());
    } else {
      // A shell with job control gives its child a process group of its own.
      result.addAll(
          List.of("/bin/sh", "-c", "set -m; trap '' HUP; \"$@\" & wait $!", "hart-engine"));
    }
    result.addAll(command);
    return result;
  }

  /// Gives a file or folder to another user.
  static void chown(Path file, ServerUser user) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    var users = file.getFileSystem().getUserPrincipalLookupService();
    view.setOwner(users.lookupPrincipalByName(user.name()));
  }
}
