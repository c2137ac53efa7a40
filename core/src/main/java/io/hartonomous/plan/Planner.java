package io.hartonomous.plan;

import io.hartonomous.diff.Change;
import io.hartonomous.diff.Changes;
import io.hartonomous.diff.Compression;
import io.hartonomous.diff.DiffLaw;
import io.hartonomous.diff.Expected;
import io.hartonomous.diff.ModelDiff;
import io.hartonomous.diff.PublishOption;
import io.hartonomous.diff.PublishOptions;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// From two models to a plan: compares them, checks the law, and asks each part of the work for its
/// steps.
public final class Planner {
  private Planner() {}

  /// Pure: the same request gives the same plan. Errors: [PlanLawException] for a defect of the
  /// comparison; [UnsupportedChangeException] for what has no T-SQL here; [ScriptException] for a
  /// deployment script that cannot be cut into batches.
  public static Plan plan(PlanRequest request) {
    PublishOptions options = request.options();
    Map<String, String> variables = variables(request);
    DatabaseModel after =
        Compression.ofTables(SqlcmdVariables.substitute(request.after(), variables));
    DatabaseModel before = Compression.ofTables(request.before());
    List<Change> changes = ModelDiff.diff(before, after, options, request.refactorLog());
    List<String> violations = DiffLaw.violations(changes, before, after, options);
    if (!violations.isEmpty()) {
      throw new PlanLawException(violations);
    }
    StepList steps = new StepList(request.origins());
    if (!options.is(PublishOption.IGNORE_PRE_DEPLOY_SCRIPT)) {
      script(
          steps, Phase.PRE_DEPLOYMENT, "pre-deployment script", request.preDeployment(), variables);
    }
    if (!changes.isEmpty()) {
      List<Change> renames = changes.stream().filter(Planner::isRename).toList();
      DatabaseModel start = Changes.apply(renames, before);
      DatabaseModel expected = Expected.of(start, after, options);
      List<Change> others = changes.stream().filter(c -> !isRename(c)).toList();
      ObjectOrder oldOrder = new ObjectOrder(start, request.beforeDependencies());
      // Kept objects are only in the target, so what they need is known from there.
      Dependencies both =
          key ->
              after.find(key).isPresent()
                  ? request.afterDependencies().of(key)
                  : request.beforeDependencies().of(key);
      Scope scope =
          new Scope(start, expected, options, oldOrder, new ObjectOrder(expected, both), others);
      new RenameSteps(steps).add(renames);
      Detached detached = Detached.of(scope);
      new DetachSteps(scope, steps, detached).add();
      new ObjectSteps(scope, steps, new TableSteps(scope, steps, detached)).add();
      new AttachSteps(scope, steps, detached).add();
      new DescribeSteps(scope, steps, detached).add();
      if (options.is(PublishOption.SCRIPT_REFRESH_MODULE)) {
        new RefreshSteps(scope, steps).add(renames);
      }
    }
    if (!options.is(PublishOption.IGNORE_POST_DEPLOY_SCRIPT)) {
      script(
          steps,
          Phase.POST_DEPLOYMENT,
          "post-deployment script",
          request.postDeployment(),
          variables);
    }
    List<Change> renames = changes.stream().filter(Planner::isRename).toList();
    List<Step> numbered =
        renames.isEmpty()
            ? steps.numbered()
            : steps.numbered().stream().map(step -> EarlyNames.in(step, renames)).toList();
    return new Plan(request.database(), changes, numbered, variables);
  }

  /// The request's variables and those that every publisher gives.
  private static Map<String, String> variables(PlanRequest request) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("DatabaseName", request.database());
    variables.put("DefaultFilePrefix", request.database());
    variables.put("DefaultDataPath", "");
    variables.put("DefaultLogPath", "");
    variables.put("__IsSqlCmdEnabled", "True");
    variables.putAll(request.variables());
    return variables;
  }

  private static boolean isRename(Change change) {
    return change instanceof Change.RenameObject
        || change instanceof Change.RenameColumn
        || change instanceof Change.RenameConstraint;
  }

  private static void script(
      StepList steps,
      Phase phase,
      String words,
      Optional<DeploymentScript> script,
      Map<String, String> variables) {
    script.ifPresent(s -> {
      ObjectKey key = ObjectKey.of(ObjectKind.OTHER, new ObjectName("", words));
      // The script decides about transactions itself.
      steps.add(
          phase,
          new Step(
              0,
              phase,
              StepKind.SCRIPT,
              key,
              "Run " + words + " " + s.file(),
              ScriptBatches.split(s, variables),
              false,
              List.of(),
              Optional.of(new SourcePlace(s.file(), 1))));
    });
  }
}
