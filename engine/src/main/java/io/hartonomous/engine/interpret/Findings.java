package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Finding;
import io.hartonomous.engine.translate.SqlError;

/// The errors that the binder's findings are at run time.
public final class Findings {
  private Findings() {}

  public static SqlError error(Finding finding) {
    String name = finding.name();
    return switch (finding.kind()) {
      case UNKNOWN_OBJECT, UNKNOWN_SEQUENCE ->
          new SqlError(208, 16, 1, "There is no object '" + name + "'.");
      case UNKNOWN_COLUMN, COLUMN_OF_UNKNOWN ->
          new SqlError(207, 16, 1, "There is no column '" + name + "'.");
      case UNKNOWN_VARIABLE ->
          new SqlError(137, 15, 2, "The scalar variable \"" + name + "\" is not declared.");
      case UNKNOWN_FUNCTION ->
          new SqlError(
              195, 15, 10, "'" + name + "' is not a built-in function that is known here.");
      case UNKNOWN_ROUTINE -> Errors.of(4121, name, name);
      case ARGUMENT_COUNT ->
          new SqlError(
              174, 15, 1, "The function '" + name + "' was given the wrong number of arguments.");
      case UNKNOWN_TYPE -> Errors.of(2715, "", name);
      case UNKNOWN_PARAMETER -> Errors.of(8145, name, "");
      default -> Errors.of(finding.kind().number(), name, name);
    };
  }
}
