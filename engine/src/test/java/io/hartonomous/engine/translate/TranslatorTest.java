package io.hartonomous.engine.translate;

import io.hartonomous.golden.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Scripts through binder, translator and a real PostgreSQL: what comes of each statement.
class TranslatorTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return Golden.cases(
        "translate/cases",
        ".sql",
        ".out",
        (_, script) -> {
          TranslatedDatabase database = TranslatedDatabase.open();
          try {
            return database.run(script);
          } finally {
            database.close();
          }
        });
  }
}
