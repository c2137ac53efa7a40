package io.hartonomous.engine.interpret;

import io.hartonomous.model.SqlType;

/// A scalar or cursor variable.
final class Variable {
  final String name;
  final SqlType type;
  Object value;

  Variable(String name, SqlType type) {
    this.name = name;
    this.type = type;
  }
}
