package io.hartonomous.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.Changes;
import io.hartonomous.diff.DiffLaw;
import io.hartonomous.diff.ModelDiff;
import io.hartonomous.diff.PublishOptions;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.diff.ScriptModel;
import io.hartonomous.model.DatabaseModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// `diff/KIND/CASE`: `before.sql` and `after.sql` give `changes.txt` and the plan in three forms.
/// `options.txt` has publish options, `renames.txt` a refactor log (`key KIND type old.name new`).
class PlanGoldenTest {
  private static final Path ROOT = Path.of("src/test/resources/diff");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> plans() throws IOException {
    List<Path> cases;
    try (Stream<Path> walk = Files.walk(ROOT)) {
      cases =
          walk.filter(p -> p.getFileName().toString().equals("after.sql"))
              .map(Path::getParent)
              .sorted()
              .toList();
    }
    assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(c -> DynamicTest.dynamicTest(ROOT.relativize(c).toString(), () -> check(c)));
  }

  private static void check(Path folder) {
    DatabaseModel before = ScriptModel.of(read(folder.resolve("before.sql")));
    DatabaseModel after = ScriptModel.of(read(folder.resolve("after.sql")));
    PublishOptions options = PublishOptions.of(options(folder));
    RefactorLog log = renames(folder);
    Plan plan =
        Planner.plan(
            PlanRequest.of(before, after)
                .withDatabase("db")
                .withOptions(options)
                .withRefactorLog(log)
                .withDependencies(WordDependencies.of(before), WordDependencies.of(after)));
    StringBuilder changes = new StringBuilder();
    plan.changes().forEach(change -> changes.append(Describe.change(change)).append('\n'));
    // Laws that hold for every case.
    assertThat(DiffLaw.violations(plan.changes(), before, after, options)).isEmpty();
    DatabaseModel reached = Changes.apply(plan.changes(), before);
    List<Change> again = ModelDiff.diff(reached, after, options, RefactorLog.EMPTY);
    assertThat(again).as("a second plan is empty").isEmpty();
    assertThat(ModelDiff.diff(after, after, options, RefactorLog.EMPTY)).isEmpty();
    compare(folder.resolve("changes.txt"), changes.toString());
    compare(folder.resolve("plan.sql"), PlanRenderer.sql(plan));
    compare(folder.resolve("plan.json"), PlanRenderer.json(plan));
    compare(folder.resolve("plan.txt"), PlanRenderer.pretty(plan));
  }

  private static Map<String, String> options(Path folder) {
    Map<String, String> options = new LinkedHashMap<>();
    Path file = folder.resolve("options.txt");
    if (Files.exists(file)) {
      read(file).lines().forEach(line -> options.put(line.split("=")[0], line.split("=")[1]));
    }
    return options;
  }

  private static RefactorLog renames(Path folder) {
    Path file = folder.resolve("renames.txt");
    if (!Files.exists(file)) {
      return RefactorLog.EMPTY;
    }
    return new RefactorLog(
        read(file)
            .lines()
            .map(line -> line.split(" "))
            .map(w ->
                new RefactorLog.Operation(
                    w[0],
                    RefactorLog.Kind.valueOf(w[1]),
                    w[2],
                    Arrays.asList(w[3].split("\\.")),
                    w[4]))
            .toList());
  }

  private static void compare(Path file, String actual) {
    try {
      if (UPDATE) {
        Files.writeString(file, actual);
        return;
      }
      assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
