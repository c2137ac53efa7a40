package io.hartonomous.cli;

import io.hartonomous.diff.PublishOptions;
import io.hartonomous.diff.UnsupportedOptionException;
import io.hartonomous.environment.Environment;
import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import io.hartonomous.pipeline.ResultJson;
import io.hartonomous.secrets.Secret;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The flags that commands over a project share, and how they become a request.
final class RequestFlags {
  static final String FORMAT = "--format";

  private RequestFlags() {}

  static CommandSpec project(CommandSpec spec) {
    return spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PROJECT")
            .type(Path.class)
            .arity("0..1")
            .description("A .sqlproj file or the folder that holds one. Default: this folder.")
            .build());
  }

  static CommandSpec target(CommandSpec spec) {
    spec.addOption(
            text("--env", "NAME", String.join(", ", Environment.labels()) + ". Default: Local.")
                .completionCandidates(Environment.labels())
                .build())
        .addOption(
            text(
                    "--server",
                    "HOST[,PORT]",
                    "The server. Local without one has the embedded engine.")
                .build())
        .addOption(
            text("--database", "NAME", "The database. Default: on Local the project's name.")
                .build())
        .addOption(
            text("--user", "NAME", "The SQL login. Default: the login of the process (Kerberos).")
                .build());
    Passwords.describe(spec);
    return spec.addOption(
            text("--encrypt", "true|false", "Encrypt the connection. Default: true.")
                .type(Boolean.class)
                .arity("1")
                .completionCandidates(List.of("true", "false"))
                .build())
        .addOption(flag("--trust-server-certificate", "Take the server's certificate unchecked."))
        .addOption(EngineFlags.idle("--engine-idle"));
  }

  static CommandSpec plan(CommandSpec spec) {
    return spec.addOption(output("The package to write. Default: bin/NAME.dacpac of the project."))
        .addOption(
            text("--package", "FILE", "Take this package and build nothing (--skip-build).")
                .build())
        .addOption(flag("--skip-build", "Take --package or the package of the last build."))
        .addOption(flag("--allow-stale", "Take a package that is older than a source."))
        .addOption(
            list(
                "--allow",
                "HAZARD",
                "Let a hazard happen, as the plan names it (data-loss:dbo.T.C). Repeatable."))
        .addOption(
            list("--option", "NAME=VALUE", "A publish option by its SqlPackage name. Repeatable."))
        .addOption(list("--variable", "NAME=VALUE", "A SQLCMD variable. Repeatable."));
  }

  static CommandSpec entities(CommandSpec spec, String... folderFlags) {
    return spec.addOption(
            OptionSpec.builder(folderFlags)
                .paramLabel("FOLDER")
                .type(String.class)
                .description("Where entities are written. Default: obj/entities of the project.")
                .build())
        .addOption(
            text("--package-name", "NAME", "The Java package of entities. Default: entities.")
                .build());
  }

  static CommandSpec tests(CommandSpec spec) {
    return spec.addOption(
            text(
                    "--report",
                    "FILE",
                    "The JUnit report. Default: obj/hart-tests.xml of the project.")
                .build())
        .addOption(flag("--tests-anywhere", "Run tests on Staging and Production too."));
  }

  static CommandSpec format(CommandSpec spec, String... formats) {
    return spec.addOption(
        text(FORMAT, "FORMAT", String.join(", ", formats) + ". Default: " + formats[0] + ".")
            .defaultValue(formats[0])
            .completionCandidates(List.of(formats))
            .build());
  }

  static OptionSpec output(String description) {
    return OptionSpec.builder("-o", "--output")
        .paramLabel("FILE")
        .type(String.class)
        .description(description)
        .build();
  }

  static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).type(String.class).description(description);
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  private static OptionSpec list(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  /// The value of `--format`, one of those that the command describes.
  static String format(Flags flags) {
    String format = flags.<String>value(FORMAT).orElseThrow();
    for (String known : flags.spec().findOption(FORMAT).completionCandidates()) {
      if (known.equals(format)) {
        return format;
      }
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "There is no format '"
            + format
            + "'. Known are "
            + String.join(", ", flags.spec().findOption(FORMAT).completionCandidates())
            + ".");
  }

  /// The request of a command: what it does not describe has its default.
  static DeployRequest request(Flags flags, Set<Goal> goals, boolean dryRun) {
    Optional<String> packageFile = text(flags, "--package");
    Optional<String> output = packageOutput(flags);
    if (packageFile.isPresent() && output.isPresent()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--package takes a package that is there and --output names the one to write; give one"
              + " of them.");
    }
    EnumSet<Goal> chosen = EnumSet.copyOf(goals);
    if (packageFile.isPresent() || isSet(flags, "--skip-build")) {
      chosen.remove(Goal.BUILD);
    }
    Environment environment = environment(flags);
    Optional<String> server = text(flags, "--server");
    Optional<String> user = text(flags, "--user");
    if (user.isPresent() && server.isEmpty() && environment == Environment.LOCAL) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--user is for a server: name it with --server. The embedded engine has its own login.");
    }
    return new DeployRequest(
        flags.<Path>parameter(0).orElse(Path.of(".")),
        environment,
        server,
        text(flags, "--database"),
        user,
        user.isPresent() && server.isPresent() ? Passwords.read(flags) : Secret.NONE,
        !flags.describes("--encrypt") || flags.<Boolean>value("--encrypt").orElse(true),
        isSet(flags, "--trust-server-certificate"),
        packageFile.or(() -> output).map(Path::of),
        chosen,
        dryRun,
        isSet(flags, "--allow-stale"),
        Set.copyOf(list(flags, "--allow")),
        options(flags),
        pairs(list(flags, "--variable"), "--variable"),
        text(flags, "--entities").map(Path::of),
        text(flags, "--package-name").orElse("entities"),
        text(flags, "--report").map(Path::of),
        isSet(flags, "--tests-anywhere"));
  }

  /// `--output` of scaffold is the folder of the entities.
  private static Optional<String> packageOutput(Flags flags) {
    boolean ofEntities =
        flags.describes("--output")
            && flags.spec().findOption("--output") == flags.spec().findOption("--entities");
    return ofEntities ? Optional.empty() : text(flags, "--output");
  }

  private static Environment environment(Flags flags) {
    String name = text(flags, "--env").orElse(Environment.LOCAL.label());
    return Environment.of(name)
        .orElseThrow(() -> {
          String message =
              "There is no environment '"
                  + name
                  + "'. Known are "
                  + String.join(", ", Environment.labels())
                  + ".";
          return new CommandFailure(ExitCode.USAGE, message)
              .withDocument(ResultJson.failure(name, message));
        });
  }

  /// A misspelt option is told before anything runs.
  private static Map<String, String> options(Flags flags) {
    Map<String, String> options = pairs(list(flags, "--option"), "--option");
    try {
      PublishOptions.of(options);
      return options;
    } catch (UnsupportedOptionException e) {
      throw new CommandFailure(ExitCode.USAGE, e.getMessage(), e);
    }
  }

  private static boolean isSet(Flags flags, String name) {
    return flags.describes(name) && flags.isSet(name);
  }

  static Optional<String> text(Flags flags, String name) {
    return flags.describes(name)
        ? flags.<String>value(name).filter(value -> !value.isEmpty())
        : Optional.empty();
  }

  private static List<String> list(Flags flags, String name) {
    return flags.describes(name) ? flags.values(name) : List.of();
  }

  private static Map<String, String> pairs(List<String> values, String flag) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String value : values) {
      int separator = value.indexOf('=');
      if (separator <= 0) {
        throw new CommandFailure(ExitCode.USAGE, flag + " takes NAME=VALUE, not '" + value + "'.");
      }
      pairs.put(value.substring(0, separator), value.substring(separator + 1));
    }
    return pairs;
  }
}
