package io.hartonomous.diff;

import static io.hartonomous.diff.TypeChange.EXPLICIT;
import static io.hartonomous.diff.TypeChange.IMPOSSIBLE;
import static io.hartonomous.diff.TypeChange.LOSSLESS;
import static io.hartonomous.diff.TypeChange.LOSSY;
import static org.assertj.core.api.Assertions.assertThat;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Table;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TypeChangeTest {
  private record Case(String from, String to, TypeChange expected) {}

  /// Source: Microsoft Learn, "CAST and CONVERT", the table of conversions, and the ranges of the
  /// types.
  @TestFactory
  Stream<DynamicTest> changes() {
    return Stream.of(
            new Case("int", "bigint", LOSSLESS),
            new Case("bigint", "int", LOSSY),
            new Case("int", "decimal(10,0)", LOSSLESS),
            new Case("int", "decimal(9,0)", LOSSY),
            new Case("decimal(10,0)", "int", LOSSY),
            new Case("decimal(9,0)", "int", LOSSLESS),
            new Case("decimal(10,2)", "decimal(12,2)", LOSSLESS),
            new Case("decimal(10,2)", "decimal(10,4)", LOSSY),
            new Case("decimal(10,2)", "decimal(12,4)", LOSSLESS),
            new Case("money", "decimal(19,4)", LOSSLESS),
            new Case("tinyint", "smallint", LOSSLESS),
            new Case("smallint", "tinyint", LOSSY),
            new Case("bit", "tinyint", LOSSLESS),
            new Case("int", "float", LOSSLESS),
            new Case("bigint", "float", LOSSY),
            new Case("float", "real", LOSSY),
            new Case("varchar(10)", "nvarchar(10)", LOSSLESS),
            new Case("nvarchar(10)", "varchar(10)", LOSSY),
            new Case("nvarchar(50)", "nvarchar(20)", LOSSY),
            new Case("nvarchar(50)", "nvarchar(max)", LOSSLESS),
            new Case("nvarchar(max)", "nvarchar(4000)", LOSSY),
            new Case("text", "varchar(max)", LOSSLESS),
            new Case("int", "varchar(11)", LOSSLESS),
            new Case("int", "varchar(10)", LOSSY),
            new Case("uniqueidentifier", "char(36)", LOSSLESS),
            new Case("varchar(30)", "date", LOSSY),
            new Case("varchar(30)", "varbinary(30)", EXPLICIT),
            new Case("datetime", "date", LOSSY),
            new Case("datetime", "datetime2(3)", LOSSLESS),
            new Case("datetime2(7)", "datetime2(3)", LOSSY),
            new Case("date", "datetime2(0)", LOSSLESS),
            new Case("date", "time(7)", IMPOSSIBLE),
            new Case("int", "date", IMPOSSIBLE),
            new Case("int", "uniqueidentifier", IMPOSSIBLE),
            new Case("rowversion", "bigint", IMPOSSIBLE),
            new Case("datetime", "int", EXPLICIT),
            new Case("xml", "nvarchar(max)", EXPLICIT),
            new Case("vector(3)", "vector(4)", LOSSY))
        .map(c ->
            DynamicTest.dynamicTest(
                c.from + " to " + c.to,
                () -> {
                  DatabaseModel model =
                      ScriptModel.of(
                          "CREATE TABLE dbo.T(A " + c.from + " NULL, B " + c.to + " NULL)");
                  Table table = model.all(Table.class).findFirst().orElseThrow();
                  assertThat(
                          TypeChange.of(
                              table.columns().get(0).type(), table.columns().get(1).type()))
                      .isEqualTo(c.expected);
                }));
  }
}
