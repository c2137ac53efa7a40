package io.hartonomous.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Prints a script that lets a shell complete commands and flags.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  eval \"$(hart completion bash)\"                  for this shell",
      "  hart completion bash > /etc/bash_completion.d/hart",
      "  hart completion zsh > ~/.hart-completion; source ~/.hart-completion",
    })
final class CompletionCommand implements Verb {
  enum Shell {
    bash,
    zsh
  }

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public ExitCode run(Output output) {
    if (shell == Shell.zsh) {
      output.result().println("autoload -U +X compinit && compinit");
      output.result().println("autoload -U +X bashcompinit && bashcompinit");
    }
    output.result().print(AutoComplete.bash("hart", spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
