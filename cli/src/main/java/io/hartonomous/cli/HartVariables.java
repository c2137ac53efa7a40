package io.hartonomous.cli;

import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Gives every flag its environment variable: `--skip-tests` is `HART_SKIP_TESTS`. A flag that is
/// typed wins.
record HartVariables(Map<String, String> environment) implements IDefaultValueProvider {
  @Override
  public String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()) {
      return environment.get(variable(option.longestName()));
    }
    return null;
  }

  static String variable(String flag) {
    return "HART_" + flag.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
