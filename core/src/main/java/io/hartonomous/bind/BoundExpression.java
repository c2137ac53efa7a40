package io.hartonomous.bind;

import io.hartonomous.model.SqlType;
import java.util.List;

/// An expression or condition of a table (CHECK, DEFAULT, computed column, filter of an index) with
/// its meaning; `type` of a condition is UNKNOWN.
public record BoundExpression(
    Binding binding,
    SqlType type,
    boolean nullable,
    List<Finding> findings,
    List<Dependency> dependencies) {
  public BoundExpression {
    findings = List.copyOf(findings);
    dependencies = List.copyOf(dependencies);
  }
}
