package io.hartonomous.pipeline;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundExpression;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Dependency;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SqlText;
import io.hartonomous.plan.Dependencies;
import io.hartonomous.plan.DeploymentScript;
import io.hartonomous.plan.SourcePlace;
import io.hartonomous.project.ExpandedScript;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// What a plan brings to a target, wherever it came from: a project that was just built, or a
/// package.
record BuiltSource(
    String name,
    DatabaseModel model,
    Catalog catalog,
    Function<ObjectKey, Optional<BoundModule>> modules,
    Function<ObjectKey, Optional<SourcePlace>> origins,
    Optional<ExpandedScript> preDeployment,
    Optional<ExpandedScript> postDeployment,
    RefactorLog refactorLog,
    SortedMap<String, String> variables) {

  Dependencies dependencies() {
    return ModelDependencies.of(model, modules, this::expression);
  }

  private List<Dependency> expression(ObjectKey owner, SqlText text) {
    return catalog
        .relation(owner.name())
        .flatMap(table -> Binder.bindText(text.text(), table, catalog))
        .map(BoundExpression::dependencies)
        .orElse(List.of());
  }

  Optional<DeploymentScript> pre() {
    return preDeployment.map(script -> new DeploymentScript(script.file(), script.text()));
  }

  Optional<DeploymentScript> post() {
    return postDeployment.map(script -> new DeploymentScript(script.file(), script.text()));
  }
}
