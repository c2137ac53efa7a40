package io.hartonomous.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.hartonomous.diagnostics.Renderer;
import io.hartonomous.project.SqlFiles;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.ParseResult;
import io.hartonomous.syntax.Parser;
import io.hartonomous.syntax.print.FormatOptions;
import io.hartonomous.syntax.print.FormatOptions.KeywordCase;
import io.hartonomous.syntax.print.Formatter;
import io.hartonomous.text.Decoding;
import io.hartonomous.text.NotTextException;
import io.hartonomous.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `hart format`: T-SQL files in the house style. A file with a syntax error is left as it is.
final class FormatCommand implements Verb {
  private static final String CHECK = "--check";
  private static final String DIFF = "--diff";
  private static final String SQLCMD = "--sqlcmd";
  private static final String KEYWORDS = "--keywords";
  private static final String INDENT = "--indent";
  private static final String WIDTH = "--width";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        describe(
            "Writes T-SQL files in one style: line ends, blanks, the case of keywords. What a file"
                + " means stays the same, comments stay in place.",
            "  hart format src                   every *.sql below a folder",
            "  hart format --check src           exit 1 if a file would change",
            "  hart format --diff query.sql      what would change",
            "  hart format --keywords lower --indent 2 query.sql");
    ParseCommand.paths(spec);
    spec.addOption(RequestFlags.flag(CHECK, "Write nothing; exit 1 if a file would change."));
    spec.addOption(RequestFlags.flag(DIFF, "Write nothing; print what would change."));
    spec.addOption(
        RequestFlags.flag(SQLCMD, "Read sqlcmd's lines, $(Variable) and GO with a count."));
    spec.addOption(
        OptionSpec.builder(KEYWORDS)
            .paramLabel("CASE")
            .type(KeywordCase.class)
            .defaultValue("upper")
            .description("upper, lower or keep. Default: upper.")
            .build());
    spec.addOption(number(INDENT, "Blanks a level, 1 to 16. Default: 4.", "4"));
    return spec.addOption(number(WIDTH, "Columns of a line, 40 to 400. Default: 100.", "100"));
  }

  private static OptionSpec number(String name, String description, String value) {
    return OptionSpec.builder(name)
        .paramLabel("N")
        .type(int.class)
        .defaultValue(value)
        .description(description)
        .build();
  }

  /// What became of the files.
  private static final class Counts {
    int changed;
    int same;
    int refused;
  }

  @Override
  public ExitCode run(Flags flags, Output output) {
    FormatOptions style = style(flags);
    ParseOptions options = flags.isSet(SQLCMD) ? ParseOptions.SCRIPT : ParseOptions.DEFAULT;
    Counts counts = new Counts();
    boolean write = !flags.isSet(CHECK) && !flags.isSet(DIFF);
    for (Path file : files(flags.<List<Path>>parameter(0).orElseThrow())) {
      format(file, options, style, write, flags.isSet(DIFF), counts, output);
    }
    output
        .log()
        .println(
            Words.count(counts.changed, "file")
                + (write ? " formatted, " : " would change, ")
                + counts.same
                + " left as they are"
                + (counts.refused == 0
                    ? ""
                    : ", " + counts.refused + " refused for syntax errors"));
    boolean findings = counts.refused > 0 || flags.isSet(CHECK) && counts.changed > 0;
    return findings ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private static FormatOptions style(Flags flags) {
    try {
      return new FormatOptions(
          flags.<KeywordCase>value(KEYWORDS).orElseThrow(),
          flags.<Integer>value(INDENT).orElseThrow(),
          flags.<Integer>value(WIDTH).orElseThrow());
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "--" + e.getMessage(), e);
    }
  }

  private static List<Path> files(List<Path> paths) {
    try {
      return SqlFiles.of(paths);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "There is no file or folder " + e.getFile(), e);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "Files cannot be read: " + e.getMessage(), e);
    }
  }

  private static void format(
      Path file,
      ParseOptions options,
      FormatOptions style,
      boolean write,
      boolean diff,
      Counts counts,
      Output output) {
    try {
      Decoding.Decoded read = Decoding.read(Files.readAllBytes(file));
      SourceFile source = SqlFiles.source(file, read.text());
      Optional<String> formatted = Formatter.format(source, options, style);
      if (formatted.isEmpty()) {
        ParseResult parsed = Parser.parse(source, options);
        output.log().print(Renderer.msbuild().render(parsed.diagnostics()));
        counts.refused++;
      } else if (formatted.get().equals(read.text())) {
        counts.same++;
      } else {
        counts.changed++;
        if (diff) {
          output.result().print(difference(source, formatted.get()));
        } else if (!write) {
          output.result().println(source.path());
        }
        if (write) {
          replace(file, read.encode(formatted.get()).orElseThrow());
        }
      }
    } catch (NotTextException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, file + " " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, file + " cannot be read or written: " + e.getMessage(), e);
    }
  }

  private static String difference(SourceFile source, String formatted) {
    List<String> before = source.text().lines().toList();
    List<String> after = formatted.lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + source.path(), "b/" + source.path(), before, DiffUtils.diff(before, after), 3);
    // Only line ends or the end of the file differ.
    return lines.isEmpty()
        ? "line ends of " + source.path() + "\n"
        : String.join("\n", lines) + "\n";
  }

  /// All or nothing: the file is never half written.
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path target = file.toRealPath();
    Path made = Files.createTempFile(target.getParent(), ".hart-", ".tmp");
    try {
      Files.write(made, bytes);
      if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(target));
      }
      Files.move(made, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
