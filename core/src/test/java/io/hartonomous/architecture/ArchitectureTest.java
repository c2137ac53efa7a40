package io.hartonomous.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The library against [Architecture].
class ArchitectureTest {
  private static final JavaClasses LIBRARY = Architecture.production("io.hartonomous");

  @TestFactory
  Stream<DynamicTest> library() {
    return Stream.concat(Architecture.commonRules().stream(), Architecture.libraryRules().stream())
        .map(this::test);
  }

  private DynamicTest test(ArchRule rule) {
    return DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(LIBRARY));
  }
}
