package io.hartonomous.project;

import io.hartonomous.model.Collation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A `.sqlproj` file as it was read. Paths of files are relative to `folder`, with `/`.
///
/// `provider` is the schema provider's short name (`Sql170`). `suppressed` and `asErrors` hold
/// warning numbers without letters (`71502`).
public record Project(
    Path file,
    Path folder,
    String name,
    String provider,
    Collation collation,
    boolean ansiNulls,
    boolean quotedIdentifier,
    Map<String, String> properties,
    List<String> build,
    Map<String, Set<String>> suppressedInFile,
    Optional<String> preDeploy,
    Optional<String> postDeploy,
    Optional<String> refactorLog,
    List<SqlcmdVariable> sqlcmdVariables,
    List<String> references) {
  public Project {
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    build = List.copyOf(build);
    suppressedInFile = Map.copyOf(suppressedInFile);
    sqlcmdVariables = List.copyOf(sqlcmdVariables);
    references = List.copyOf(references);
  }

  public String property(String property, String missing) {
    return properties.getOrDefault(property, missing);
  }

  /// The warnings that the project does not want to see, by number without letters.
  public Set<String> suppressed() {
    Set<String> numbers = new TreeSet<>();
    for (String number : property("SuppressTSqlWarnings", "").split("[,;\\s]+")) {
      if (!number.isBlank()) {
        numbers.add(number.startsWith("SQL") ? number.substring(3) : number);
      }
    }
    return numbers;
  }

  public boolean warningsAsErrors() {
    return property("TreatTSqlWarningsAsErrors", "False").equalsIgnoreCase("true");
  }
}
