package io.hartonomous.engine.pg;

import java.io.IOException;

/// PostgreSQL did not do what it was asked for. The message ends with what it said itself.
public final class PostgresFailure extends IOException {
  private static final long serialVersionUID = 1L;

  public PostgresFailure(String message) {
    super(message);
  }
}
