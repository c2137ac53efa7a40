package io.hartonomous.diagnostics;

import io.hartonomous.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Findings as text, in the order in which they are given. Every form is one whole document.
public interface Renderer {
  String render(List<Diagnostic> diagnostics);

  /// For people: message, source line with a caret below, hint. `sources` gives the text of a file
  /// by the path in its locations.
  static Renderer pretty(Function<String, Optional<SourceFile>> sources, boolean colours) {
    return new PrettyRenderer(sources, colours);
  }

  /// `path(line,col): error SQL71501: text`, a line a finding, as MSBuild and its readers know it.
  static Renderer msbuild() {
    return MsbuildRenderer::render;
  }

  /// One JSON document: `formatVersion`, `errors`, `warnings`, `diagnostics`.
  static Renderer json() {
    return JsonRenderer::render;
  }

  /// A checklist, a heading a file.
  static Renderer markdown() {
    return MarkdownRenderer::render;
  }
}
