package io.hartonomous.diagnostics;

/// How much a finding weighs. Only an ERROR keeps a build from giving a package.
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  INFO("info");

  private final String label;

  Severity(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
