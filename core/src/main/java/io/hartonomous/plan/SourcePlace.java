package io.hartonomous.plan;

/// Where in the project a step's object is written: path relative to the project, 1-based line.
public record SourcePlace(String file, int line) {
  @Override
  public String toString() {
    return file + "(" + line + ")";
  }
}
