package io.hartonomous.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where a command prints, always in UTF-8: `result` is standard output and holds the answer alone,
/// `log` is standard error and holds progress and messages.
///
/// `resultColor`, `logColor`: escape sequences may be used there. `progress`: lines of `log` may be
/// overwritten.
public record Output(
    PrintStream result, PrintStream log, boolean resultColor, boolean logColor, boolean progress) {
  /// The process's own streams.
  ///
  /// `terminals` says which of them are terminals, by their numbers (`12`, `1`, `2` or empty): the
  /// launcher knows, Java can only tell about both at once. Null where no launcher said it.
  public static Output ofProcess(Map<String, String> environment, String terminals) {
    var known =
        terminals != null
            ? terminals
            : System.console() != null && System.console().isTerminal() ? "12" : "";
    // https://no-color.org: set and not empty. In CI a log is a file, whatever it pretends to be.
    var plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    var inCi = isSet(environment.get("CI"));
    return new Output(
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        known.contains("1") && !plain && !inCi,
        known.contains("2") && !plain && !inCi,
        known.contains("2") && !inCi && !"dumb".equals(environment.get("TERM")));
  }

  private static boolean isSet(String value) {
    return value != null && !value.isEmpty() && !value.equals("false") && !value.equals("0");
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
    return new PrintStream(new FileOutputStream(descriptor), autoFlush, StandardCharsets.UTF_8);
  }
}
