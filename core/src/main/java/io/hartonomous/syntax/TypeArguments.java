package io.hartonomous.syntax;

import io.hartonomous.diagnostics.Code;
import io.hartonomous.syntax.ast.DataType.Argument;
import io.hartonomous.syntax.ast.DataType.ArgumentKind;
import java.util.List;

/// How many arguments each built-in type takes. Whether a number is in range is not a question of
/// syntax. Source: Microsoft Learn, "Data types (Transact-SQL)".
final class TypeArguments {
  private TypeArguments() {}

  /// Reports arguments that the type does not take, at the type; MAX where it does not fit, at MAX.
  static void check(Parser p, String type, List<Argument> arguments, int from) {
    switch (type) {
      case "DECIMAL", "DEC", "NUMERIC", "VECTOR" -> {}
      case "INT",
          "INTEGER",
          "BIGINT",
          "SMALLINT",
          "TINYINT",
          "BIT",
          "MONEY",
          "SMALLMONEY",
          "DATE",
          "DATETIME",
          "SMALLDATETIME",
          "REAL",
          "TEXT",
          "NTEXT",
          "IMAGE",
          "UNIQUEIDENTIFIER",
          "TIMESTAMP",
          "ROWVERSION",
          "SQL_VARIANT",
          "JSON" ->
          p.report(
              arguments.size() > 1 ? Code.TOO_MANY_TYPE_ARGUMENTS : Code.TYPE_WITHOUT_LENGTH,
              from,
              type);
      case "CHAR",
          "CHARACTER",
          "VARCHAR",
          "NCHAR",
          "NVARCHAR",
          "BINARY",
          "VARBINARY",
          "FLOAT",
          "TIME",
          "DATETIME2",
          "DATETIMEOFFSET" -> {
        if (arguments.size() > 1) {
          p.report(Code.TOO_MANY_TYPE_ARGUMENTS, from, type);
        } else if (arguments.getFirst().kind() == ArgumentKind.MAX
            && !type.startsWith("VAR")
            && !type.equals("NVARCHAR")
            && !p.tokens.isWord(from + 1, "VARYING")) {
          throw p.failAt(arguments.getFirst().from(), "a length");
        }
      }
      default -> {} // a type of the user
    }
  }
}
