package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.syntax.ast.DmlStatement;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart.SelectElement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.syntax.print.SyntaxPrinter;
import io.hartonomous.text.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Input that is deeper or longer than any stack.
class DeepInputTest {

  private static final int LIMIT = ParseOptions.MAX_NESTING;

  private static ParseResult parse(String text) {
    return Parser.parse(new SourceFile("deep.sql", text), ParseOptions.DEFAULT);
  }

  private static String nested(
      String before, String open, String middle, String close, int levels) {
    return "%s %s %s %s"
        .formatted(before, (open + " ").repeat(levels), middle, (" " + close).repeat(levels));
  }

  /// One level each.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT | ( | 1 | )",
        "SELECT | (SELECT  | 1 | )",
        "SELECT 1 WHERE | ( | 1 = 1 | )",
        "SELECT | f( | 1 | )",
        "SELECT | CASE WHEN 1 = 1 THEN  | 1 |  END",
        "SELECT | CASE WHEN 1 =  | 1 |  THEN 1 END",
        "SELECT | CASE | 1 | WHEN 1 THEN 1 END",
        "SELECT | ISNULL(1,  | 1 | )",
        "SELECT | CONVERT(int, | 1 | )",
        "SELECT | SUM(1) OVER (ORDER BY | 1 | )",
        "SELECT | NEXT VALUE FOR s OVER (ORDER BY | 1 | )",
        "SELECT | TOP (SELECT | 1 | ) 1",
        "SELECT 1 WHERE | EXISTS (SELECT 1 WHERE  | 1 = 1 | )",
        "SELECT 1 WHERE | 1 IN (SELECT 1 WHERE  | 1 = 1 | )",
        "SELECT * FROM | ( | t |  JOIN u ON 1 = 1)",
        "SELECT * FROM | (SELECT * FROM | t | ) AS x",
        "SELECT * FROM t JOIN t | JOIN t | ON 1 = 1 | ON 1 = 1",
        "'' | ( | SELECT 1 | UNION SELECT 1)",
        "'' | BEGIN  | SELECT 1 |  END",
        "'' | IF 1 = 1  | SELECT 1 | ''",
        "'' | WHILE 1 = 1 BEGIN | SELECT 1 | END",
        "'' | BEGIN TRY  | SELECT 1 |  END TRY BEGIN CATCH END CATCH",
      })
  void tenThousandLevelsAreReadAndOneMoreIsRefused(
      String before, String open, String middle, String close) {
    ParseResult result = parse(nested(before, open, middle, close, LIMIT));
    assertThat(result.diagnostics()).isEmpty();
    int[] nodes = {0};
    Nodes.walk(result.script(), _ -> nodes[0]++);
    assertThat(nodes[0]).isGreaterThan(LIMIT);
    assertThat(Nodes.same(result.script(), parse(SyntaxPrinter.print(result.script())).script()))
        .isTrue();
    assertThat(TreeDump.dump(result.script()).lines().count()).isGreaterThan(LIMIT);

    ParseResult deeper = parse(nested(before, open, middle, close, LIMIT + 1));
    assertThat(deeper.diagnostics())
        .extracting(Diagnostic::code)
        .containsOnlyOnce(Code.NESTED_TOO_DEEPLY);
    assertThat(deeper.script().batches().getFirst().statements())
        .hasAtLeastOneElementOfType(Statement.Erroneous.class);
  }

  /// What never closes; with many more levels than are read the work must not grow with their
  /// square.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT |(",
        "SELECT |(SELECT ",
        "|BEGIN ",
        "SELECT |CASE WHEN ",
        "SELECT |f(",
        "SELECT |/*",
        "|SELECT (\nGO\n",
        "SELECT |[",
        "SELECT |'",
        "|)",
        "|END ",
        "SELECT |$(",
        "SELECT |{fn f("
      })
  void aMillionOpenLevelsAreRefused(String text) {
    String[] parts = text.split("\\|");
    String open = parts[1];
    int times = 1_000_000 / open.length() | 1; // an odd number of quotes is open
    assertThat(parse(parts[0] + open.repeat(times)).diagnostics()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 ~ + 1",
        "SELECT 1 ~ | 1",
        "SELECT '' ~ || ''",
        "SELECT 1 ~ * 1 - 2 & 3",
        "SELECT 1 WHERE 1 = 1 ~ AND 1 = 1",
        "SELECT 1 WHERE 1 = 1 ~ OR 1 = 1 AND 2 = 2",
        "SELECT 1 ~ UNION ALL SELECT 1",
        "SELECT 1 ~ INTERSECT SELECT 1 UNION SELECT 2",
        "SELECT 1 ~ , 1",
        "SELECT f(1 ~ , 1 ~ )",
        "SELECT 1 WHERE 1 IN (1 ~ , 1 ~ )",
        "INSERT t VALUES (1) ~ , (1)",
        "SELECT CASE ~ WHEN 1 = 1 THEN 1 ~ END",
        "SELECT CASE 1 ~ WHEN 1 THEN 1 ~ END",
        "SELECT 1 FROM t ~ JOIN u ON 1 = 1",
        "IF 1 = 1 SELECT 1 ~ ELSE IF 1 = 1 SELECT 1",
        "SELECT 1 WHERE ~ NOT ~ 1 = 1",
        "SELECT ~ - ~ 1",
        "SELECT 1 ~ COLLATE x",
        "SELECT @a ~ .b()",
        "CREATE TABLE t (a int ~ , b int ~ )",
        "~ SELECT 1;",
      })
  void chainsListsAndBranchesHaveNoLimit(String chain) {
    String[] parts = chain.split("~");
    ParseResult result =
        parse(parts[0] + parts[1].repeat(100_000) + (parts.length > 2 ? parts[2] : ""));
    assertThat(result.diagnostics()).isEmpty();
    assertThat(Nodes.same(result.script(), parse(SyntaxPrinter.print(result.script())).script()))
        .isTrue();
  }

  @Test
  void aChainOfAHundredThousandTermsIsOneNode() {
    ParseResult result = parse("SELECT 1" + " + 1".repeat(100_000 - 1));
    DmlStatement.Select select =
        (DmlStatement.Select) result.script().batches().getFirst().statements().getFirst();
    SelectElement.Value element =
        (SelectElement.Value)
            ((QueryExpression.Specification) select.query()).elements().getFirst();
    assertThat(((Expression.Binary) element.value()).operands()).hasSize(100_000);
  }

  @Test
  void tokensAndCommentsOfAnyLengthAreRead() {
    String long_ = "x".repeat(20_000_000);
    assertThat(parse("SELECT '" + long_ + "'").diagnostics()).isEmpty();
    assertThat(parse("SELECT 1 " + "/* ".repeat(10_000) + "*/ ".repeat(10_000)).diagnostics())
        .isEmpty();
    assertThat(parse("SELECT FROM '" + long_ + "'").diagnostics()).hasSize(1);
    assertThat(parse("SELECT 1 1 '" + long_ + "'").diagnostics())
        .allSatisfy(finding -> assertThat(finding.message()).hasSizeLessThan(300));
  }

  /// Trees for work that calls itself for each level.
  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT |(1|)", "SELECT 1 FROM t| JOIN u ON 1 = 1|", "SELECT 1| COLLATE x|"})
  void shallowReadingRefusesWhatIsDeepByNestingOrByChains(String text) {
    String[] parts = text.split("\\|", -1);
    String middle = parts[1].startsWith("(") ? "(".repeat(401) + "1" : parts[1].repeat(401);
    String sql = parts[0] + middle + parts[2].repeat(401);
    assertThat(parse(sql).diagnostics()).isEmpty();
    ParseResult shallow =
        Parser.parse(new SourceFile("deep.sql", sql), ParseOptions.DEFAULT.shallow());
    assertThat(shallow.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.NESTED_TOO_DEEPLY);
  }

  @Test
  void anInterruptedCallerGetsItsResultAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    ParseResult result = parse(nested("SELECT", "(", "1", ")", 5_000));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(result.diagnostics()).isEmpty();
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
