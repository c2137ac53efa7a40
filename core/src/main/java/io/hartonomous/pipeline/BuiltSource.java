package io.hartonomous.pipeline;

import io.hartonomous.bind.Binder;
import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Dependency;
import io.hartonomous.bind.Relation;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SqlText;
import io.hartonomous.plan.Dependencies;
import io.hartonomous.plan.DeploymentScript;
import io.hartonomous.plan.SourcePlace;
import io.hartonomous.project.ExpandedScript;
import io.hartonomous.syntax.Parser;
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
    Optional<Relation> relation = catalog.relation(owner.name());
    if (relation.isEmpty()) {
      return List.of();
    }
    var expression = Parser.parseExpression(text.text());
    if (expression.diagnostics().isEmpty() && expression.node().isPresent()) {
      return Binder.bindExpression(expression.node().get(), relation.get(), catalog).dependencies();
    }
    return Parser.parseCondition(text.text())
        .node()
        .map(node -> Binder.bindExpression(node, relation.get(), catalog).dependencies())
        .orElse(List.of());
  }

  Optional<DeploymentScript> pre() {
    return preDeployment.map(script -> new DeploymentScript(script.file(), script.text()));
  }

  Optional<DeploymentScript> post() {
    return postDeployment.map(script -> new DeploymentScript(script.file(), script.text()));
  }
}
