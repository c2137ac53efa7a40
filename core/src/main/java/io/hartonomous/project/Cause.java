package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.text.TextEdit;
import java.util.List;
import java.util.Optional;

/// One mistake behind one or many findings, with what cures it.
///
/// `explains` are the findings that go away with it.
public record Cause(String title, List<Diagnostic> explains, List<Cure> cures) {
  public Cause {
    explains = List.copyOf(explains);
    cures = List.copyOf(cures);
  }

  /// One way to cure it: what to do, and the edits where they are exact.
  public record Cure(String what, List<FileEdit> edits) {
    public Cure {
      edits = List.copyOf(edits);
    }

    static Cure of(String what) {
      return new Cure(what, List.of());
    }
  }

  /// Changes of one file: edits of a file that is there; a new file with its text; or the whole
  /// file deleted.
  public record FileEdit(
      String path, List<TextEdit> edits, Optional<String> newText, boolean delete) {
    public FileEdit {
      edits = List.copyOf(edits);
    }
  }
}
