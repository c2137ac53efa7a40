package io.hartonomous.dacpac;

import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Module;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType.Base;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Numbers for elements whose name another element has too. A table-valued parameter is one: its
/// rows are a dynamic object of the same name.
record Disambiguators(Map<String, String> numbers, int next) {
  Disambiguators {
    numbers = Map.copyOf(numbers);
  }

  /// `first` is the first number that is free.
  static Disambiguators of(DatabaseModel model, int first) {
    Map<String, String> numbers = new HashMap<>();
    int next = first;
    for (Module module : model.all(Module.class).toList()) {
      for (Parameter parameter : parameters(module)) {
        if (parameter.type().base() == Base.TABLE) {
          numbers.put(name(module.name(), parameter), Integer.toString(next++));
        }
      }
    }
    return new Disambiguators(numbers, next);
  }

  private static List<Parameter> parameters(Module module) {
    return switch (module) {
      case Module.Procedure procedure -> procedure.parameters();
      case Module.ScalarFunction function -> function.parameters();
      case Module.TableFunction function -> function.parameters();
      case Module.View _, Module.Trigger _, Module.DatabaseTrigger _ -> List.of();
    };
  }

  private static String name(ObjectName owner, Parameter parameter) {
    return Names.of(owner, parameter.name());
  }

  Optional<String> of(String elementName) {
    return Optional.ofNullable(numbers.get(elementName));
  }
}
