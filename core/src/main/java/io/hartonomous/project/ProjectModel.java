package io.hartonomous.project;

import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// A project after its build: the model, where each object was written, and what its names mean.
///
/// `inline` and `onColumn` hold, for each table, the constraints and indexes that stand inside
/// CREATE TABLE and beside a column: as [ConstraintPlaces] calls them.
public final class ProjectModel {
  private final Project project;
  private final DatabaseModel model;
  private final List<SourceUnit> sources;
  private final Catalog catalog;
  private final Map<ObjectKey, Origin> origins;
  private final Function<ObjectKey, Optional<BoundModule>> modules;
  private final Map<ObjectKey, Set<String>> inline;
  private final Map<ObjectKey, Set<String>> onColumn;
  private final Scripts scripts;

  /// The deployment scripts with their includes in place, and the refactor log.
  public record Scripts(
      Optional<ExpandedScript> preDeployment,
      Optional<ExpandedScript> postDeployment,
      Optional<SourceText> refactorLog) {
    /// What is wrong with the scripts.
    List<Diagnostic> findings() {
      return Stream.concat(preDeployment.stream(), postDeployment.stream())
          .flatMap(script -> script.findings().stream())
          .toList();
    }

    /// The files that the scripts come from.
    public List<SourceFile> files() {
      return Stream.concat(preDeployment.stream(), postDeployment.stream())
          .flatMap(script -> script.files().stream())
          .toList();
    }
  }

  /// A file that is no definition.
  public record SourceText(String path, String text) {}

  ProjectModel(
      Project project,
      DatabaseModel model,
      List<SourceUnit> sources,
      Catalog catalog,
      Map<ObjectKey, Origin> origins,
      Function<ObjectKey, Optional<BoundModule>> modules,
      Map<ObjectKey, Set<String>> inline,
      Map<ObjectKey, Set<String>> onColumn,
      Scripts scripts) {
    this.project = project;
    this.model = model;
    this.sources = List.copyOf(sources);
    this.catalog = catalog;
    this.origins = origins;
    this.modules = modules;
    this.inline = inline;
    this.onColumn = onColumn;
    this.scripts = scripts;
  }

  public Project project() {
    return project;
  }

  public DatabaseModel model() {
    return model;
  }

  public List<SourceUnit> sources() {
    return sources;
  }

  public Catalog catalog() {
    return catalog;
  }

  public Scripts scripts() {
    return scripts;
  }

  public Optional<Origin> origin(ObjectKey key) {
    return Optional.ofNullable(origins.get(key.folded(model.collation())));
  }

  /// What the binder found out about a module of the model.
  public Optional<BoundModule> bound(ObjectKey module) {
    return modules.apply(module);
  }

  public boolean isInline(ObjectKey table, String part) {
    return inline.getOrDefault(table.folded(model.collation()), Set.of()).contains(part);
  }

  public boolean isOnColumn(ObjectKey table, String part) {
    return onColumn.getOrDefault(table.folded(model.collation()), Set.of()).contains(part);
  }
}
