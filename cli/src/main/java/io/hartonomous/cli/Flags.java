package io.hartonomous.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// What was typed for one command, or stood in a variable, or is the default. Names are those of
/// the command's specification; one that is not there is a mistake of the tool.
///
/// `environment` are the variables of the process, for what is no flag.
public record Flags(CommandSpec spec, Map<String, String> environment) {
  public Flags {
    environment = Map.copyOf(environment);
  }

  /// A variable that is set and not empty.
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /// Whether the command has such a flag at all.
  public boolean describes(String flag) {
    return spec.findOption(flag) != null;
  }

  /// The value of a flag, of the type that its specification names.
  public <T> Optional<T> value(String flag) {
    return Optional.ofNullable(option(flag).getValue());
  }

  /// The values of a flag that may be given several times.
  public <T> List<T> values(String flag) {
    return this.<List<T>>value(flag).map(List::copyOf).orElse(List.of());
  }

  /// Whether a flag without a value was given.
  public boolean isSet(String flag) {
    return Boolean.TRUE.equals(option(flag).getValue());
  }

  /// The parameter at a position, from 0 on.
  public <T> Optional<T> parameter(int position) {
    return Optional.ofNullable(spec.positionalParameters().get(position).getValue());
  }

  private ArgSpec option(String flag) {
    var option = spec.findOption(flag);
    if (option == null) {
      throw new IllegalArgumentException(spec.qualifiedName() + " describes no " + flag);
    }
    return option;
  }
}
