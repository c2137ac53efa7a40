package io.hartonomous.engine.pg;

import io.hartonomous.engine.platform.FolderLock;
import io.hartonomous.engine.platform.Folders;
import io.hartonomous.engine.platform.Platform;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once from the class path. `key` names the archive they come
/// from.
public record PostgresBinaries(Path folder, String key) {

  /// Unpacks the archive below `parent`, unless that was done before. Errors: [IOException] where
  /// the class path has no archive for this machine, or the disk no room.
  public static PostgresBinaries unpacked(Path parent, Progress progress)
      throws IOException, InterruptedException {
    String resource = Platform.postgresResource();
    URL url = PostgresBinaries.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new IOException(
          "the class path has no PostgreSQL binaries for this machine (" + resource + ")");
    }
    String key = resource.replace(".txz", "") + "-" + checksum(url);
    Path folder = parent.resolve(key);
    if (Files.isDirectory(folder)) {
      return new PostgresBinaries(folder, key);
    }
    if (!Files.exists(parent)) {
      Files.createDirectories(parent);
    }
    try (FolderLock _ = FolderLock.acquire(parent.resolve("unpack.lock"))) {
      if (!Files.isDirectory(folder)) {
        progress.step("unpacking PostgreSQL");
        unpack(url, parent.resolve(key + ".new"), folder);
      }
    }
    return new PostgresBinaries(folder, key);
  }

  // The folder appears under its name only when it is whole.
  private static void unpack(URL url, Path fresh, Path folder) throws IOException {
    Folders.delete(fresh);
    Files.createDirectories(fresh);
    try (InputStream file = url.openStream();
        InputStream in = new BufferedInputStream(new XZInputStream(file), 1 << 16)) {
      new TarReader(in, fresh, !Platform.isWindows()).unpack();
    }
    if (!Platform.isWindows()) {
      // Whoever runs the server must be able to read it, whatever the umask is.
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  // The jar knows the checksum of its entry, so the archive need not be read at every start.
  private static String checksum(URL url) throws IOException {
    URLConnection connection = url.openConnection();
    if (connection instanceof JarURLConnection jar) {
      JarEntry entry = jar.getJarEntry();
      return Long.toHexString(entry.getCrc()) + "-" + Long.toHexString(entry.getSize());
    }
    return Long.toHexString(connection.getLastModified())
        + "-"
        + Long.toHexString(connection.getContentLengthLong());
  }

  public Path program(String name) {
    return folder.resolve("bin").resolve(Platform.executable(name));
  }
}
