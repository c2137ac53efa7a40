package io.hartonomous.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `hart completion bash|zsh`.
final class CompletionCommand implements Verb {
  enum Shell {
    BASH,
    ZSH
  }

  @Override
  public CommandSpec spec() {
    return describe(
            "Prints a script that lets a shell complete commands and flags.",
            "  eval \"$(hart completion bash)\"                    for this shell",
            "  hart completion bash > /etc/bash_completion.d/hart",
            "  hart completion zsh > ~/.hart-completion && source ~/.hart-completion")
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("bash|zsh")
                .type(Shell.class)
                .arity("1")
                .description("The shell.")
                .build());
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    if (flags.parameter(0).orElseThrow() == Shell.ZSH) {
      output.result().println("autoload -U +X compinit && compinit");
      output.result().println("autoload -U +X bashcompinit && bashcompinit");
    }
    output.result().print(AutoComplete.bash("hart", flags.spec().root().commandLine()));
    return ExitCode.DONE;
  }
}
