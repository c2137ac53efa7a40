package io.hartonomous.engine.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The user that PostgreSQL runs as: this one, or an unprivileged one where this one is root.
///
/// An unprivileged user cannot enter the state folder of root (0700). So root's PostgreSQL has a
/// folder of its own: a path below `/var/lib` that others can pass through, with the cluster in a
/// folder that only the server's user can enter. Secrets stay in the state folder.
public record ServerUser(String name, boolean other) {
  private static final List<String> CANDIDATES = List.of("postgres", "nobody");
  private static final List<Path> ROOTS =
      List.of(Path.of("/var/lib"), Path.of("/var/tmp"), Path.of("/tmp"));

  /// Errors: [IOException] where this is root and there is no other user.
  public static ServerUser current() throws IOException {
    if (!Platform.isRoot()) {
      return new ServerUser(System.getProperty("user.name"), false);
    }
    for (String candidate : CANDIDATES) {
      if (exists(candidate)) {
        return new ServerUser(candidate, true);
      }
    }
    throw new IOException(
        "PostgreSQL does not run as root, and there is no user " + String.join(" or ", CANDIDATES));
  }

  private static boolean exists(String name) throws IOException {
    try {
      Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
      return true;
    } catch (java.nio.file.attribute.UserPrincipalNotFoundException _) {
      return false;
    }
  }

  /// Where PostgreSQL's files of this state folder lie; made where it is missing.
  public Path folder(Path stateFolder) throws IOException {
    if (!other) {
      return Platform.privateFolder(stateFolder.resolve("pg"));
    }
    Path shared = sharedFolder();
    Path own = shared.resolve(key(stateFolder));
    if (!Files.exists(own)) {
      Files.createDirectory(
          own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    give(own);
    return own;
  }

  /// Where the binaries lie: never writable by the server's user.
  public Path binariesFolder(Path stateFolder) throws IOException {
    return other
        ? sharedFolder().resolve("binaries")
        : Platform.privateFolder(stateFolder.resolve("pg")).resolve("binaries");
  }

  private static Path sharedFolder() throws IOException {
    for (Path root : ROOTS) {
      if (!Files.isWritable(root)) {
        continue;
      }
      Path folder = root.resolve("hartonomous");
      if (!Files.exists(folder)) {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      // In a folder that everyone can write to, somebody else may have made it.
      if (!Files.isDirectory(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)
          || !Files.getAttribute(folder, "unix:uid").equals(0)) {
        throw new IOException(folder + " exists and does not belong to root");
      }
      return folder;
    }
    throw new IOException(
        "root's PostgreSQL needs a folder in one of " + ROOTS + ", and none is writable");
  }

  private static String key(Path stateFolder) {
    try {
      byte[] path =
          stateFolder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(path), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Gives a file to this user.
  public void give(Path file) throws IOException {
    if (other) {
      Platform.chown(file, this);
    }
  }

  /// The command, run as this user.
  public List<String> command(List<String> command) {
    if (!other) {
      return command;
    }
    List<String> result = new ArrayList<>();
    Optional<Path> setpriv = Platform.program("setpriv");
    Optional<Path> runuser = Platform.program("runuser");
    if (setpriv.isPresent()) {
      result.addAll(
          List.of(
              setpriv.get().toString(),
              "--reuid=" + name,
              "--regid=" + groupId(),
              "--clear-groups"));
    } else if (runuser.isPresent()) {
      result.addAll(List.of(runuser.get().toString(), "-u", name, "--"));
    } else {
      String su =
          Platform.program("su")
              .map(Path::toString)
              .orElseThrow(() ->
                  new IllegalStateException(
                      "PostgreSQL does not run as root, and there is no setpriv, runuser or su to"
                          + " change the user"));
      result.addAll(List.of(su, "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"));
      result.addAll(command);
      return result;
    }
    result.addAll(command);
    return result;
  }

  // setpriv wants a group; the primary one of the user stands in the password file.
  private String groupId() {
    try {
      for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
        String[] fields = line.split(":");
        if (fields.length > 3 && fields[0].equals(name)) {
          return fields[3];
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return "65534";
  }
}
