package io.hartonomous.cli;

import io.hartonomous.engine.EngineOptions;
import io.hartonomous.engine.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/// Which engine a command means, and how one is started.
final class EngineFlags {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h|)");

  private EngineFlags() {}

  /// The last of `names` is the one that a variable can stand for.
  static OptionSpec idle(String... names) {
    return OptionSpec.builder(names)
        .paramLabel("TIME")
        .type(Duration.class)
        .converters(EngineFlags::duration)
        .description(
            "How long the engine waits without a connection before it ends: 90s, 30m, 2h; 0 for"
                + " ever. Default: "
                + EngineOptions.DEFAULT_IDLE.toMinutes()
                + "m.")
        .build();
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches() || matcher.group(2).isEmpty() && !text.equals("0")) {
      throw new TypeConversionException("'" + text + "' is no time; write 90s, 30m, 2h or 0");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }

  static EngineOptions options(Flags flags) {
    return flags.describes("--engine-idle")
        ? EngineOptions.defaults()
            .withIdle(flags.<Duration>value("--engine-idle").orElse(EngineOptions.DEFAULT_IDLE))
        : EngineOptions.defaults();
  }

  /// The engine's folder: `HART_HOME`, else the user's.
  static Path folder(Flags flags) {
    return flags.variable("HART_HOME").map(Path::of).orElseGet(Platform::stateFolder);
  }
}
