package io.hartonomous.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.Parser;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The types of expressions, as the documentation's rules give them ("Precision, scale, and
/// length", "Data type precedence", each function's "Return types").
class TypesTest {
  private static final Variables VARIABLES =
      Variables.of(
          io.hartonomous.model.Collation.DEFAULT,
          Map.of(
              "@i",
              SqlType.INT,
              "@b",
              SqlType.BIGINT,
              "@d",
              SqlType.decimal(10, 2),
              "@n",
              SqlType.nvarchar(20),
              "@v",
              SqlType.varchar(30),
              "@dt",
              SqlType.of(SqlType.Base.DATETIME),
              "@d2",
              SqlType.scaled(SqlType.Base.DATETIME2, 3),
              "@m",
              SqlType.of(SqlType.Base.MONEY)),
          Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1 | int",
        "2147483648 | numeric(10,0)",
        "1.50 | numeric(3,2)",
        "N'abc' | nvarchar(3)",
        "'a''b' | varchar(3)",
        "0xFF | varbinary(1)",
        "1e0 | float",
        "@i + @b | bigint",
        "@i / 2 | int",
        "@d + @i | numeric(13,2)",
        "@d * @d | numeric(21,4)",
        "@d / @d | numeric(23,13)",
        "@d % @d | numeric(10,2)",
        "@n + @v | nvarchar(50)",
        "@v + 'xyz' | varchar(33)",
        "@dt + 1 | datetime",
        "@m * @i | money",
        "@i + 1.5 | numeric(12,1)",
        "CASE WHEN 1 = 1 THEN 1 ELSE 2.5 END | numeric(11,1)",
        "COALESCE(@v, @n) | nvarchar(30)",
        "ISNULL(@v, @n) | varchar(30)",
        "IIF(1 = 1, @i, @b) | bigint",
        "SUM(@i) | int",
        "SUM(@d) | decimal(38,2)",
        "AVG(@d) | decimal(38,6)",
        "COUNT(*) | int",
        "COUNT_BIG(*) | bigint",
        "MAX(@n) | nvarchar(20)",
        "ROW_NUMBER() OVER (ORDER BY @i) | bigint",
        "DATEADD(day, 1, @d2) | datetime2(3)",
        "DATEADD(day, 1, '2020-01-01') | datetime",
        "DATEDIFF(day, @dt, @d2) | int",
        "GETDATE() | datetime",
        "SYSUTCDATETIME() | datetime2(7)",
        "LEN(@n) | int",
        "JSON_VALUE(@n, '$.a') | nvarchar(4000)",
        "CAST(@i AS varchar) | varchar(30)",
        "CONVERT(decimal(5,1), @v) | decimal(5,1)",
        "TRY_CONVERT(date, @v) | date",
        "@@ROWCOUNT | int",
        "SCOPE_IDENTITY() | numeric(38,0)",
        "NEWID() | uniqueidentifier",
        "VECTOR_DISTANCE('cosine', @n, @n) | float",
        "NULLIF(@i, 0) | int",
        "@dt AT TIME ZONE 'UTC' | datetimeoffset(3)",
        "ABS(@i) | int",
        "ROUND(@d, 1) | decimal(10,2)",
        "CEILING(@d) | decimal(10,0)",
        "-@d | decimal(10,2)"
      })
  void expressionHasType(String expression, String type) {
    BoundExpression bound =
        Binder.bindExpression(
            Parser.parseExpression(expression).orThrow(),
            new BinderLawsTest.NoCatalog(),
            VARIABLES);
    assertThat(bound.findings()).isEmpty();
    assertThat(bound.type().sql()).isEqualTo(type);
  }
}
