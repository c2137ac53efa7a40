package io.hartonomous.engine.interpret;

import io.hartonomous.bind.Finding;
import io.hartonomous.engine.translate.SqlError;

/// The errors that the binder's findings are at run time.
public final class Findings {
  private Findings() {}

  public static SqlError error(Finding finding) {
    String name = finding.name();
    return switch (finding.kind()) {
      case UNKNOWN_OBJECT, UNKNOWN_SEQUENCE -> SqlError.of(208, name);
      case UNKNOWN_COLUMN, COLUMN_OF_UNKNOWN -> SqlError.of(207, name);
      case UNKNOWN_VARIABLE -> SqlError.of(137, name);
      case UNKNOWN_FUNCTION -> SqlError.of(195, name, "built-in function");
      case UNKNOWN_ROUTINE -> SqlError.of(4121, name, name);
      case ARGUMENT_COUNT -> SqlError.of(174, name);
      case UNKNOWN_TYPE -> SqlError.of(2715, "", name);
      case UNKNOWN_PARAMETER -> SqlError.of(8145, name, "");
      default -> SqlError.of(finding.kind().number(), name, name);
    };
  }
}
