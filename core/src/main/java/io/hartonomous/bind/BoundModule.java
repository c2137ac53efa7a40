package io.hartonomous.bind;

import java.util.List;

/// A module with its meaning. `dependencies` stand in the order of first use, as the reference
/// compiler lists them. `columns` are those of a view or an inline table function; empty for other
/// modules.
public record BoundModule(
    Binding binding,
    List<Finding> findings,
    List<Dependency> dependencies,
    List<DynamicObject> dynamicObjects,
    List<OutputColumn> columns) {
  public BoundModule {
    findings = List.copyOf(findings);
    dependencies = List.copyOf(dependencies);
    dynamicObjects = List.copyOf(dynamicObjects);
    columns = List.copyOf(columns);
  }
}
