package io.hartonomous.dacpac;

import io.hartonomous.bind.SqlTexts;
import io.hartonomous.model.SqlText;

/// Texts of a package with their canonical form beside them.
final class Texts {
  private Texts() {}

  static SqlText expression(String text) {
    return SqlTexts.expression(text);
  }

  static SqlText condition(String text) {
    return SqlTexts.condition(text);
  }
}
