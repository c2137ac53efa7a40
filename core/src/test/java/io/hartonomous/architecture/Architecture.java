package io.hartonomous.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The rules that hold in every module, and the arrows between the packages of the library.
public final class Architecture {
  private static final List<String> MODEL_SIDE = List.of("text", "diagnostics", "syntax", "model");

  /// Package of the library -> the packages of the project that it may use beside itself.
  private static final SequencedMap<String, List<String>> ARROWS = arrows();

  /// Packages that take values and give values.
  private static final List<String> PURE =
      List.of("text", "diagnostics", "syntax", "model", "bind", "diff", "plan", "rules");

  /// What reading a bundled table (`Class.getResourceAsStream`) needs; none of them can open a
  /// file.
  private static final Class<?>[] IN_MEMORY = {
    InputStream.class,
    InputStreamReader.class,
    Reader.class,
    BufferedReader.class,
    StringReader.class,
    StringWriter.class,
    ByteArrayInputStream.class,
    ByteArrayOutputStream.class,
    DataInputStream.class,
    IOException.class,
    UncheckedIOException.class,
    Serializable.class
  };

  private Architecture() {}

  private static SequencedMap<String, List<String>> arrows() {
    var arrows = new TreeMap<String, List<String>>();
    arrows.put("text", List.of());
    arrows.put("diagnostics", List.of("text"));
    arrows.put("syntax", List.of("text", "diagnostics"));
    arrows.put("model", List.of("text", "diagnostics", "syntax"));
    arrows.put("bind", MODEL_SIDE);
    arrows.put("rules", with(MODEL_SIDE, "bind"));
    arrows.put("diff", MODEL_SIDE);
    arrows.put("plan", with(MODEL_SIDE, "diff"));
    arrows.put("project", with(MODEL_SIDE, "bind", "rules", "dacpac"));
    arrows.put("dacpac", with(MODEL_SIDE, "bind"));
    arrows.put("introspect", with(MODEL_SIDE, "bind"));
    arrows.put("deploy", with(MODEL_SIDE, "diff", "plan", "secrets"));
    arrows.put("secrets", List.of());
    arrows.put("scaffold", with(MODEL_SIDE, "bind"));
    return arrows;
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  /// The project's own classes on the class path, tests aside.
  public static JavaClasses production(String packageName) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("jc-test"))
        .importPackages(packageName);
  }

  /// What holds in the library alone.
  static List<ArchRule> libraryRules() {
    var rules = new ArrayList<ArchRule>();
    ARROWS.forEach((from, to) -> rules.add(arrow(from, to)));
    var pure = PURE.stream().map(Architecture::inPackage).toArray(String[]::new);
    rules.add(
        noClasses()
            .that()
            .resideInAnyPackage(pure)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.sql..",
                        "javax.sql..",
                        "java.util.logging..",
                        "org.slf4j..")
                    .and(not(belongToAnyOf(IN_MEMORY))))
            .because("pure packages take values and give values")
            .allowEmptyShould(true));
    rules.add(noAmbientState(pure));
    rules.add(
        noClasses()
            .that()
            .resideInAPackage("io.hartonomous..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.hartonomous.engine..", "io.hartonomous.cli..")
            .because("the library knows neither the engine nor the command line"));
    return rules;
  }

  private static ArchRule arrow(String from, List<String> to) {
    var allowed =
        Stream.concat(Stream.of(from), to.stream())
            .map(Architecture::inPackage)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(inPackage(from))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.hartonomous..").and(not(resideInAnyPackage(allowed))))
        .because("of the project, " + from + " may use only " + to)
        .allowEmptyShould(true);
  }

  private static ArchRule noAmbientState(String... packages) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class, String.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.time.Clock.class,
            java.util.Random.class,
            java.util.concurrent.ThreadLocalRandom.class,
            java.security.SecureRandom.class)
        .because("pure packages ask neither clock nor environment nor chance")
        .allowEmptyShould(true);
  }

  private static String inPackage(String name) {
    return "io.hartonomous." + name + "..";
  }

  /// What holds in every module.
  public static List<ArchRule> commonRules() {
    return List.of(
        classes()
            .that()
            .resideInAPackage("io.hartonomous..")
            .should()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .because("such a name says nothing about what the class is"),
        noClasses()
            .that()
            .resideOutsideOfPackage("io.hartonomous.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("only the command line knows picocli")
            .allowEmptyShould(true),
        slices().matching("io.hartonomous.(**)").should().beFreeOfCycles().allowEmptyShould(true));
  }
}
