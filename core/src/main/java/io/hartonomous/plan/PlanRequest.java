package io.hartonomous.plan;

import io.hartonomous.diff.PublishOptions;
import io.hartonomous.diff.RefactorLog;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// All that a plan is made from. `refactorLog` holds only the operations that the target has not
/// seen. `variables` are SQLCMD variables with their values; they are put into module texts before
/// the comparison, because the target holds texts with values.
public record PlanRequest(
    String database,
    DatabaseModel before,
    DatabaseModel after,
    Dependencies beforeDependencies,
    Dependencies afterDependencies,
    PublishOptions options,
    RefactorLog refactorLog,
    Function<ObjectKey, Optional<SourcePlace>> origins,
    Optional<DeploymentScript> preDeployment,
    Optional<DeploymentScript> postDeployment,
    Map<String, String> variables) {
  public PlanRequest {
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  public static PlanRequest of(DatabaseModel before, DatabaseModel after) {
    return new PlanRequest(
        "",
        before,
        after,
        Dependencies.NONE,
        Dependencies.NONE,
        PublishOptions.DEFAULT,
        RefactorLog.EMPTY,
        _ -> Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  public PlanRequest withDatabase(String name) {
    return new PlanRequest(
        name,
        before,
        after,
        beforeDependencies,
        afterDependencies,
        options,
        refactorLog,
        origins,
        preDeployment,
        postDeployment,
        variables);
  }

  public PlanRequest withDependencies(Dependencies ofBefore, Dependencies ofAfter) {
    return new PlanRequest(
        database,
        before,
        after,
        ofBefore,
        ofAfter,
        options,
        refactorLog,
        origins,
        preDeployment,
        postDeployment,
        variables);
  }

  public PlanRequest withOptions(PublishOptions other) {
    return new PlanRequest(
        database,
        before,
        after,
        beforeDependencies,
        afterDependencies,
        other,
        refactorLog,
        origins,
        preDeployment,
        postDeployment,
        variables);
  }

  public PlanRequest withRefactorLog(RefactorLog log) {
    return new PlanRequest(
        database,
        before,
        after,
        beforeDependencies,
        afterDependencies,
        options,
        log,
        origins,
        preDeployment,
        postDeployment,
        variables);
  }

  public PlanRequest withOrigins(Function<ObjectKey, Optional<SourcePlace>> places) {
    return new PlanRequest(
        database,
        before,
        after,
        beforeDependencies,
        afterDependencies,
        options,
        refactorLog,
        places,
        preDeployment,
        postDeployment,
        variables);
  }

  public PlanRequest withScripts(Optional<DeploymentScript> pre, Optional<DeploymentScript> post) {
    return new PlanRequest(
        database,
        before,
        after,
        beforeDependencies,
        afterDependencies,
        options,
        refactorLog,
        origins,
        pre,
        post,
        variables);
  }

  public PlanRequest withVariables(Map<String, String> values) {
    return new PlanRequest(
        database,
        before,
        after,
        beforeDependencies,
        afterDependencies,
        options,
        refactorLog,
        origins,
        preDeployment,
        postDeployment,
        values);
  }
}
