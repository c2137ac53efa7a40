package io.hartonomous.cli;

import io.hartonomous.architecture.Architecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// This module against [Architecture].
class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> module() {
    var classes = Architecture.production("io.hartonomous.cli");
    return Architecture.commonRules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
