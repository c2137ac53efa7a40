package io.hartonomous.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.golden.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Small projects, each with the mistakes that its name says, and the checklist of their causes.
class CausesTest {
  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> writesTheChecklist() {
    return cases(folder ->
        Golden.check(
            folder.resolve("checklist.md"),
            CauseRenderer.markdown().render(build(folder).causes())));
  }

  @TestFactory
  Stream<DynamicTest> explainsEveryFindingOnce() {
    return Stream.concat(cases(CausesTest::explainsOnce), buildCases());
  }

  /// The findings of every build case too.
  private static Stream<DynamicTest> buildCases() {
    return Golden.files("build", "expected.txt").stream()
        .map(Path::getParent)
        .map(folder ->
            DynamicTest.dynamicTest(
                "build/" + folder.getFileName(),
                () -> explainsOnce(BuildCasesTest.project(folder))));
  }

  private static void explainsOnce(Path folder) throws ProjectException {
    explainsOnce(ProjectReader.read(folder));
  }

  private static void explainsOnce(Project project) throws ProjectException {
    BuildResult result = Build.build(project);
    List<Diagnostic> explained =
        result.causes().stream().flatMap(c -> c.explains().stream()).toList();
    assertThat(explained).containsExactlyInAnyOrderElementsOf(result.diagnostics());
  }

  /// What a cure promises: after its edits the findings of its cause are gone.
  @TestFactory
  Stream<DynamicTest> curesWhatItExplains() {
    return cases(folder -> {
      BuildResult before = build(folder);
      int number = 0;
      for (Cause cause : before.causes()) {
        for (Cure cure : cause.cures()) {
          if (cure.isExact()) {
            Path copy = temporary.resolve(folder.getFileName() + "-" + number++);
            write(copy, cure.applyTo(texts(folder)));
            assertGone(cause, cure, before, build(copy));
          }
        }
      }
    });
  }

  private static void assertGone(Cause cause, Cure cure, BuildResult before, BuildResult after) {
    Map<String, Long> expected = counts(before.diagnostics());
    cause.explains().forEach(d -> expected.merge(said(d), -1L, Long::sum));
    Map<String, Long> found = counts(after.diagnostics());
    for (Diagnostic d : cause.explains()) {
      assertThat(found.getOrDefault(said(d), 0L))
          .as(cause.statement() + " / " + cure.sentence() + " / " + said(d))
          .isLessThanOrEqualTo(expected.get(said(d)));
    }
  }

  private static Map<String, Long> counts(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .collect(Collectors.groupingBy(CausesTest::said, TreeMap::new, Collectors.counting()));
  }

  /// A finding without its place, which an edit may move.
  private static String said(Diagnostic d) {
    return d.code().id() + " " + d.at().path() + " " + d.message();
  }

  @Test
  void findsTheMistakesOfTheBrokenExample() throws ProjectException {
    List<Cause> causes =
        Build.build(ProjectReader.read(BrokenExampleTest.example("hartonomous-broken"))).causes();
    assertThat(causes.stream().map(c -> c.kind() + " " + c.at().path()))
        .containsExactlyInAnyOrder(
            "MISPLACED_STATEMENT dbo/StoredProcedures/sp_RecordInference.sql",
            "MISPLACED_STATEMENT dbo/StoredProcedures/sp_RecordInference.sql",
            "MISPLACED_STATEMENT dbo/StoredProcedures/sp_ProcessFeedback.sql",
            "MISPLACED_STATEMENT dbo/StoredProcedures/sp_ResolveTenantGuid.sql",
            "MISPLACED_STATEMENT dbo/StoredProcedures/sp_Hypothesize.sql",
            "DUPLICATE dbo/Functions/InferenceFunctions.sql",
            "MISSING_COLUMN dbo/Tables/Atom.sql",
            "MISSING_PRINCIPAL Security/Permissions.sql",
            "AMBIGUOUS_COLUMN dbo/StoredProcedures/sp_EnqueueIngestion.sql");
    assertThat(causes).isSortedAccordingTo((a, b) -> b.explains().size() - a.explains().size());
  }

  /// All first cures together make the example whole again.
  @Test
  void curesTheBrokenExample() throws Exception {
    Path folder = BrokenExampleTest.example("hartonomous-broken");
    Path copy = temporary.resolve("cured");
    write(copy, texts(folder));
    List<Cause> causes = build(copy).causes();
    for (int round = 0; !causes.isEmpty() && round < 20; round++) {
      write(copy, causes.getFirst().cures().getFirst().applyTo(texts(copy)));
      causes = build(copy).causes();
    }
    assertThat(build(copy).diagnostics()).isEmpty();
  }

  @Test
  void rendersJsonAndTerminal() throws Exception {
    List<Cause> causes = build(Path.of("src/test/resources/causes/missing_user")).causes();
    assertThat(CauseRenderer.pretty(1, false).render(causes))
        .isEqualTo(
            """
            Causes: 1 behind 2 findings

             1. The user or role AppUser does not exist: 2 findings
                --> grants.sql:3:34
                = Create the user in Security/AppUser.sql
                  new file Security/AppUser.sql
                  +CREATE USER [AppUser] WITHOUT LOGIN;
                = Or, if it is a role, create that in Security/AppUser.sql
                  new file Security/AppUser.sql
                  +CREATE ROLE [AppUser];
            """);
    assertThat(CauseRenderer.json().render(causes))
        .startsWith("{\n  \"formatVersion\" : 1,\n  \"causes\" : [")
        .contains("\"create\" : \"CREATE USER [AppUser] WITHOUT LOGIN;\\n\"");
    assertThat(CauseRenderer.pretty(0, true).render(List.of())).isEmpty();
  }

  @FunctionalInterface
  private interface Check {
    void on(Path folder) throws Exception;
  }

  private static Stream<DynamicTest> cases(Check check) {
    return Golden.files("causes", "case.sqlproj").stream()
        .map(Path::getParent)
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check.on(folder)));
  }

  private static BuildResult build(Path folder) throws ProjectException {
    return Build.build(ProjectReader.read(folder));
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).toList());
      return all.stream()
          .collect(
              Collectors.toMap(
                  f -> folder.relativize(f).toString().replace('\\', '/'),
                  (Function<Path, String>) Golden::read));
    }
  }

  private static void write(Path folder, Map<String, String> texts) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : old.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
