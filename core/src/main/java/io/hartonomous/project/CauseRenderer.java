package io.hartonomous.project;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/// Causes as text. Every form is one whole document; without causes it says so or is empty.
public interface CauseRenderer {
  String render(List<Cause> causes);

  /// For people at a terminal: the `limit` most useful causes (0 for all), each with its cures.
  static CauseRenderer pretty(int limit, boolean colours) {
    return new CausePretty(limit, colours);
  }

  /// A checklist in working order.
  static CauseRenderer markdown() {
    return CauseMarkdown::render;
  }

  /// One JSON document: `formatVersion`, `causes`.
  static CauseRenderer json() {
    return CauseJson::render;
  }

  /// The array of causes, to stand in a document of the caller's.
  static void write(JsonGenerator json, List<Cause> causes) throws IOException {
    CauseJson.write(json, causes);
  }

  /// What may bring back what others miss comes first; of one kind, what explains more.
  static List<Cause> workingOrder(List<Cause> causes) {
    return causes.stream()
        .sorted(
            Comparator.comparing(Cause::kind)
                .thenComparing(Comparator.comparingInt((Cause c) -> -c.explains().size())))
        .toList();
  }
}
