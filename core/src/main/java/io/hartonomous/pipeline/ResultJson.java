package io.hartonomous.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hartonomous.pipeline.PipelineResult.HazardReport;
import java.util.List;
import java.util.Optional;

/// The result of a run as one JSON document of a fixed shape, `formatVersion` 1. A member is never
/// renamed or removed within a version.
public final class ResultJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ResultJson() {}

  public static String write(PipelineResult result) {
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
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON could not be written to memory.", e);
    }
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
