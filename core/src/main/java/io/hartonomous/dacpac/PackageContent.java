package io.hartonomous.dacpac;

import io.hartonomous.model.DatabaseModel;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a package holds, but for what [PackageBinding] knows.
///
/// `name` and `version` are those of the application the package installs. `sqlcmdVariables` maps
/// names to default values (empty where there is none). The scripts are texts with their includes
/// put in. `refactorLog` is the XML of the project's refactor log.
public record PackageContent(
    String name,
    String version,
    DatabaseModel model,
    SortedMap<String, String> sqlcmdVariables,
    Optional<String> preDeployment,
    Optional<String> postDeployment,
    Optional<String> refactorLog) {
  public PackageContent {
    sqlcmdVariables = Collections.unmodifiableSortedMap(new TreeMap<>(sqlcmdVariables));
  }

  /// A content without scripts.
  public static PackageContent of(String name, DatabaseModel model) {
    return new PackageContent(
        name,
        "1.0.0.0",
        model,
        new TreeMap<>(Map.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
