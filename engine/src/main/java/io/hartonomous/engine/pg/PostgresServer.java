package io.hartonomous.engine.pg;

import io.hartonomous.engine.platform.Platform;
import io.hartonomous.engine.platform.ServerUser;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One running `postgres` over a data directory.
///
/// On POSIX systems a small shell stands between: it reads a pipe that this process holds open, and
/// stops the server when the pipe closes. So the server ends even when this process is killed. On
/// Windows there is none; a server left over is found and stopped at the next start.
final class PostgresServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final long MAX_LOG = 4 << 20;
  private static final int READY_LINE = 8;

  // `read` is built into the shell, so nothing but the shell itself waits at the pipe.
  private static final String SUPERVISOR =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      { read -r _ <&3; kill -INT "$server"; } 2>/dev/null &
      watcher=$!
      exec 3<&-
      trap 'kill -INT "$server"' INT TERM
      wait "$server"
      code=$?
      while kill -0 "$server" 2>/dev/null; do wait "$server"; code=$?; done
      kill "$watcher" 2>/dev/null
      exit $code
      """;

  private final PostgresBinaries binaries;
  private final ServerUser user;
  private final Path data;
  private final Path log;
  private Process process;
  private int port;

  PostgresServer(PostgresBinaries binaries, ServerUser user, Path data, Path log) {
    this.binaries = binaries;
    this.user = user;
    this.data = data;
    this.log = log;
  }

  /// The settings of a database for development on one machine.
  ///
  /// A committed row must outlive a killed process, not a power cut: what a process wrote is with
  /// the operating system, which keeps it. So commits are written (`synchronous_commit`) but not
  /// forced to the disk (`fsync`), which makes them about ten times as fast. After a crash of the
  /// machine itself the data may be damaged.
  private static Map<String, String> settings(int port) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    // A socket path may have about 100 bytes, which a state folder easily exceeds; loopback and a
    // password do.
    settings.put("unix_socket_directories", "");
    settings.put("fsync", "off");
    settings.put("full_page_writes", "off");
    settings.put("synchronous_commit", "on");
    settings.put("wal_level", "minimal");
    settings.put("max_wal_senders", "0");
    settings.put("max_connections", "300");
    settings.put("max_locks_per_transaction", "512");
    settings.put("shared_buffers", "128MB");
    // The worker processes of the default cost memory and time, and the data is in the page cache.
    settings.put("io_method", "sync");
    settings.put("jit", "off");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("lc_messages", "C");
    settings.put("huge_pages", "off");
    settings.put("autovacuum_naptime", "5min");
    // Errors of statements are the business of whoever sent them.
    settings.put("log_min_messages", "log");
    settings.put("log_min_error_statement", "panic");
    return settings;
  }

  int port() {
    return port;
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  Process process() {
    return process;
  }

  /// Starts and waits until connections are taken. Errors: [PostgresFailure] with the end of the
  /// server's log.
  void start() throws IOException, InterruptedException {
    stopLeftOver();
    port = freePort();
    List<String> server =
        new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data.toString()));
    settings(port).forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
    List<String> command = new ArrayList<>();
    if (!Platform.isWindows()) {
      command.addAll(List.of("/bin/sh", "-c", SUPERVISOR, "hart-postgres"));
    }
    command.addAll(server);
    if (Files.exists(log) && Files.size(log) > MAX_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.notExists(log)) {
      Files.createFile(log);
      Platform.protect(log);
    }
    long logStart = Files.size(log);
    ProcessBuilder builder = new ProcessBuilder(user.command(command));
    builder.directory(data.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    process = builder.start();
    waitUntilReady(logStart);
  }

  private void waitUntilReady(long logStart) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!ready()) {
      if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
        throw new PostgresFailure(
            "PostgreSQL ended with code "
                + process.exitValue()
                + " while it started."
                + logSince(logStart));
      }
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new PostgresFailure(
            "PostgreSQL did not start within "
                + START_LIMIT.toSeconds()
                + " s."
                + logSince(logStart));
      }
    }
  }

  private boolean ready() throws IOException {
    List<String> lines = pidFile();
    return lines.size() >= READY_LINE
        && lines.get(READY_LINE - 1).strip().equals("ready")
        && lines.get(3).equals(Integer.toString(port));
  }

  // postmaster.pid: process id, data directory, start time, port, socket folder, address, shared
  // memory, state.
  private List<String> pidFile() throws IOException {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"), StandardCharsets.UTF_8);
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }

  private String logSince(long from) throws IOException {
    byte[] all = Files.readAllBytes(log);
    String text =
        new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8).strip();
    return text.isEmpty()
        ? ""
        : " It said:" + System.lineSeparator() + text.substring(Math.max(0, text.length() - 4000));
  }

  /// Stops a server that an engine left over: one that was killed on a system without the shell in
  /// between, or together with it.
  private void stopLeftOver() throws IOException, InterruptedException {
    List<String> lines = pidFile();
    if (lines.isEmpty()) {
      return;
    }
    Optional<ProcessHandle> running = handle(lines.getFirst());
    if (running.isEmpty()) {
      // PostgreSQL would refuse to start while any process has the number in the file.
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      return;
    }
    // A shutdown may be under way already, when the shell saw its pipe close.
    interrupt(running.get());
    if (!ended(running.get(), STOP_LIMIT)) {
      running.get().destroyForcibly();
      if (!ended(running.get(), STOP_LIMIT)) {
        throw new PostgresFailure(
            "a PostgreSQL left over from before (process "
                + running.get().pid()
                + ") does not end");
      }
    }
  }

  // The process id may belong to somebody else by now: only a server over this data directory
  // counts.
  private Optional<ProcessHandle> handle(String line) {
    try {
      return ProcessHandle.of(Long.parseLong(line.strip()))
          .filter(ProcessHandle::isAlive)
          .filter(this::isOurs);
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle candidate) {
    ProcessHandle.Info info = candidate.info();
    return info.commandLine().map(line -> line.contains(data.toString())).orElse(false)
        || info.command().map(path -> Path.of(path).startsWith(binaries.folder())).orElse(false);
  }

  private static boolean ended(ProcessHandle running, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (running.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(5);
    }
    return !running.isAlive();
  }

  // Java can only terminate, which lets a server wait for its clients; an interrupt makes it throw
  // them out.
  private void interrupt(ProcessHandle running) throws IOException, InterruptedException {
    if (Platform.isWindows()) {
      new ProcessBuilder(
              binaries.program("pg_ctl").toString(),
              "stop",
              "-D",
              data.toString(),
              "-m",
              "fast",
              "-s")
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(log.toFile()))
          .start()
          .waitFor();
    } else {
      new ProcessBuilder("/bin/sh", "-c", "kill -INT " + running.pid())
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(new File("/dev/null")))
          .start()
          .waitFor();
    }
  }

  /// Stops the server, throwing its clients out, and waits for its end.
  @Override
  public void close() throws IOException {
    if (!isAlive()) {
      return;
    }
    try {
      if (Platform.isWindows()) {
        interrupt(process.toHandle());
      } else {
        process.getOutputStream().close();
      }
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        throw new PostgresFailure(
            "PostgreSQL did not stop within "
                + STOP_LIMIT.toSeconds()
                + " s and was killed; the log is "
                + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresFailure("interrupted while PostgreSQL stopped");
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("there is no free port", e);
    }
  }
}
