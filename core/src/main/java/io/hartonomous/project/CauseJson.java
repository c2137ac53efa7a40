package io.hartonomous.project;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.JsonText;
import io.hartonomous.diagnostics.Location;
import io.hartonomous.text.TextEdit;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Causes as JSON. Offsets and lengths of edits count UTF-16 units of the file's text without its
/// byte order mark.
final class CauseJson {
  private CauseJson() {}

  static String render(List<Cause> causes) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeNumberField("formatVersion", 1);
      json.writeFieldName("causes");
      write(json, causes);
      json.writeEndObject();
    });
  }

  static void write(JsonGenerator json, List<Cause> causes) throws IOException {
    json.writeStartArray();
    for (Cause cause : causes) {
      json.writeStartObject();
      json.writeStringField("kind", camel(cause.kind()));
      json.writeStringField("statement", cause.statement());
      json.writeFieldName("at");
      location(json, cause.at());
      json.writeNumberField("findings", cause.explains().size());
      json.writeArrayFieldStart("explains");
      for (Diagnostic d : cause.explains()) {
        json.writeStartObject();
        json.writeStringField("id", d.code().id());
        json.writeStringField("severity", d.severity().label());
        json.writeFieldName("at");
        location(json, d.at());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("cures");
      for (Cure cure : cause.cures()) {
        cure(json, cure);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void location(JsonGenerator json, Location at) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", at.path());
    json.writeNumberField("line", at.line());
    json.writeNumberField("column", at.column());
    json.writeEndObject();
  }

  private static void cure(JsonGenerator json, Cure cure) throws IOException {
    json.writeStartObject();
    json.writeStringField("sentence", cure.sentence());
    json.writeArrayFieldStart("edits");
    for (CureEdit edit : cure.edits()) {
      json.writeStartObject();
      json.writeStringField("path", edit.path());
      switch (edit) {
        case CureEdit.Create create -> json.writeStringField("create", create.text());
        case CureEdit.Delete _ -> json.writeBooleanField("delete", true);
        case CureEdit.Change change -> {
          json.writeArrayFieldStart("change");
          for (TextEdit e : change.edits()) {
            json.writeStartObject();
            json.writeNumberField("offset", e.span().offset());
            json.writeNumberField("length", e.span().length());
            json.writeStringField("text", e.replacement());
            json.writeEndObject();
          }
          json.writeEndArray();
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// `missingObject` for MISSING_OBJECT.
  private static String camel(Cause.Kind kind) {
    StringBuilder out = new StringBuilder();
    for (String word : kind.name().toLowerCase(Locale.ROOT).split("_")) {
      out.append(out.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return out.toString();
  }
}
