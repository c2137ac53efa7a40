package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.syntax.generate.Generator;
import org.junit.jupiter.api.Test;

/// The laws of [Laws] on generated programs: `-Dgenerated.programs=n` for more than the few
/// thousand of a normal run, `-Dgenerated.seed=n` for others.
class GeneratedProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("generated.programs", 3_000);
  private static final long SEED = Long.getLong("generated.seed", 1);

  /// One program in so many is tried without each of its tokens: that parses it as often as it has
  /// tokens.
  private static final int TOKENS_OF_ONE_IN = 50;

  @Test
  void lawsHold() {
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      String program = Generator.program(seed);
      try {
        Laws.tokens(program);
        Laws.valid(program);
        Laws.printing(program);
        Laws.ranges(program);
        if (seed % TOKENS_OF_ONE_IN == 0) {
          Laws.everyTokenCounts(program);
        }
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + "\n" + program, e);
      }
    }
  }

  @Test
  void sameSeedSameProgram() {
    assertThat(Generator.program(SEED)).isEqualTo(Generator.program(SEED));
  }
}
