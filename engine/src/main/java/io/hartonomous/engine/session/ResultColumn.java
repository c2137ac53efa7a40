package io.hartonomous.engine.session;

import io.hartonomous.model.SqlType;

/// One column of a result set. `name` is empty for an unnamed expression.
public record ResultColumn(
    String name, SqlType type, boolean nullable, boolean identity, boolean computed) {

  public static ResultColumn of(String name, SqlType type) {
    return new ResultColumn(name, type, true, false, false);
  }
}
