package io.hartonomous.environment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a database is for. Only LOCAL may go without a named server: it has the embedded engine.
public enum Environment {
  LOCAL("Local"),
  DEVELOPMENT("Development"),
  STAGING("Staging"),
  PRODUCTION("Production");

  private final String label;

  Environment(String label) {
    this.label = label;
  }

  /// The name as messages write it.
  public String label() {
    return label;
  }

  /// The environment of a name, without regard to case; empty for a name that is none.
  public static Optional<Environment> of(String name) {
    return Arrays.stream(values())
        .filter(environment -> environment.label.equalsIgnoreCase(name))
        .findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(Environment::label).toList();
  }

  /// Whether database tests run there without being asked for: they write, though they roll back.
  public boolean runsTests() {
    return this == LOCAL || this == DEVELOPMENT;
  }
}
