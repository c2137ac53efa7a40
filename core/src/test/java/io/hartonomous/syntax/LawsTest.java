package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.golden.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The laws of [Laws] on the golden cases.
class LawsTest {
  @TestFactory
  Stream<DynamicTest> tokensJoinToTheSource() {
    return Golden.law("syntax", ".sql", Laws::tokens);
  }

  @TestFactory
  Stream<DynamicTest> whatIsRightHasNoFinding() {
    return valid(Laws::valid);
  }

  @TestFactory
  Stream<DynamicTest> whatIsPrintedParsesToTheSameTree() {
    return valid(Laws::printing);
  }

  @TestFactory
  Stream<DynamicTest> nodesLieInTheirParentsAndInOrder() {
    return valid(Laws::ranges);
  }

  @TestFactory
  Stream<DynamicTest> everyTokenCounts() {
    return valid(Laws::everyTokenCounts);
  }

  @Test
  void deepAndLongTreesArePrinted() {
    Laws.printing("SELECT " + "(".repeat(9_000) + "1" + ")".repeat(9_000));
    Laws.printing("SELECT 1" + " + 1".repeat(100_000));
    Laws.printing("SELECT 1 FROM t WHERE a = 1" + " OR a = 1".repeat(100_000));
    Laws.printing("BEGIN ".repeat(5_000) + "PRINT 'x'" + " END".repeat(5_000));
    Laws.printing("SELECT CASE a" + " WHEN 1 THEN 2".repeat(50_000) + " END");
  }

  @Test
  void noTwoCasesHaveTheSameTypesOfNodes() {
    Map<String, Path> seen = new HashMap<>();
    List<String> same = new ArrayList<>();
    for (Path file : Golden.files("syntax/ok", ".sql")) {
      Path earlier = seen.putIfAbsent(Laws.shape(Golden.read(file)), file);
      if (earlier != null) {
        same.add(earlier.getFileName() + " and " + file.getFileName());
      }
    }
    assertThat(same).isEmpty();
  }

  private static Stream<DynamicTest> valid(Golden.Law law) {
    return Golden.law("syntax/ok", ".sql", law);
  }
}
