package io.hartonomous.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hartonomous.diagnostics.JsonText;
import java.util.Locale;

/// The plan as one JSON document.
///
/// Shape: `formatVersion` 1, `database`, `changes[]` (`kind`, `object`), `steps[]` (`id`, `phase`,
/// `kind`, `object`, `title`, `transactional`, `file`, `line`, `batches[]`, `hazards[]` with `id`,
/// `object`, `column`, `message`, `flag`, `blocks`, `countQuery`).
final class JsonRenderer {
  private JsonRenderer() {}

  static String render(Plan plan) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("formatVersion", 1);
    document.put("database", plan.database());
    ArrayNode changes = document.putArray("changes");
    plan.changes()
        .forEach(change ->
            changes
                .addObject()
                .put("kind", change.getClass().getSimpleName())
                .put("object", change.object().toString()));
    ArrayNode steps = document.putArray("steps");
    plan.steps().forEach(step -> step(steps.addObject(), step));
    return JsonText.of(document);
  }

  private static void step(ObjectNode node, Step step) {
    node.put("id", step.id());
    node.put("phase", step.phase().name().toLowerCase(Locale.ROOT));
    node.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
    node.put("object", step.object().toString());
    node.put("title", step.title());
    node.put("transactional", step.transactional());
    step.source().ifPresent(source -> node.put("file", source.file()).put("line", source.line()));
    ArrayNode batches = node.putArray("batches");
    step.batches().forEach(batch -> batches.add(batch.sql()));
    ArrayNode hazards = node.putArray("hazards");
    for (Hazard hazard : step.hazards()) {
      ObjectNode item = hazards.addObject();
      item.put("id", hazard.kind().id());
      item.put("object", hazard.object().toString());
      hazard.column().ifPresent(column -> item.put("column", column));
      item.put("message", hazard.message());
      item.put("flag", hazard.flag());
      item.put("blocks", hazard.blocks());
      hazard.countQuery().ifPresent(query -> item.put("countQuery", query));
    }
  }
}
