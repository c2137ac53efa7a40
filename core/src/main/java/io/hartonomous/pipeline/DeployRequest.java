package io.hartonomous.pipeline;

import io.hartonomous.environment.Environment;
import io.hartonomous.secrets.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One run, as the user asked for it.
///
/// @param project the project file or its folder
/// @param server `HOST` or `HOST,PORT`; empty for the embedded engine, which only
///   [Environment#LOCAL] has
/// @param database empty for the project's own name
/// @param user empty for integrated login (or the engine's own)
/// @param packageFile where the package is written by a build; with `skipBuild` the package to
///   take. Empty for `bin/NAME.dacpac` of the project
/// @param goals which parts of the pipeline run; a part that is left out is reported as skipped
/// @param dryRun plan, and run nothing
/// @param allowStale take a package that is older than a source
/// @param allowed flags of hazards that may happen
/// @param options publish options by the reference's names
/// @param variables SQLCMD variables; they win over the project's defaults
/// @param scaffoldFolder where entities are written; empty for `target/generated-sources/hart`
///   beside the project
/// @param scaffoldPackage the Java package of entities
/// @param testReport where the JUnit XML is written; empty for `target/hart-tests.xml` beside the
///   project
/// @param testsAnywhere run tests on Staging and Production too
public record DeployRequest(
    Path project,
    Environment environment,
    Optional<String> server,
    Optional<String> database,
    Optional<String> user,
    Secret password,
    boolean encrypt,
    boolean trustServerCertificate,
    Optional<Path> packageFile,
    Set<Goal> goals,
    boolean dryRun,
    boolean allowStale,
    Set<String> allowed,
    Map<String, String> options,
    Map<String, String> variables,
    Optional<Path> scaffoldFolder,
    String scaffoldPackage,
    Optional<Path> testReport,
    boolean testsAnywhere) {
  public DeployRequest {
    goals = Set.copyOf(goals);
    allowed = Set.copyOf(allowed);
    options = Map.copyOf(options);
    variables = Map.copyOf(variables);
  }

  /// The parts of the pipeline that a user can leave out. PLAN runs wherever a target answers.
  public enum Goal {
    BUILD,
    PLAN,
    PUBLISH,
    SCAFFOLD,
    TEST
  }
}
