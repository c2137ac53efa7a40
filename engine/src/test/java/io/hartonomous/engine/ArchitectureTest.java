package io.hartonomous.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.hartonomous.architecture.Architecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// This module against [Architecture].
class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> module() {
    var classes = Architecture.production("io.hartonomous.engine");
    var engine =
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.hartonomous.cli..")
            .because("the engine does not know the command line");
    return Stream.concat(Architecture.commonRules().stream(), Stream.of(engine))
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }
}
