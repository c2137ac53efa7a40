package io.hartonomous.engine.pg;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// Unpacks a tar archive of files, folders and links into a folder.
///
/// Errors: [IOException] for an entry that would leave the folder, and for kinds of entries that
/// the archives do not have. Source: POSIX.1-2017 pax, ustar Interchange Format; the GNU long name
/// (type `L`).
final class TarReader {
  private static final int BLOCK = 512;
  private final InputStream in;
  private final Path folder;
  private final boolean permissions;

  TarReader(InputStream in, Path folder, boolean permissions) {
    this.in = in;
    this.folder = folder.toAbsolutePath().normalize();
    this.permissions = permissions;
  }

  void unpack() throws IOException {
    byte[] header = new byte[BLOCK];
    String longName = null;
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      String name = longName != null ? longName : name(header);
      longName = null;
      long size = octal(header, 124, 12);
      switch (header[156]) {
        case 'L' -> {
          longName =
              new String(in.readNBytes((int) size), StandardCharsets.UTF_8).replace("\0", "");
          padding(size);
        }
        case 'x', 'g' -> in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
        case '5' -> Files.createDirectories(target(name));
        case '2' -> link(name, text(header, 157, 100));
        case 0, '0' -> {
          file(target(name), size, (int) octal(header, 100, 8));
          padding(size);
        }
        default -> throw new IOException("a tar entry of kind " + (char) header[156] + ": " + name);
      }
    }
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private Path target(String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException("a tar entry outside its folder: " + name);
    }
    Files.createDirectories(path.getParent());
    return path;
  }

  private void link(String name, String to) throws IOException {
    Path path = target(name);
    if (!path.getParent().resolve(to).normalize().startsWith(folder)) {
      throw new IOException("a tar link outside its folder: " + name + " to " + to);
    }
    Files.createSymbolicLink(path, Path.of(to));
  }

  private void file(Path path, long size, int mode) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(path)) {
      long left = size;
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (count < 0) {
          throw new EOFException("the archive ends inside " + path.getFileName());
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
    if (permissions && (mode & 0100) != 0) {
      Set<PosixFilePermission> set =
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE,
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.GROUP_EXECUTE,
              PosixFilePermission.OTHERS_READ,
              PosixFilePermission.OTHERS_EXECUTE);
      Files.setPosixFilePermissions(path, set);
    }
  }

  private void padding(long size) throws IOException {
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
  }

  private static long octal(byte[] header, int from, int length) {
    String digits = text(header, from, length).trim();
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.UTF_8);
  }
}
