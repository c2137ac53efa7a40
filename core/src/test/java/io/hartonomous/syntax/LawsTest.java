package io.hartonomous.syntax;

import io.hartonomous.golden.Golden;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The laws of [Laws] on every valid golden case.
class LawsTest {
  @TestFactory
  Stream<DynamicTest> whatIsPrintedParsesToTheSameTree() {
    return law(Laws::printing);
  }

  private static Stream<DynamicTest> law(Golden.Law law) {
    return Golden.law("syntax/ok", ".sql", law);
  }
}
