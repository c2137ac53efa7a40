package io.hartonomous.engine.interpret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

/// Runs script files one after the other in one fresh database and prints what comes back: for
/// trying things by hand.
final class RunScript {
  private RunScript() {}

  public static void main(String[] args) throws Exception {
    try (EngineFixture engine = new EngineFixture(Path.of(args[0]));
        Connection connection = engine.fresh()) {
      for (int i = 1; i < args.length; i++) {
        System.out.println("=== " + args[i]);
        System.out.println(ScriptRunner.run(connection, Files.readString(Path.of(args[i]))));
      }
    }
  }
}
