package io.hartonomous.engine;

import io.hartonomous.engine.pg.PostgresCluster;
import io.hartonomous.engine.pg.Progress;
import io.hartonomous.engine.platform.FolderLock;
import io.hartonomous.engine.platform.Platform;
import io.hartonomous.engine.platform.RunningBuild;
import io.hartonomous.engine.session.EngineSessions;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Starts, asks and stops an engine that runs as a process of its own.
///
/// Two that start or stop at once wait for each other. What a killed engine left behind is
/// recognised: its lock is free.
public final class EngineProcess {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
  private static final int LOG_TAIL = 4000;

  private final EngineState state;
  private final String sessionsClass;
  private final EngineOptions options;

  /// `sessionsClass` names an [EngineSessions] on this class path.
  public EngineProcess(EngineState state, String sessionsClass, EngineOptions options) {
    this.state = state;
    this.sessionsClass = sessionsClass;
    this.options = options;
  }

  /// The running engine, started where there is none. Errors: [IOException] with the end of the
  /// engine's log where it does not come up.
  public EngineConnection start(Progress progress) throws IOException, InterruptedException {
    Optional<EngineConnection> running = state.connection();
    if (running.filter(EngineProcess::isOfThisBuild).isPresent()) {
      return running.get();
    }
    try (FolderLock _ = FolderLock.acquire(state.changeLock())) {
      running = state.connection();
      if (running.isPresent()) {
        if (isOfThisBuild(running.get())) {
          return running.get();
        }
        if (!stopIfUnused(running.get())) {
          progress.step(
              "the engine that runs is of another build of hart and in use: it is left as it is;"
                  + " `hart engine stop` ends it");
          return running.get();
        }
        progress.step("stopped the engine of another build of hart");
      }
      if (state.isRunning()) {
        awaitEnd();
      }
      state.forget();
      progress.step("starting the engine");
      return launch(progress);
    }
  }

  private static boolean isOfThisBuild(EngineConnection running) {
    return running.build().equals(RunningBuild.name());
  }

  // Whoever holds the change lock may ask; the engine answers within its check interval.
  private boolean stopIfUnused(EngineConnection running) throws IOException, InterruptedException {
    Platform.writePrivate(state.stopFile(), EngineState.WHEN_UNUSED);
    while (state.isRunning() && Files.exists(state.stopFile())) {
      Thread.sleep(10);
    }
    // An engine that ends removes its connection file, and then this one.
    if (state.read().isPresent() && state.isRunning()) {
      return false;
    }
    awaitEnd();
    awaitExit(ProcessHandle.of(running.processId()));
    state.forget();
    return true;
  }

  private EngineConnection launch(Progress progress) throws IOException, InterruptedException {
    Path log = state.log();
    // The log of the last run is enough.
    Platform.writePrivate(log, "");
    List<String> command = new ArrayList<>();
    command.add(Platform.java().toString());
    // The collector and the modules' options are the launcher's: the start-up cache is used under
    // no others.
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Xss2m",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(RunningBuild.flags());
    command.addAll(
        List.of(
            "-cp",
            classPath(),
            EngineMain.class.getName(),
            state.folder().toString(),
            sessionsClass,
            Long.toString(options.idle().toSeconds()),
            Integer.toString(options.port())));
    ProcessBuilder builder = new ProcessBuilder(Platform.detached(command));
    builder.directory(state.folder().toFile());
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    process.getOutputStream().close();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    int shown = 0;
    while (true) {
      Optional<EngineConnection> ready = state.connection();
      if (ready.isPresent()) {
        return ready.get();
      }
      boolean over = process.waitFor(10, TimeUnit.MILLISECONDS);
      shown = show(log, shown, progress);
      if (over) {
        Optional<String> reason = refusal(log);
        if (reason.isPresent()) {
          throw new IOException(reason.get());
        }
        throw new IOException(
            "the engine ended with code "
                + process.exitValue()
                + " while it started. Its log, "
                + log
                + ", ends:"
                + System.lineSeparator()
                + tail(log));
      }
      if (System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException(
            "the engine did not start within "
                + START_LIMIT.toSeconds()
                + " s. Its log, "
                + log
                + ", ends:"
                + System.lineSeparator()
                + tail(log));
      }
    }
  }

  // The daemon works in another folder.
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static int show(Path log, int shown, Progress progress) throws IOException {
    List<String> lines =
        Files.readString(log, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith(EngineMain.PROGRESS))
            .toList();
    for (String line : lines.subList(Math.min(shown, lines.size()), lines.size())) {
      progress.step(line.substring(EngineMain.PROGRESS.length()));
    }
    return lines.size();
  }

  private static Optional<String> refusal(Path log) throws IOException {
    String text = Files.readString(log, StandardCharsets.UTF_8);
    int at = text.lastIndexOf(EngineMain.REFUSED);
    return at < 0
        ? Optional.empty()
        : Optional.of(text.substring(at + EngineMain.REFUSED.length()).strip());
  }

  private static String tail(Path log) throws IOException {
    String text = Files.readString(log, StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.length() - LOG_TAIL)).strip();
  }

  /// Stops the engine and waits until it and PostgreSQL are gone; whether one ran.
  public boolean stop() throws IOException, InterruptedException {
    try (FolderLock _ = FolderLock.acquire(state.changeLock())) {
      return stopHoldingLock();
    }
  }

  private boolean stopHoldingLock() throws IOException, InterruptedException {
    if (!state.isRunning()) {
      state.forget();
      return false;
    }
    Optional<ProcessHandle> process =
        state.read().flatMap(connection -> ProcessHandle.of(connection.processId()));
    // A file instead of a signal: Windows has none.
    Platform.writePrivate(state.stopFile(), "stop");
    awaitEnd();
    awaitExit(process);
    state.forget();
    return true;
  }

  private static void awaitExit(Optional<ProcessHandle> process)
      throws IOException, InterruptedException {
    if (process.isPresent() && process.get().pid() != ProcessHandle.current().pid()) {
      try {
        process.get().onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        throw new IOException("the engine, process " + process.get().pid() + ", does not end", e);
      }
    }
  }

  private void awaitEnd() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
    while (state.isRunning()) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "the engine over " + state.folder() + " does not end; its log is " + state.log());
      }
      Thread.sleep(10);
    }
  }

  /// How to reach the engine; empty where none runs.
  public Optional<EngineConnection> status() throws IOException {
    return state.connection();
  }

  /// Stops the engine and drops every database.
  public void reset() throws IOException, InterruptedException {
    try (FolderLock _ = FolderLock.acquire(state.changeLock())) {
      stopHoldingLock();
      PostgresCluster.reset(state.folder());
    }
  }
}
