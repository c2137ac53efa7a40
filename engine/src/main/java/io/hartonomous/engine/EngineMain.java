package io.hartonomous.engine;

import io.hartonomous.engine.pg.Progress;
import io.hartonomous.engine.platform.RunningBuild;
import io.hartonomous.engine.session.EngineSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The daemon: `EngineMain STATE_FOLDER SESSIONS_CLASS IDLE_SECONDS PORT`. Its output is the log
/// file.
///
/// Exit: 0 stopped or idle, 1 it could not start, 2 PostgreSQL ended under it.
public final class EngineMain {
  /// Before each progress line in the log, for the process that waits for the start.
  static final String PROGRESS = "progress: ";

  private static final int CHECK_MILLIS = 100;

  private EngineMain() {}

  public static void main(String[] args) throws Exception {
    EngineState state = EngineState.of(Path.of(args[0]));
    EngineOptions options =
        EngineOptions.defaults()
            .withIdle(Duration.ofSeconds(Long.parseLong(args[2])))
            .withPort(Integer.parseInt(args[3]));
    Progress progress = text -> System.out.println(PROGRESS + text);
    EngineServer server;
    try {
      RunningBuild.hold();
      EngineSessions sessions =
          (EngineSessions) Class.forName(args[1]).getDeclaredConstructor().newInstance();
      server = EngineServer.start(state, sessions, options, progress);
    } catch (IOException | ReflectiveOperationException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
      return;
    }
    // However the JVM ends, by itself or by a signal: the server is closed first.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "engine-end"));
    System.out.println("ready on port " + server.connection().port());
    System.exit(run(state, server, options.idle()));
  }

  private static int run(EngineState state, EngineServer server, Duration idle)
      throws InterruptedException {
    while (true) {
      TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
      if (!server.cluster().isAlive()) {
        System.out.println(
            "PostgreSQL ended; its log is " + state.folder().resolve("postgres.log"));
        return 2;
      }
      if (Files.exists(state.stopFile())) {
        System.out.println("asked to stop");
        return 0;
      }
      if (!idle.isZero() && server.idle().compareTo(idle) > 0) {
        System.out.println("idle for " + idle.toSeconds() + " s");
        return 0;
      }
    }
  }

  private static void close(EngineServer server) {
    try {
      server.close();
    } catch (IOException e) {
      e.printStackTrace();
    }
  }
}
