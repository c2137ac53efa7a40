package io.hartonomous.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hartonomous.diff.RefactorLog;
import io.hartonomous.diff.RefactorLog.Kind;
import io.hartonomous.diff.RefactorLog.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefactorLogXmlTest {
  private static String log(String operations) {
    return "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><Operations Version=\"1.0\""
        + " xmlns=\"http://schemas.microsoft.com/sqlserver/dac/Serialization/2012/02\">"
        + operations
        + "</Operations>";
  }

  @Test
  void readsRenamesAndMoves() throws PipelineException {
    assertThat(
            RefactorLogXml.read(
                log(
                    """
                    <Operation Name="Rename Refactor" Key="k1" ChangeDateTime="01/02/2026 03:04:05">
                      <Property Name="ElementName" Value="[dbo].[Order].[a.]]b]" />
                      <Property Name="ElementType" Value="SqlSimpleColumn" />
                      <Property Name="NewName" Value="[Total]" />
                    </Operation>
                    <Operation Name="Move Schema" Key="k2">
                      <Property Name="ElementName" Value="[dbo].[Order]" />
                      <Property Name="ElementType" Value="SqlTable" />
                      <Property Name="NewSchema" Value="sales" />
                    </Operation>
                    """)))
        .isEqualTo(
            new RefactorLog(
                List.of(
                    new Operation(
                        "k1",
                        Kind.RENAME,
                        "SqlSimpleColumn",
                        List.of("dbo", "Order", "a.]b"),
                        "Total"),
                    new Operation(
                        "k2", Kind.MOVE_SCHEMA, "SqlTable", List.of("dbo", "Order"), "sales"))));
  }

  @Test
  void refusesAnOperationThatItDoesNotKnowByName() {
    assertThat(refused(log("<Operation Name=\"Wildcard Expansion\" Key=\"k\" />")))
        .contains("'Wildcard Expansion' (k)");
  }

  @Test
  void refusesWhatIsNoXmlAndEntities() {
    assertThat(refused("<Operations>")).contains("not well-formed XML: line 1");
    assertThat(
            refused(
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Operations>"
                    + "<Operation Name=\"&a;\" Key=\"k\" /></Operations>"))
        .contains("refactor log");
  }

  private static String refused(String text) {
    PipelineException e =
        catchThrowableOfType(PipelineException.class, () -> RefactorLogXml.read(text));
    assertThat(e.kind()).isEqualTo(PipelineException.Kind.BAD_INPUT);
    return e.getMessage();
  }
}
