package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Input that is deeper or longer than any stack.
class DeepInputTest {

  private static ParseResult parse(String text) {
    return Parser.parse(new SourceFile("deep.sql", text), ParseOptions.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT | ( | 1 | )",
        "SELECT | (SELECT  | 1 | )",
        "SELECT 1 WHERE | ( | 1 = 1 | )",
        "SELECT 1 WHERE | NOT  | 1 = 1 | ''",
        "SELECT | - | 1 | ''",
        "SELECT | f( | 1 | )",
        "SELECT | CASE WHEN 1 = 1 THEN  | 1 |  END",
        "SELECT | ISNULL(1,  | 1 | )",
        "SELECT | CONVERT(int, | 1 | )",
        "SELECT * FROM | ( | t |  JOIN u ON 1 = 1)",
        "'' | BEGIN  | SELECT 1 |  END",
        "'' | IF 1 = 1  | SELECT 1 | ''",
        "'' | BEGIN TRY  | SELECT 1 |  END TRY BEGIN CATCH END CATCH",
        "SELECT * FROM t | '' | '' | JOIN u ON 1 = 1",
        "SELECT a | '' | '' |  COLLATE x",
      })
  void tenThousandLevelsAreRefusedCleanly(String before, String open, String middle, String close) {
    ParseResult result =
        parse(
            before
                + " "
                + (open + " ").repeat(10_000)
                + " "
                + middle
                + " "
                + (" " + close).repeat(10_000));
    assertThat(result.diagnostics()).extracting(Diagnostic::code).contains(Code.NESTED_TOO_DEEPLY);
    assertThat(result.script().batches().getFirst().statements())
        .first()
        .isInstanceOf(Statement.Erroneous.class);
  }

  @Test
  void threeHundredLevelsAreRead() {
    assertThat(parse("SELECT " + "(".repeat(300) + "1" + ")".repeat(300)).diagnostics()).isEmpty();
  }

  @Test
  void aChainOfAHundredThousandTermsIsOneNode() {
    ParseResult result = parse("SELECT 1" + " + 1".repeat(100_000 - 1));
    assertThat(result.diagnostics()).isEmpty();
    DmlStatement.Select select =
        (DmlStatement.Select) result.script().batches().getFirst().statements().getFirst();
    SelectElement.Value element =
        (SelectElement.Value)
            ((QueryExpression.Specification) select.query()).elements().getFirst();
    assertThat(((Expression.Binary) element.value()).operands()).hasSize(100_000);
    assertThat(Nodes.same(result.script(), result.script())).isTrue();
    assertThat(TreeDump.dump(result.script()).lines()).hasSizeGreaterThan(100_000);
  }

  @Test
  void aHundredThousandConditionsAndUnionsAreRead() {
    assertThat(parse("SELECT 1 WHERE a = 1" + " AND a = 1".repeat(100_000)).diagnostics())
        .isEmpty();
    assertThat(parse("SELECT 1" + " UNION ALL SELECT 1".repeat(100_000)).diagnostics()).isEmpty();
    assertThat(parse("SELECT 1;".repeat(100_000)).diagnostics()).isEmpty();
  }

  @Test
  void anythingCutOffAnywhereIsReadWithoutAnException() {
    String whole =
        "CREATE PROCEDURE p @a int AS BEGIN TRY SELECT (a + 1) * 2, 'x' FROM t AS x WHERE a IN (1,"
            + " 2) END TRY BEGIN CATCH THROW; END CATCH\n"
            + "GO\n"
            + "CREATE TABLE t (a int NOT NULL CONSTRAINT c CHECK (a > 1), PERIOD FOR SYSTEM_TIME"
            + " (a, b)) WITH (X = ON (Y = 1))";
    for (int i = 0; i <= whole.length(); i++) {
      parse(whole.substring(0, i));
      parse(whole.substring(i));
    }
  }
}
