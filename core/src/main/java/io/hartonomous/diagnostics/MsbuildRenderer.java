package io.hartonomous.diagnostics;

import java.util.List;

/// `path(line,col): error SQL71501: text`. Source: Microsoft Learn, "MSBuild and Visual Studio
/// format for diagnostic messages".
final class MsbuildRenderer {
  private MsbuildRenderer() {}

  static String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic d : diagnostics) {
      Location at = d.at();
      out.append(at.path().replace('\\', '/'));
      if (at.hasPosition()) {
        out.append('(').append(at.line()).append(',').append(at.column()).append(')');
      }
      out.append(at.path().isEmpty() ? "" : ": ");
      out.append(d.severity().label()).append(' ').append(d.code().id()).append(": ");
      out.append(d.message().replace("\r", "").replace('\n', ' ')).append('\n');
    }
    return out.toString();
  }
}
