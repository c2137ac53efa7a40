package io.hartonomous.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs the commands whose classes and profiles the AOT cache shall hold. The launcher starts it
/// with `-XX:AOTCacheOutput`; the JVM writes the cache when it ends.
final class AotTraining {
  private AotTraining() {}

  /// The commands of the training, in order; the one place to add to. Those of a verb that this
  /// build does not have are left out.
  private static Stream<List<String>> commands(Path project) {
    var folder = project.toString();
    return Stream.of(
            List.of("--help"),
            List.of("build", folder),
            List.of("deploy", folder),
            List.of("deploy", folder),
            List.of("engine", "stop"))
        .filter(command ->
            command.getFirst().startsWith("-") || Verbs.ALL.containsKey(command.getFirst()));
  }

  /// `args`: the folder of the sources, and an empty folder to work in, removed afterwards. The
  /// variable `HART_HOME` must name a folder of its own, too.
  static void main(String[] args) throws IOException {
    var project = Path.of(args[1]).resolve("project");
    copy(Path.of(args[0]).resolve("examples").resolve("hartonomous"), project);
    var output = new Output(silent(), silent(), false, false, false);
    commands(project)
        .forEach(command -> {
          var exitCode = Main.run(command.toArray(String[]::new), System.getenv(), output);
          if (exitCode != ExitCode.DONE) {
            // What it did until then is worth a cache all the same.
            System.err.println("hart " + String.join(" ", command) + ": " + exitCode.meaning());
          }
        });
    System.exit(ExitCode.DONE.number());
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
