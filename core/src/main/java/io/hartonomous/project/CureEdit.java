package io.hartonomous.project;

import io.hartonomous.text.SourceFile;
import io.hartonomous.text.TextEdit;
import java.util.Comparator;
import java.util.List;

/// A change of one file of a project. Paths are relative to the project, with `/`.
public sealed interface CureEdit {
  String path();

  /// Edits of a file that is there, in the order of their places; they do not overlap.
  record Change(SourceFile file, List<TextEdit> edits) implements CureEdit {
    public Change {
      edits =
          edits.stream()
              .distinct()
              .sorted(Comparator.comparingInt((TextEdit e) -> e.span().offset()))
              .toList();
    }

    @Override
    public String path() {
      return file.path();
    }

    public String after() {
      return TextEdit.apply(file.text(), edits);
    }
  }

  /// A new file.
  record Create(String path, String text) implements CureEdit {}

  record Delete(String path) implements CureEdit {}
}
