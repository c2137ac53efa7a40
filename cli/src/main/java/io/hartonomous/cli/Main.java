package io.hartonomous.cli;

import io.hartonomous.engine.platform.RunningBuild;
import io.hartonomous.pipeline.PipelineFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program: arguments in, exit code out.
public final class Main {
  private Main() {}

  static void main(String[] args) {
    try {
      var stamp = System.getProperty("hart.stamp");
      if (stamp != null
          && Sources.changedSince(Path.of(System.getProperty("hart.root")), Path.of(stamp))) {
        System.exit(Sources.STALE);
      }
      RunningBuild.hold();
    } catch (IOException e) {
      // Thrown on, it would end the process with 1, which means findings.
      System.err.println("hart: its own files cannot be read: " + e);
      System.exit(ExitCode.TOOL_FAILED.number());
    }
    var output = Output.ofProcess(System.getenv(), System.getProperty("hart.terminals"));
    var exitCode = run(args, System.getenv(), output);
    output.result().flush();
    output.log().flush();
    // Not a return: a driver's or server's thread that still runs must not keep the process.
    System.exit(exitCode.number());
  }

  /// Runs one command line. Prints what went wrong; never throws.
  static ExitCode run(String[] args, Map<String, String> environment, Output output) {
    var hart = commandLine(args, environment, output);
    var document = new FailureDocument(args, environment, output);
    try {
      var parsed = hart.parseArgs(args);
      if (CommandLine.executeHelpRequest(parsed) != null) {
        return ExitCode.DONE;
      }
      var spec = deepest(parsed);
      if (spec.userObject() instanceof Verb verb) {
        return verb.run(new Flags(spec, environment), output);
      }
      var question = spec.qualifiedName() + ": which command?";
      document.print(question);
      return misused(output, question, spec);
    } catch (ParameterException e) {
      var spec = e.getCommandLine().getCommandSpec();
      var message = message(e);
      var exitCode = misused(output, spec.qualifiedName() + ": " + message, spec);
      document.print(message);
      if (e instanceof UnmatchedArgumentException unmatched) {
        UnmatchedArgumentException.printSuggestions(unmatched, hart.getErr());
      }
      return exitCode;
    } catch (CommandFailure e) {
      output.log().println("hart: " + e.getMessage());
      document.print(e);
      return e.exitCode();
    } catch (Exception | Error e) {
      output.log().println("hart: the tool failed; this is a mistake in it:");
      (e instanceof PipelineFault ? e.getCause() : e).printStackTrace(output.log());
      document.print(e);
      return ExitCode.TOOL_FAILED;
    }
  }

  /// What is wrong with a command line. Of an unknown flag only the name is repeated: what stands
  /// behind it may be a password.
  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      var flags =
          unmatched.getUnmatched().stream()
              .filter(argument -> argument.startsWith("-"))
              .map(argument -> "'" + argument.split("=", 2)[0] + "'")
              .toList();
      if (!flags.isEmpty()) {
        return (flags.size() == 1 ? "Unknown option: " : "Unknown options: ")
            + String.join(", ", flags);
      }
    }
    return e.getMessage();
  }

  private static CommandSpec deepest(ParseResult parsed) {
    var deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    return deepest.commandSpec();
  }

  private static ExitCode misused(Output output, String message, CommandSpec spec) {
    output.log().println(message);
    output.log().println("Try '" + spec.qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  private static CommandLine commandLine(
      String[] args, Map<String, String> environment, Output output) {
    var spec =
        Verb.group(
            "Builds, plans, publishes and tests SQL Server database projects.",
            "  hart COMMAND --help            what a command does, its flags and examples",
            "  hart --version                 this version and its Java",
            "  eval \"$(hart completion bash)\" completes commands and flags in this shell");
    Verbs.neededFor(args).forEach((name, verb) -> spec.addSubcommand(name, verb.get()));
    spec.name("hart").versionProvider(Main::version);
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Prints the version and ends.")
            .build());
    var hart = new CommandLine(spec);
    addHelp(hart);
    hart.setDefaultValueProvider(new HartVariables(environment));
    hart.setCaseInsensitiveEnumValuesAllowed(true);
    hart.setAbbreviatedOptionsAllowed(false);
    hart.setUsageHelpAutoWidth(false);
    hart.setUsageHelpLongOptionsMaxWidth(30);
    hart.setOut(new PrintWriter(output.result(), true));
    hart.setErr(new PrintWriter(output.log(), true));
    hart.setColorScheme(
        CommandLine.Help.defaultColorScheme(output.resultColor() ? Ansi.ON : Ansi.OFF));
    return hart;
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Prints this help and ends.")
                .build());
    command.getSubcommands().values().forEach(Main::addHelp);
  }

  private static Map<String, String> exitCodes() {
    var codes = new LinkedHashMap<String, String>();
    for (var code : ExitCode.values()) {
      codes.put(String.valueOf(code.number()), code.meaning());
    }
    return codes;
  }

  private static String[] version() {
    var version = Main.class.getPackage().getImplementationVersion();
    return new String[] {
      "hart " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()
    };
  }
}
