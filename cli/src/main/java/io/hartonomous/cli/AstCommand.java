package io.hartonomous.cli;

import io.hartonomous.diagnostics.Renderer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.TreeDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `hart ast`: the tree of one T-SQL file.
final class AstCommand implements Verb {
  private static final String SQLCMD = "--sqlcmd";

  @Override
  public CommandSpec spec() {
    return describe(
            "Prints the syntax tree of a T-SQL file: a node a line, indented by its depth.",
            "  hart ast script.sql            the tree, errors on standard error",
            "  hart ast deploy.sql --sqlcmd   with :r, :setvar, $(Variable) and GO 5")
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("FILE")
                .type(Path.class)
                .arity("1")
                .description("The T-SQL file.")
                .build())
        .addOption(
            RequestFlags.flag(SQLCMD, "Read sqlcmd's lines, $(Variable) and GO with a count."));
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    Path file = flags.<Path>parameter(0).orElseThrow();
    if (Files.isDirectory(file)) {
      throw new CommandFailure(ExitCode.USAGE, file + " is a folder; name one file.");
    }
    List<ParseResult> results =
        ParseCommand.parse(
            List.of(file), flags.isSet(SQLCMD) ? ParseOptions.SCRIPT : ParseOptions.DEFAULT);
    ParseResult result = results.getFirst();
    output.result().print(TreeDump.dump(result.script()));
    if (result.diagnostics().isEmpty()) {
      return ExitCode.DONE;
    }
    output
        .log()
        .print(
            Renderer.pretty(ParseCommand.sources(results), output.logColor())
                .render(result.diagnostics()));
    return ExitCode.FINDINGS;
  }
}
