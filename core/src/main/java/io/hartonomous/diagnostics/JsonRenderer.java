package io.hartonomous.diagnostics;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/// Findings as one JSON document.
final class JsonRenderer {
  private JsonRenderer() {}

  static String render(List<Diagnostic> diagnostics) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeNumberField("formatVersion", 1);
      json.writeNumberField("errors", count(diagnostics, Severity.ERROR));
      json.writeNumberField("warnings", count(diagnostics, Severity.WARNING));
      json.writeArrayFieldStart("diagnostics");
      for (Diagnostic d : diagnostics) {
        write(json, d);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, Diagnostic d) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", d.code().id());
    json.writeStringField("severity", d.severity().label());
    json.writeStringField("path", d.at().path().replace('\\', '/'));
    json.writeNumberField("line", d.at().line());
    json.writeNumberField("column", d.at().column());
    json.writeNumberField("length", d.at().length());
    json.writeStringField("message", d.message());
    if (!d.hint().isEmpty()) {
      json.writeStringField("hint", d.hint());
    }
    json.writeEndObject();
  }

  private static long count(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream().filter(d -> d.severity() == severity).count();
  }
}
