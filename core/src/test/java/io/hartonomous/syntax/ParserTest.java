package io.hartonomous.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.syntax.ast.Batch;
import io.hartonomous.syntax.ast.Expression.Literal;
import io.hartonomous.syntax.ast.ModulePart;
import io.hartonomous.syntax.ast.ModuleStatement;
import io.hartonomous.syntax.ast.Statement;
import io.hartonomous.text.SourceFile;
import org.junit.jupiter.api.Test;

class ParserTest {

  private static ParseResult parse(String text, ParseOptions options) {
    return Parser.parse(new SourceFile("x.sql", text), options);
  }

  @Test
  void aFragmentIsTheWholeTextOrNothing() {
    assertThat(Parser.parseExpression("((1)+[a])").node()).isPresent();
    assertThat(Parser.parseExpression("1 2").node()).isEmpty();
    assertThat(Parser.parseCondition("([a]>(0))").node()).isPresent();
    assertThat(Parser.parseDataType("decimal(10, 2)").orThrow().to()).isEqualTo(6);
    assertThatThrownBy(() -> Parser.parseDataType("decimal(").orThrow())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anErrorInAModuleLeavesItsOtherStatements() {
    ParseResult result =
        parse("CREATE PROC p AS\nSELECT 1;\nSELEC FROM x\nSELECT 2", ParseOptions.DEFAULT);
    assertThat(result.diagnostics()).hasSize(1);
    ModuleStatement.Procedure procedure =
        (ModuleStatement.Procedure) result.script().batches().getFirst().statements().getFirst();
    assertThat(((ModulePart.Body.Statements) procedure.body()).statements()).hasSize(3);
  }

  @Test
  void unknownStatementsAreNamed() {
    ParseResult result = parse("CREATE SECURITY POLICY p\nSELECT 1", ParseOptions.DEFAULT);
    assertThat(result.diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("CREATE SECURITY POLICY is not supported yet");
    assertThat(result.script().batches().getFirst().statements())
        .first()
        .isInstanceOf(Statement.Unsupported.class);
    assertThat(result.script().batches().getFirst().statements()).hasSize(2);
  }

  @Test
  void textAndPlaceOfANode() {
    ParseResult result = parse("-- c\n  SELECT /* x */ 1 ;", ParseOptions.DEFAULT);
    Statement select = result.script().batches().getFirst().statements().getFirst();
    assertThat(result.text(select)).isEqualTo("SELECT /* x */ 1");
    assertThat(result.textWithTrivia(select.from(), select.to()))
        .isEqualTo("-- c\n  SELECT /* x */ 1");
    assertThat(result.location(select))
        .extracting("line", "column", "length")
        .containsExactly(2, 3, 16);
  }

  @Test
  void quotedIdentifierHoldsToTheEndOfItsBatch() {
    assertThat(
            parse(
                    "SET QUOTED_IDENTIFIER OFF\n"
                        + "SELECT \"a b\" + 'c'\n"
                        + "GO\n"
                        + "CREATE TABLE \"t\" (a int)",
                    ParseOptions.DEFAULT)
                .diagnostics())
        .isEmpty();
    assertThat(
            parse("SET QUOTED_IDENTIFIER OFF\nCREATE TABLE \"t\" (a int)", ParseOptions.DEFAULT)
                .diagnostics())
        .hasSize(1);
    assertThat(
            parse("SELECT \"a\"", new ParseOptions(false, false))
                .script()
                .batches()
                .getFirst()
                .statements())
        .hasSize(1);
  }

  @Test
  void sqlcmdLinesVariablesAndCounts() {
    ParseResult result =
        parse(
            ":setvar x y\n"
                + ":r .\\a.sql\n"
                + "USE [$(DatabaseName)];\n"
                + "SELECT $(x), '$(x)' FROM $(db).dbo.t\n"
                + "GO 5\n",
            ParseOptions.SCRIPT);
    assertThat(result.diagnostics()).isEmpty();
    Batch batch = result.script().batches().getFirst();
    assertThat(batch.repeat()).isEqualTo(5);
    assertThat(batch.statements()).first().isInstanceOf(Statement.SqlcmdCommand.class);
  }

  @Test
  void valuesOfLiterals() {
    assertThat(Literals.string((Literal) Parser.parseExpression("N'it''s'").orThrow()))
        .isEqualTo("it's");
    assertThat(Literals.number((Literal) Parser.parseExpression("1.e").orThrow()))
        .isEqualByComparingTo("1");
    assertThat(Literals.number((Literal) Parser.parseExpression("$-1.5").orThrow()))
        .isEqualByComparingTo("-1.5");
    assertThat(Literals.number((Literal) Parser.parseExpression("€ -1.5e1").orThrow()))
        .isEqualByComparingTo("-15");
    assertThat(Literals.binary((Literal) Parser.parseExpression("0xABC").orThrow()))
        .containsExactly(0x0A, 0xBC);
  }
}
