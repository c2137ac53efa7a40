package io.hartonomous.engine.interpret;

import io.hartonomous.golden.Golden;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Scripts in T-SQL through the real driver, each in a database of its own.
class EngineGoldenTest {
  @TempDir static Path folder;
  private static EngineFixture engine;

  @BeforeAll
  static void start() throws Exception {
    engine = new EngineFixture(folder.resolve("engine"));
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @TestFactory
  Stream<DynamicTest> scripts() {
    return Stream.of(
            "batches",
            "errors",
            "transactions",
            "procedures",
            "ddl",
            "queries",
            "types",
            "triggers",
            "functions")
        .flatMap(area ->
            Golden.cases(
                "engine/" + area,
                ".sql",
                ".out",
                (_, source) -> {
                  try (Connection connection = engine.fresh()) {
                    return ScriptRunner.run(connection, source);
                  }
                }));
  }
}
