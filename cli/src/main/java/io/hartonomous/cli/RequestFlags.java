package io.hartonomous.cli;

import io.hartonomous.deploy.Secret;
import io.hartonomous.environment.Environment;
import io.hartonomous.pipeline.DeployRequest;
import io.hartonomous.pipeline.DeployRequest.Goal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The flags that commands over a project share, and how they become a request.
final class RequestFlags {
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
    return spec.addOption(
            text("--env", "NAME", "Local (the default), Development, Staging or Production."))
        .addOption(
            text(
                "--server",
                "HOST[,PORT]",
                "The server. Local without one has the embedded engine."))
        .addOption(text("--database", "NAME", "The database. Default: the project's name."))
        .addOption(text("--user", "NAME", "The SQL login. Default: the login of the process."))
        .addOption(
            text(
                "--password-file",
                "FILE",
                "A file that holds the password. Or the variable HART_PASSWORD."))
        .addOption(
            OptionSpec.builder("--no-encrypt")
                .description("Do not encrypt the connection.")
                .build())
        .addOption(
            OptionSpec.builder("--trust-server-certificate")
                .description("Take the server's certificate unchecked.")
                .build());
  }

  static CommandSpec plan(CommandSpec spec) {
    return spec.addOption(
            text(
                "--package",
                "FILE",
                "The package to take with --skip-build, else the one to write."))
        .addOption(flag("--skip-build", "Take the package of the last build, or --package."))
        .addOption(flag("--allow-stale", "Take a package that is older than a source."))
        .addOption(
            list(
                "--allow",
                "HAZARD",
                "Let a hazard happen, as the plan names it (data-loss:dbo.T.C)."))
        .addOption(list("--option", "NAME=VALUE", "A publish option by its SqlPackage name."))
        .addOption(list("--variable", "NAME=VALUE", "A SQLCMD variable."));
  }

  static CommandSpec scaffold(CommandSpec spec) {
    return spec.addOption(
            text(
                "--entities",
                "FOLDER",
                "Where entities are written. Default: obj/entities of the project."))
        .addOption(
            text("--package-name", "NAME", "The Java package of entities. Default: entities."));
  }

  static CommandSpec tests(CommandSpec spec) {
    return spec.addOption(
            text(
                "--report",
                "FILE",
                "The JUnit report. Default: obj/hart-tests.xml of the project."))
        .addOption(flag("--tests-anywhere", "Run tests on Staging and Production too."));
  }

  static CommandSpec format(CommandSpec spec, String formats) {
    return spec.addOption(
        OptionSpec.builder("--format")
            .paramLabel("FORMAT")
            .type(String.class)
            .defaultValue("pretty")
            .description("One of " + formats + ".")
            .build());
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .description(description)
        .build();
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

  /// The value of `--format`, which must be one of those that the command knows.
  static String format(Flags flags, Set<String> known) {
    String format = flags.<String>value("--format").orElse("pretty");
    if (!known.contains(format)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "There is no format '"
              + format
              + "'. Known are "
              + String.join(", ", known.stream().sorted().toList())
              + ".");
    }
    return format;
  }

  /// The request of a command: what it does not describe has its default.
  static DeployRequest request(
      Flags flags, Set<Goal> goals, boolean dryRun, Map<String, String> environment) {
    Set<Goal> chosen = new HashSet<>(goals);
    if (isSet(flags, "--skip-build")) {
      chosen.remove(Goal.BUILD);
    }
    return new DeployRequest(
        flags.<Path>parameter(0).orElse(Path.of(".")),
        environment(flags),
        text(flags, "--server"),
        text(flags, "--database"),
        text(flags, "--user"),
        password(flags, environment),
        !isSet(flags, "--no-encrypt"),
        isSet(flags, "--trust-server-certificate"),
        text(flags, "--package").or(() -> text(flags, "--output")).map(Path::of),
        chosen,
        dryRun,
        isSet(flags, "--allow-stale"),
        Set.copyOf(list(flags, "--allow")),
        pairs(list(flags, "--option"), "--option"),
        pairs(list(flags, "--variable"), "--variable"),
        text(flags, "--entities").map(Path::of),
        text(flags, "--package-name").orElse("entities"),
        text(flags, "--report").map(Path::of),
        isSet(flags, "--tests-anywhere"));
  }

  private static Environment environment(Flags flags) {
    String name = text(flags, "--env").orElse(Environment.LOCAL.label());
    return Environment.of(name)
        .orElseThrow(() ->
            new CommandFailure(
                ExitCode.USAGE,
                "There is no environment '"
                    + name
                    + "'. Known are "
                    + String.join(", ", Environment.labels())
                    + "."));
  }

  private static Secret password(Flags flags, Map<String, String> environment) {
    Optional<String> file = text(flags, "--password-file");
    if (file.isPresent()) {
      try {
        return Secret.of(Files.readString(Path.of(file.get()), StandardCharsets.UTF_8).strip());
      } catch (IOException e) {
        throw new CommandFailure(
            ExitCode.CONFIGURATION, "The password file " + file.get() + " cannot be read.", e);
      }
    }
    return Secret.of(environment.getOrDefault("HART_PASSWORD", ""));
  }

  private static boolean describes(Flags flags, String name) {
    return flags.spec().findOption(name) != null;
  }

  private static boolean isSet(Flags flags, String name) {
    return describes(flags, name) && flags.isSet(name);
  }

  private static Optional<String> text(Flags flags, String name) {
    return describes(flags, name) ? flags.value(name) : Optional.empty();
  }

  private static List<String> list(Flags flags, String name) {
    return describes(flags, name) ? flags.values(name) : List.of();
  }

  private static Map<String, String> pairs(List<String> values, String flag) {
    Map<String, String> pairs = new HashMap<>();
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
