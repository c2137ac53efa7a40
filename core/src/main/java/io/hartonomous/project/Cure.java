package io.hartonomous.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One way to cure a cause: a sentence, and the edits where they are exact. Without edits the
/// sentence is all there is. Each file has one edit at most: changes of one file are put together.
public record Cure(String sentence, List<CureEdit> edits) {
  public Cure {
    edits = merged(edits);
  }

  private static List<CureEdit> merged(List<CureEdit> edits) {
    Map<String, CureEdit> byPath = new LinkedHashMap<>();
    for (CureEdit edit : edits) {
      byPath.merge(
          edit.path(),
          edit,
          (a, b) -> {
            if (a instanceof CureEdit.Change one && b instanceof CureEdit.Change other) {
              return new CureEdit.Change(
                  one.file(), Stream.concat(one.edits().stream(), other.edits().stream()).toList());
            }
            throw new IllegalArgumentException("two kinds of edits for " + a.path());
          });
    }
    return List.copyOf(byPath.values());
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
