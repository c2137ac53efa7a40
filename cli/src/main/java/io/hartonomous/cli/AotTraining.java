package io.hartonomous.cli;

import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.EngineServer;
import io.hartonomous.engine.EngineState;
import io.hartonomous.engine.interpret.TsqlSessions;
import io.hartonomous.engine.pg.Progress;
import io.hartonomous.engine.platform.Platform;
import io.hartonomous.engine.platform.RunningBuild;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs the commands whose classes and profiles the AOT cache shall hold. The launcher starts it
/// with `-XX:AOTCacheOutput`; the JVM writes the cache when it ends.
///
/// The engine serves them in this same process, so that the one cache holds its code too: the
/// engine's own process is started with it as well.
final class AotTraining {
  private AotTraining() {}

  /// `args`: the folder of the sources, and an empty folder to work in, removed afterwards. The
  /// variable `HART_HOME` must name a folder of its own, too.
  static void main(String[] args) throws IOException, InterruptedException {
    RunningBuild.hold();
    var project = Path.of(args[1]).resolve("project");
    copy(Path.of(args[0]).resolve("examples").resolve("hartonomous"), project);
    run("--help");
    run("parse", project.toString(), "--stats");
    run("build", project.toString());
    // As a process of its own, for the code that starts and stops one.
    run("engine", "start");
    run("engine", "stop");
    var state = EngineState.of(Platform.stateFolder());
    try (var _ =
        EngineServer.start(state, new TsqlSessions(), EngineOptions.defaults(), Progress.NONE)) {
      run("deploy", project.toString());
      run("deploy", project.toString());
    }
    System.exit(ExitCode.DONE.number());
  }

  private static void run(String... command) {
    var output = new Output(silent(), silent(), false, false, false);
    var exitCode = Main.run(command, System.getenv(), output);
    if (exitCode != ExitCode.DONE) {
      // What it did until then is worth a cache all the same.
      System.err.println("hart " + String.join(" ", command) + ": " + exitCode.meaning());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
