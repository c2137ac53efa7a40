package io.hartonomous.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// Runs the commands whose classes and profiles the AOT cache shall hold. The launcher starts it
/// with `-XX:AOTCacheOutput`; the JVM writes the cache when it ends.
final class AotTraining {
  private AotTraining() {}

  /// The commands of the training, in order; the one place to add to.
  private static List<List<String>> commands() {
    return List.of(List.of("--help"), List.of("--version"), List.of("completion", "bash"));
  }

  /// `args`: the folder of the sources, and an empty folder to work in, removed afterwards.
  static void main(String[] args) {
    var output = new Output(silent(), silent(), false, false, false);
    for (var command : commands()) {
      var exitCode = Main.run(command.toArray(String[]::new), Map.of(), output);
      if (exitCode != ExitCode.DONE) {
        System.err.println("hart " + String.join(" ", command) + " ended with " + exitCode);
        System.exit(exitCode.number());
      }
    }
    System.exit(ExitCode.DONE.number());
  }

  private static PrintStream silent() {
    return new PrintStream(OutputStream.nullOutputStream());
  }
}
