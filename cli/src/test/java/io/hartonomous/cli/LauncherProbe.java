package io.hartonomous.cli;

import java.util.Arrays;

/// Stands for the tool in [LauncherTest]: prints its arguments and ends with the code that `exit=N`
/// asks for.
final class LauncherProbe {
  private LauncherProbe() {}

  static void main(String[] args) {
    System.out.println(Arrays.toString(args));
    for (var arg : args) {
      if (arg.startsWith("exit=")) {
        System.exit(Integer.parseInt(arg.substring(5)));
      }
    }
  }
}
