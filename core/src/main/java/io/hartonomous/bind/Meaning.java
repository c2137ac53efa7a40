package io.hartonomous.bind;

import io.hartonomous.model.SqlType;

/// The type of an expression and whether it may be NULL.
record Meaning(SqlType type, boolean nullable) {
  static final Meaning UNKNOWN = new Meaning(SqlType.UNKNOWN, true);

  static Meaning of(SqlType type) {
    return new Meaning(type, true);
  }
}
