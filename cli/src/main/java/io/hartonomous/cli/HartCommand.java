package io.hartonomous.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `hart` itself: no work of its own, only the commands below it.
@Command(
    name = "hart",
    description = "Builds, plans, publishes and tests SQL Server database projects.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = HartCommand.Version.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  hart COMMAND --help            what a command does, its flags and examples",
      "  hart --version                 this version and its Java",
      "  eval \"$(hart completion bash)\" completes commands and flags in this shell",
    })
final class HartCommand {
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = HartCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "hart " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()
      };
    }
  }
}
