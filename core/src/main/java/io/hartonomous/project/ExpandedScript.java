package io.hartonomous.project;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.text.SourceFile;
import java.util.List;

/// A deployment script with its included files in place. `file` is the script's own path, relative
/// to the project.
///
/// `pieces` say where the lines of `text` come from, in order; a line belongs to the last piece
/// that begins at or before it. `files` are the files that were read, `findings` what is wrong with
/// them.
public record ExpandedScript(
    String file,
    String text,
    List<Piece> pieces,
    List<SourceFile> files,
    List<Diagnostic> findings) {
  public ExpandedScript {
    pieces = List.copyOf(pieces);
    files = List.copyOf(files);
    findings = List.copyOf(findings);
  }

  /// A script of a package: nothing is known of its files.
  public static ExpandedScript of(String file, String text) {
    return new ExpandedScript(file, text, List.of(), List.of(), List.of());
  }

  /// From line `line` of the text on stands `file` from its line `fileLine` on. Lines are 1-based.
  public record Piece(int line, String file, int fileLine) {}

  /// A line of a file of the project.
  public record Place(String file, int line) {}

  /// Where a line of the text was written.
  public Place place(int line) {
    Piece found = new Piece(1, file, 1);
    for (Piece piece : pieces) {
      if (piece.line() > line) {
        break;
      }
      found = piece;
    }
    return new Place(found.file(), found.fileLine() + line - found.line());
  }
}
