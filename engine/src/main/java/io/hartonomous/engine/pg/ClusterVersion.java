package io.hartonomous.engine.pg;

import io.hartonomous.engine.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// By which engine the databases of a state folder were made: `script` names everything that is in
/// a new one, `layout` the part on which the users' data depends.
///
/// Its file has a line for each; one that has the first line alone was written by an engine that
/// did not tell them apart.
record ClusterVersion(String script, String layout) {

  static ClusterVersion of(PostgresBinaries binaries, TemplateScript script) {
    return new ClusterVersion(
        ClusterTemplate.key(binaries, script), ClusterTemplate.layout(binaries, script));
  }

  static Optional<ClusterVersion> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ClusterVersion(
                lines.getFirst().strip(), lines.size() > 1 ? lines.get(1).strip() : ""));
  }

  void write(Path file) throws IOException {
    Platform.writePrivate(file, script + "\n" + layout + "\n");
  }
}
