package io.hartonomous.engine;

import io.hartonomous.engine.pg.PostgresFailure;
import io.hartonomous.engine.pg.Progress;
import io.hartonomous.engine.platform.RunningBuild;
import io.hartonomous.engine.session.EngineSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

  /// Before the line that says why an engine does not start.
  static final String REFUSED = "refused: ";

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
    } catch (PostgresFailure e) {
      // What it says is all that its reader needs.
      if (e.getCause() != null) {
        e.printStackTrace();
      }
      System.out.println(REFUSED + e.getMessage());
      System.exit(1);
      return;
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
      throws IOException, InterruptedException {
    while (true) {
      TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
      if (!server.cluster().isAlive()) {
        System.out.println(
            "PostgreSQL ended; its log is " + state.folder().resolve("postgres.log"));
        return 2;
      }
      if (isAskedToStop(state, server)) {
        System.out.println("asked to stop");
        return 0;
      }
      if (!idle.isZero() && server.idle().compareTo(idle) > 0) {
        System.out.println("idle for " + idle.toSeconds() + " s");
        return 0;
      }
    }
  }

  private static boolean isAskedToStop(EngineState state, EngineServer server) throws IOException {
    String asked;
    try {
      asked = Files.readString(state.stopFile());
    } catch (NoSuchFileException _) {
      return false;
    }
    if (!asked.equals(EngineState.WHEN_UNUSED) || server.connectionCount() == 0) {
      return true;
    }
    System.out.println("asked to stop when unused, but it is in use");
    Files.deleteIfExists(state.stopFile());
    return false;
  }

  private static void close(EngineServer server) {
    try {
      server.close();
    } catch (IOException e) {
      e.printStackTrace();
    }
  }
}
