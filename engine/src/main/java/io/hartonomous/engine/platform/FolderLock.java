package io.hartonomous.engine.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// A lock between processes, and between the threads of this one. The system takes it back when its
/// holder dies.
public final class FolderLock implements AutoCloseable {
  // A file lock belongs to the whole JVM, so threads need a lock of their own.
  private static final Map<Path, Semaphore> HERE = new ConcurrentHashMap<>();

  private final Semaphore here;
  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(Semaphore here, FileChannel channel, FileLock lock) {
    this.here = here;
    this.channel = channel;
    this.lock = lock;
  }

  /// Waits for the lock.
  public static FolderLock acquire(Path file) throws IOException, InterruptedException {
    Semaphore here = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new Semaphore(1));
    here.acquire();
    FileChannel channel = null;
    try {
      channel = open(file);
      return new FolderLock(here, channel, channel.lock());
    } catch (IOException | RuntimeException e) {
      close(channel);
      here.release();
      throw e;
    }
  }

  /// The lock, or empty where somebody has it.
  public static Optional<FolderLock> attempt(Path file) throws IOException {
    Semaphore here = HERE.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new Semaphore(1));
    if (!here.tryAcquire()) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      channel = open(file);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        here.release();
        return Optional.empty();
      }
      return Optional.of(new FolderLock(here, channel, lock));
    } catch (IOException | RuntimeException e) {
      close(channel);
      here.release();
      throw e;
    }
  }

  /// Whether somebody has the lock.
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    Optional<FolderLock> mine = attempt(file);
    if (mine.isPresent()) {
      mine.get().close();
    }
    return mine.isEmpty();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void close(FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
    here.release();
  }
}
