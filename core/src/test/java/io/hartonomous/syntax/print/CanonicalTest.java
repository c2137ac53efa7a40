package io.hartonomous.syntax.print;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.syntax.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a person writes and what SQL Server's catalog shows for it.
class CanonicalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Price > 0 | ([Price]>(0))",
        "a IN (1, 2) | ([a]=(2) OR [a]=(1))",
        "a NOT IN (1, 2) | (NOT ([a]=(2) OR [a]=(1)))",
        "a BETWEEN 1 AND 2 AND b = 'x' | ([a]>=(1) AND [a]<=(2) AND [b]='x')",
        "a != 1 OR b IS NULL | ([a]<>(1) OR [b] IS NULL)",
        "a LIKE '%x' AND a NOT LIKE 'y' | ([a] like '%x' AND NOT [a] like 'y')",
        "CAST(a AS integer) > 1 | (CONVERT([int],[a])>(1))",
        "LEN(a) > 1 AND (b = 1 AND c = 2) | (len([a])>(1) AND [b]=(1) AND [c]=(2))",
        "dbo.F(a) = 1 | ([dbo].[F]([a])=(1))",
        "ISJSON(a) = 1 | (isjson([a])=(1))",
      })
  void conditions(String written, String stored) {
    assertThat(Canonical.condition(written)).isEqualTo(Canonical.condition(stored));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a + b - c | (([a]+[b])-[c])",
        "0 | ((0))",
        "-1 | ((-1))",
        "GETDATE() | (getdate())",
        "CURRENT_TIMESTAMP | (getdate())",
        "N'x' | (N'x')",
        "DATEADD(dd, 1, GETDATE()) | (dateadd(day,(1),getdate()))",
        "CONVERT(DATE, SYSUTCDATETIME()) | (CONVERT([date],sysutcdatetime()))",
        "NEXT VALUE FOR dbo.s | (NEXT VALUE FOR [dbo].[s])",
        "a - ISNULL(b, 0) | ([a]-isnull([b],(0)))",
        "a * b + c | ([a]*[b]+[c])",
        "IIF(a = 1, 2, 3) | (case when [a]=(1) then (2) else (3) end)",
        "NULLIF(a, b) | (case when [a]=[b] then NULL else [a] end)",
        "COALESCE(a, b) | (case when [a] IS NOT NULL then [a] else [b] end)",
        "CONVERT(decimal(10, 2), a * b) | (CONVERT([decimal](10,2),[a]*[b]))",
      })
  void expressions(String written, String stored) {
    assertThat(Canonical.expression(written)).isEqualTo(Canonical.expression(stored));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a - (b - c) | a - b - c",
        "a * (b + c) | a * b + c",
        "'x' | N'x'",
        "a = 1 AND b = 2 OR c = 3 | a = 1 AND (b = 2 OR c = 3)",
        "NOT a = 1 AND b = 2 | NOT (a = 1 AND b = 2)"
      })
  void whatDiffersStaysDifferent(String one, String other) {
    boolean condition = Parser.parseCondition(one).node().isPresent();
    assertThat(condition ? Canonical.condition(one) : Canonical.expression(one))
        .isNotEqualTo(condition ? Canonical.condition(other) : Canonical.expression(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER | int",
        "dec(10, 2) | [decimal](10,2)",
        "national character varying(5) | nvarchar(5)",
        "VARCHAR(MAX) | [varchar](max)",
        "sys.sysname | sysname",
        "dbo.T | [dbo].[T]",
        "double precision | float",
        "VECTOR(8) | vector(8)"
      })
  void types(String one, String other) {
    assertThat(Canonical.of(Parser.parseDataType(one).orThrow()))
        .isEqualTo(Canonical.of(Parser.parseDataType(other).orThrow()));
  }
}
