package io.hartonomous.diagnostics;

import java.nio.file.Path;
import java.util.List;

/// Work that can be asked for the findings of an example: a build, a plan, a deployment.
public interface Provoker {
  boolean accepts(Path example);

  List<Diagnostic> provoke(Path example) throws Exception;
}
