package io.hartonomous.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hartonomous.deploy.StepFailure;
import io.hartonomous.diagnostics.JsonText;
import io.hartonomous.diagnostics.Renderer;
import io.hartonomous.pipeline.PipelineResult.HazardReport;
import io.hartonomous.plan.PlanRenderer;
import io.hartonomous.project.CauseRenderer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The result of a run as one JSON document of a fixed shape, `formatVersion` 1. A member is never
/// renamed or removed within a version.
///
/// Members that are always there: `status`, `environment`, `target`, `steps[]`, `diagnostics`,
/// `changes`, `entities`, `tests`, `hazards[]`. Where they apply: `package` (the file),
/// `findings[]` and `causes[]` of a build, `plan`, `error` (of the T-SQL at which a deployment
/// stopped), `failedTests[]`, `failure` (a sentence).
public final class ResultJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ResultJson() {}

  /// The whole of a run; `withPlan` adds the steps of its plan.
  public static String write(PipelineRun run, boolean withPlan) {
    ObjectNode root = tree(run.result());
    run.packageFile().ifPresent(file -> root.put("package", file.toString()));
    run.build()
        .ifPresent(build -> {
          root.set(
              "findings", parsed(Renderer.json().render(build.diagnostics())).get("diagnostics"));
          root.set("causes", parsed(CauseRenderer.json().render(build.causes())).get("causes"));
        });
    if (withPlan) {
      run.plan().ifPresent(plan -> root.set("plan", parsed(PlanRenderer.json(plan))));
    }
    run.failure().ifPresent(failure -> error(root.putObject("error"), failure));
    if (run.tests().stream().anyMatch(test -> !test.passed())) {
      ArrayNode failed = root.putArray("failedTests");
      run.tests().stream()
          .filter(test -> !test.passed())
          .forEach(test ->
              failed
                  .addObject()
                  .put("name", test.test().name())
                  .put("file", test.test().file())
                  .put("line", test.fileLine())
                  .put("verdict", test.verdict().name().toLowerCase(Locale.ROOT))
                  .put("detail", test.detail()));
    }
    return JsonText.of(root);
  }

  private static void error(ObjectNode node, StepFailure failure) {
    node.put("number", failure.number())
        .put("severity", failure.severity())
        .put("state", failure.state())
        .put("message", failure.message())
        .put("step", failure.step().title())
        .put("file", failure.file())
        .put("line", failure.line())
        .put("batchLine", failure.batchLine())
        .put("batch", failure.batchSql());
  }

  // Findings and plans have one shape each, here and where they stand alone.
  private static JsonNode parsed(String document) {
    try {
      return JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our own JSON could not be read.", e);
    }
  }

  public static String write(PipelineResult result) {
    return JsonText.of(tree(result));
  }

  private static ObjectNode tree(PipelineResult result) {
    ObjectNode root = JSON.createObjectNode();
    root.put("formatVersion", 1);
    root.put("status", result.outcome().status());
    root.put("environment", result.environment());
    ObjectNode target = root.putObject("target");
    target.put("server", result.target().map(PipelineResult.RunTarget::server).orElse(""));
    target.put("database", result.target().map(PipelineResult.RunTarget::database).orElse(""));
    ArrayNode steps = root.putArray("steps");
    for (StepReport step : result.steps()) {
      steps
          .addObject()
          .put("name", step.name().label())
          .put("status", step.status().label())
          .put("millis", step.millis());
    }
    root.putObject("diagnostics").put("errors", result.errors()).put("warnings", result.warnings());
    root.put("changes", result.changes());
    root.put("entities", result.entities());
    root.putObject("tests").put("passed", result.testsPassed()).put("failed", result.testsFailed());
    ArrayNode hazards = root.putArray("hazards");
    for (HazardReport hazard : result.hazards()) {
      hazards
          .addObject()
          .put("id", hazard.id())
          .put("object", hazard.object())
          .put("message", hazard.message())
          .put("rows", hazard.rows())
          .put("allowed", hazard.allowed())
          .put("allow", hazard.allow());
    }
    result.failure().ifPresent(text -> root.put("failure", text));
    return root;
  }

  /// The document of a run that could not begin: the same shape, with nothing done.
  public static String failure(String environment, String message) {
    return write(
        new PipelineResult(
            PipelineResult.Outcome.NEEDS_ATTENTION,
            environment,
            Optional.empty(),
            List.of(),
            0,
            0,
            0,
            0,
            0,
            0,
            List.of(),
            Optional.of(message)));
  }
}
