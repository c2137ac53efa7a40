package io.hartonomous.dbtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestFileTest {
  @Test
  void cutsAtHeadersAndKeepsTheirLines() {
    List<TestCase> tests =
        TestFile.parse(
            "tests/a.sql",
            "-- about\n\n-- test: first one\nSELECT 1;\nGO\n\n  --TEST: second\nSELECT 2;\n");

    assertThat(tests)
        .containsExactly(
            new TestCase("tests/a.sql", "first one", 3, "-- test: first one\nSELECT 1;"),
            new TestCase("tests/a.sql", "second", 7, "  --TEST: second\nSELECT 2;"));
  }

  @Test
  void aFileWithoutHeaderIsOneTest() {
    assertThat(TestFile.parse("tests/billing.sql", "SELECT 1;"))
        .containsExactly(new TestCase("tests/billing.sql", "billing", 1, "SELECT 1;"));
  }

  @Test
  void expectedErrorsComeBackFromTheirMessage() {
    ExpectedError error =
        ExpectedError.read("hart_test.expect_error 50010 %tenant_is%").orElseThrow();

    assertThat(error.matches(50010, "The Tenant is closed.")).isTrue();
    assertThat(error.matches(50010, "The tenants are closed.")).isFalse();
    assertThat(error.matches(50011, "The tenant is closed.")).isFalse();
    assertThat(ExpectedError.read("hart_test.expect_error * %").orElseThrow().matches(547, "x"))
        .isTrue();
    assertThat(ExpectedError.read("something else")).isEmpty();
  }

  @Test
  void theReportCountsAndEscapes() {
    TestCase test = new TestCase("tests/a.sql", "a < b", 3, "");
    TestOutcome passed =
        new TestOutcome(test, TestOutcome.Verdict.PASSED, "", 0, 0, 12, List.of("hello"));
    TestOutcome failed =
        new TestOutcome(
            test,
            TestOutcome.Verdict.FAILED,
            "expected <1>, found \u0001",
            50200,
            4,
            1_003,
            List.of());

    assertThat(JUnitReport.write(List.of(passed, failed)))
        .contains("<testsuite name=\"tests/a.sql\" tests=\"2\" failures=\"1\"")
        .contains("time=\"1.015\"")
        .contains("name=\"a &lt; b\"")
        .contains("tests/a.sql:6: expected &lt;1&gt;, found \uFFFD")
        .contains("<system-out>hello</system-out>");
  }
}
