package io.hartonomous.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.Changes;
import io.hartonomous.diff.DiffLaw;
import io.hartonomous.diff.ModelDiff;
import io.hartonomous.diff.PublishOption;
import io.hartonomous.diff.PublishOptions;
import io.hartonomous.diff.RandomModels;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.model.DatabaseModel;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The law of every plan over drawn pairs of models and options. A failing seed is in the test's
/// name.
class PlanLawTest {
  private static final int GROUPS = 20;
  private static final int PAIRS = 50;

  @TestFactory
  Stream<DynamicTest> changesLeadFromBeforeToExpected() {
    return LongStream.range(0, GROUPS)
        .mapToObj(group ->
            DynamicTest.dynamicTest(
                "seeds " + group * PAIRS + " to " + (group * PAIRS + PAIRS - 1),
                () ->
                    LongStream.range(group * PAIRS, (group + 1) * PAIRS)
                        .forEach(PlanLawTest::check)));
  }

  private static void check(long seed) {
    RandomModels models = new RandomModels(seed);
    DatabaseModel before = models.model();
    DatabaseModel after = models.model();
    PublishOptions options = options(seed);
    List<Change> changes = ModelDiff.diff(before, after, options, RefactorLog.EMPTY);
    assertThat(DiffLaw.violations(changes, before, after, options)).as("seed " + seed).isEmpty();
    DatabaseModel reached = Changes.apply(changes, before);
    assertThat(ModelDiff.diff(reached, after, options, RefactorLog.EMPTY))
        .as("second plan, seed " + seed)
        .isEmpty();
    PlanRequest request =
        PlanRequest.of(before, after)
            .withOptions(options)
            .withDependencies(WordDependencies.of(before), WordDependencies.of(after));
    Plan plan = Planner.plan(request);
    assertThat(plan.isEmpty()).isEqualTo(changes.isEmpty());
    assertThat(plan.steps().isEmpty())
        .as("steps of seed " + seed + " " + changes)
        .isEqualTo(changes.isEmpty());
    assertThat(PlanRenderer.sql(Planner.plan(request))).isEqualTo(PlanRenderer.sql(plan));
  }

  private static PublishOptions options(long seed) {
    Random random = new Random(seed);
    PublishOptions options = PublishOptions.DEFAULT;
    if (seed % 3 == 0) {
      return options;
    }
    for (PublishOption option : PublishOption.values()) {
      boolean fixed =
          option == PublishOption.ALLOW_TABLE_RECREATION
              || option == PublishOption.GENERATE_SMART_DEFAULTS;
      if (!fixed && random.nextInt(3) == 0) {
        options = options.with(option, !option.defaultValue());
      }
    }
    return options;
  }

  @Test
  void aModelDiffersInNothingFromItself() {
    for (long seed = 0; seed < 200; seed++) {
      DatabaseModel model = new RandomModels(seed).model();
      assertThat(ModelDiff.diff(model, model, options(seed), RefactorLog.EMPTY))
          .as("seed " + seed)
          .isEmpty();
    }
  }

  @Test
  void aMissingChangeBreaksTheLaw() {
    int seen = 0;
    for (long seed = 0; seed < 60; seed++) {
      RandomModels models = new RandomModels(seed);
      DatabaseModel before = models.model();
      DatabaseModel after = models.model();
      List<Change> changes =
          ModelDiff.diff(before, after, PublishOptions.DEFAULT, RefactorLog.EMPTY);
      if (changes.size() > 1) {
        List<Change> fewer = changes.subList(0, changes.size() - 1);
        assertThat(DiffLaw.violations(fewer, before, after, PublishOptions.DEFAULT))
            .as("seed " + seed + " without " + changes.getLast())
            .isNotEmpty();
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(40);
  }
}
