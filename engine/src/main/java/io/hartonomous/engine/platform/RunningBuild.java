package io.hartonomous.engine.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The build of the tool that this process runs from, as the launcher names it: the properties
/// `hart.root`, `hart.build` and, where the process was started with the start-up cache,
/// `hart.aot`. A process that was started another way has none.
public final class RunningBuild {
  private static final String ROOT = "hart.root";
  private static final String BUILD = "hart.build";
  private static final String AOT_CACHE = "hart.aot";

  // Never closed: the operating system takes the lock back when the process ends.
  private static FileChannel held;

  private RunningBuild() {}

  /// The build's name; empty where the process was started another way.
  public static String name() {
    return System.getProperty(BUILD, "");
  }

  /// Keeps the build from being removed as long as this process lives. Any number of processes can
  /// hold the same build.
  public static synchronized void hold() throws IOException {
    Optional<Path> file = inUse();
    if (held != null || file.isEmpty() || !Files.exists(file.get())) {
      return;
    }
    FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ);
    // The exclusive lock of a clean-up is held for a moment only, and finds a build that is in use.
    channel.lock(0, Long.MAX_VALUE, true);
    held = channel;
  }

  private static Optional<Path> inUse() {
    String root = System.getProperty(ROOT);
    String build = System.getProperty(BUILD);
    return root == null || build == null
        ? Optional.empty()
        : Optional.of(Path.of(root, ".hart", "builds", build, "in-use"));
  }

  /// The JVM flags with which another process runs from the same build and uses the same start-up
  /// cache.
  public static List<String> flags() {
    return Stream.concat(
            Stream.ofNullable(System.getProperty(AOT_CACHE)).map(cache -> "-XX:AOTCache=" + cache),
            Stream.of(ROOT, BUILD, AOT_CACHE)
                .filter(name -> System.getProperty(name) != null)
                .map(name -> "-D" + name + "=" + System.getProperty(name)))
        .toList();
  }
}
