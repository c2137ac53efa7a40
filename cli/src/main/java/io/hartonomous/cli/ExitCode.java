package io.hartonomous.cli;

/// Every way in which a command can end, as the number that the process gives back.
///
/// 64, 65, 69 and 78 are those of BSD's `sysexits.h`.
public enum ExitCode {
  DONE(0, "done"),
  FINDINGS(1, "findings or differences, such as errors of a build or failed tests"),
  TOOL_FAILED(2, "the tool itself failed"),
  BLOCKED(3, "blocked: by a step that may lose data, or by another deployment"),
  UNDONE(4, "the deployment failed and was undone"),
  NEEDS_ATTENTION(5, "the deployment or a step after it failed; its state needs attention"),
  USAGE(64, "wrong use: an unknown command, flag or environment"),
  BAD_INPUT(65, "bad input, such as a corrupt package"),
  UNAVAILABLE(69, "the target does not answer or refuses the login, or the tool cannot be built"),
  CONFIGURATION(78, "the configuration is wrong or incomplete");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }
}
