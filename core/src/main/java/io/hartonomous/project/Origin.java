package io.hartonomous.project;

import io.hartonomous.diagnostics.Location;
import io.hartonomous.syntax.ast.Node;

/// Where an object of the model was written.
public record Origin(SourceUnit source, Node node) {
  public Location location() {
    return source.parsed().location(node);
  }
}
