package io.hartonomous.project;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One way to cure a cause: a sentence, and the edits where they are exact. Without edits the
/// sentence is all there is.
public record Cure(String sentence, List<CureEdit> edits) {
  public Cure {
    edits = List.copyOf(edits);
  }

  static Cure inWords(String sentence) {
    return new Cure(sentence, List.of());
  }

  public boolean isExact() {
    return !edits.isEmpty();
  }

  /// The files of a project, by path, after this cure. `files` is not changed.
  public Map<String, String> applyTo(Map<String, String> files) {
    Map<String, String> result = new TreeMap<>(files);
    for (CureEdit edit : edits) {
      switch (edit) {
        case CureEdit.Change change -> result.put(change.path(), change.after());
        case CureEdit.Create create -> result.put(create.path(), create.text());
        case CureEdit.Delete delete -> result.remove(delete.path());
      }
    }
    return result;
  }
}
