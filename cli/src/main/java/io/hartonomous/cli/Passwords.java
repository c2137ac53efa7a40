package io.hartonomous.cli;

import io.hartonomous.secrets.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// Where the password of a login comes from. Never from an argument: every user of a machine sees
/// those.
final class Passwords {
  private static final String FILE = "--password-file";
  private static final String STANDARD_INPUT = "--password-stdin";
  private static final String VARIABLE = "HART_PASSWORD";

  private Passwords() {}

  static void describe(CommandSpec spec) {
    spec.addOption(
            RequestFlags.text(FILE, "FILE", "A file with the password. Or set " + VARIABLE + ".")
                .build())
        .addOption(RequestFlags.flag(STANDARD_INPUT, "Read the password from standard input."));
  }

  /// The password: the first line of the file or of standard input, else the variable.
  static Secret read(Flags flags) {
    Optional<String> file = RequestFlags.text(flags, FILE);
    if (file.isPresent() && flags.isSet(STANDARD_INPUT)) {
      throw new CommandFailure(
          ExitCode.USAGE, "Give either " + FILE + " or " + STANDARD_INPUT + ".");
    }
    Secret password =
        file.isPresent()
            ? ofFile(Path.of(file.get()))
            : flags.isSet(STANDARD_INPUT)
                ? ofStandardInput()
                : Secret.of(flags.variable(VARIABLE).orElse(""));
    if (password.isEmpty()) {
      throw new CommandFailure(
          ExitCode.CONFIGURATION,
          "The login has no password. Set "
              + VARIABLE
              + ", or give "
              + FILE
              + " or "
              + STANDARD_INPUT
              + ".");
    }
    return password;
  }

  private static Secret ofFile(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return firstLine(reader);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CONFIGURATION, "The password file " + file + " cannot be read.", e);
    }
  }

  private static Secret ofStandardInput() {
    try {
      // Not closed: it belongs to the process.
      return firstLine(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.CONFIGURATION, "No password can be read from standard input.", e);
    }
  }

  private static Secret firstLine(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    return Secret.of(line == null ? "" : line);
  }
}
