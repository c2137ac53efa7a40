package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.golden.Golden;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.generate.Generator;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BatchesTest {
  private static List<Batches.Part> parts(String text, ParseOptions options) {
    return Batches.of("s.sql", new StringReader(text), options).toList();
  }

  private static String texts(List<Batches.Part> parts) {
    return parts.stream().map(p -> p.result().source().text()).collect(Collectors.joining());
  }

  @Test
  void onePartABatchWithItsLine() {
    List<Batches.Part> parts =
        parts("SELECT 1\r\ngo\rSELECT 2\nGO -- a\n\nSELECT FROM", ParseOptions.DEFAULT);
    assertThat(parts)
        .extracting(p -> p.result().source().text())
        .containsExactly("SELECT 1\r\ngo\r", "SELECT 2\nGO -- a\n", "\nSELECT FROM");
    assertThat(parts).extracting(Batches.Part::line).containsExactly(1, 3, 5);
    assertThat(parts.get(2).diagnostics()).extracting(d -> d.at().line()).containsExactly(6);
    Batch second = parts.get(1).result().script().batches().getFirst();
    assertThat(parts.get(1).location(second.statements().getFirst()).line()).isEqualTo(3);
  }

  @Test
  void goInsideCommentsStringsAndNamesCutsNothing() {
    String text = "/*\nGO\n*/ SELECT '\nGO\n', [\nGO\n]\nGO\nSELECT 1";
    assertThat(parts(text, ParseOptions.DEFAULT)).hasSize(2);
    assertThat(texts(parts(text, ParseOptions.DEFAULT))).isEqualTo(text);
  }

  @Test
  void goBehindACommentCuts() {
    assertThat(parts("/* GO */ SELECT 1\n/* a\n */ GO\nSELECT 2\nGO\n", ParseOptions.DEFAULT))
        .hasSize(2);
  }

  @Test
  void goWithACountWhereSqlcmdReads() {
    List<Batches.Part> parts = parts("SELECT 1\nGO 5\nSELECT 2\nGO\n", ParseOptions.SCRIPT);
    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst().result().script().batches().getFirst().repeat()).isEqualTo(5);
  }

  @Test
  void readsNoMoreThanIsAskedFor() {
    Reader endless =
        new Reader() {
          @Override
          public int read(char[] into, int offset, int length) {
            "SELECT 1\nGO\n".getChars(0, 12, into, offset);
            return 12;
          }

          @Override
          public void close() {}
        };
    assertThat(Batches.of("s.sql", endless, ParseOptions.DEFAULT).limit(1_000)).hasSize(1_000);
  }

  @Test
  void aFailureToReadIsTold() {
    Readable broken =
        _ -> {
          throw new IOException("gone");
        };
    assertThatThrownBy(() -> Batches.of("s.sql", broken, ParseOptions.DEFAULT).toList())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("s.sql");
  }

  @Test
  void aCommentFullOfGoTakesNoTimeToSpeakOf() {
    String text = "/*\n" + "GO\n".repeat(300_000) + "*/\nGO\n";
    assertThat(parts(text, ParseOptions.DEFAULT)).hasSize(1);
  }

  /// The batches of the parts are those of the whole.
  private static void sameAsTheWhole(String text) {
    List<Batches.Part> parts = parts(text, ParseOptions.DEFAULT);
    assertThat(texts(parts)).isEqualTo(text);
    List<Batch> whole =
        Parser.parse(new SourceFile("s.sql", text), ParseOptions.DEFAULT).script().batches();
    List<Batch> batches = new ArrayList<>();
    parts.forEach(part -> batches.addAll(part.result().script().batches()));
    assertThat(batches).hasSameSizeAs(whole);
    for (int i = 0; i < batches.size(); i++) {
      assertThat(Nodes.same(batches.get(i), whole.get(i))).isTrue();
    }
  }

  @TestFactory
  Stream<DynamicTest> goldenCasesInParts() {
    return Golden.law("syntax/ok", ".sql", BatchesTest::sameAsTheWhole);
  }

  @Test
  void generatedProgramsInParts() {
    for (long seed = 1; seed <= 300; seed++) {
      sameAsTheWhole(Generator.program(seed));
    }
  }
}
