package io.hartonomous.cli;

import io.hartonomous.diagnostics.Diagnostic;
import io.hartonomous.diagnostics.Renderer;
import io.hartonomous.project.SqlFiles;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `hart parse`: syntax errors of T-SQL files, without a project.
final class ParseCommand implements Verb {
  private static final String SQLCMD = "--sqlcmd";
  private static final String STATS = "--stats";
  private static final String PRETTY = "pretty";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Reads T-SQL files and says what is no T-SQL in them. Nothing is bound: names may be"
                + " anything.",
            "  hart parse script.sql             one file",
            "  hart parse src --stats            every *.sql below a folder, and how many",
            "  hart parse deploy.sql --sqlcmd    with :r, :setvar, $(Variable) and GO 5",
            "  hart parse src --format msbuild   path(line,col): error SQL46010: text");
    paths(spec);
    spec.addOption(
        RequestFlags.flag(SQLCMD, "Read sqlcmd's lines, $(Variable) and GO with a count."));
    spec.addOption(
        RequestFlags.flag(
            STATS, "Tell files, characters, tokens, errors, milliseconds (on standard error)."));
    return RequestFlags.format(spec, PRETTY, "msbuild", "json", "markdown");
  }

  static CommandSpec paths(CommandSpec spec) {
    return spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .arity("1..*")
            .required(true)
            .description("T-SQL files, and folders of *.sql files.")
            .build());
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    String format = RequestFlags.format(flags);
    long start = System.nanoTime();
    List<ParseResult> results =
        parse(
            flags.<List<Path>>parameter(0).orElseThrow(),
            flags.isSet(SQLCMD) ? ParseOptions.SCRIPT : ParseOptions.DEFAULT);
    List<Diagnostic> found =
        results.stream().flatMap(result -> result.diagnostics().stream()).toList();
    Renderer renderer =
        switch (format) {
          case "msbuild" -> Renderer.msbuild();
          case "json" -> Renderer.json();
          case "markdown" -> Renderer.markdown();
          default -> Renderer.pretty(sources(results), output.resultColor());
        };
    output.result().print(renderer.render(found));
    if (format.equals(PRETTY)) {
      output
          .result()
          .println(Words.count(results.size(), "file") + ", " + Words.count(found.size(), "error"));
    }
    if (flags.isSet(STATS)) {
      output.log().println(statistics(results, found.size(), System.nanoTime() - start));
    }
    return found.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  /// Reads all files that `paths` name, several at once, in their order.
  static List<ParseResult> parse(List<Path> paths, ParseOptions options) {
    try {
      return SqlFiles.of(paths).parallelStream().map(file -> parse(file, options)).toList();
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "There is no file or folder " + e.getFile());
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "Files cannot be read: " + e.getMessage(), e);
    }
  }

  private static ParseResult parse(Path file, ParseOptions options) {
    try {
      return Parser.parse(SqlFiles.read(file), options);
    } catch (NotTextException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, file + " " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Function<String, Optional<SourceFile>> sources(List<ParseResult> results) {
    Map<String, SourceFile> files =
        results.stream()
            .map(ParseResult::source)
            .collect(Collectors.toMap(SourceFile::path, file -> file, (first, _) -> first));
    return path -> Optional.ofNullable(files.get(path));
  }

  private static String statistics(List<ParseResult> results, int errors, long nanos) {
    long characters = results.stream().mapToLong(r -> r.source().text().length()).sum();
    // The end of a file is no token of it.
    long tokens = results.stream().mapToLong(r -> r.tokens().size() - 1L).sum();
    return "files=%d characters=%d tokens=%d errors=%d milliseconds=%d"
        .formatted(results.size(), characters, tokens, errors, nanos / 1_000_000);
  }
}
