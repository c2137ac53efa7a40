package io.hartonomous.engine.catalog;

import io.hartonomous.model.Module;
import io.hartonomous.model.SchemaObject;
import java.util.List;

/// Questions that concern every kind of module.
public final class Modules {
  private Modules() {}

  public static List<Module.Parameter> parameters(SchemaObject object) {
    return switch (object) {
      case Module.Procedure p -> p.parameters();
      case Module.ScalarFunction f -> f.parameters();
      case Module.TableFunction f -> f.parameters();
      default -> List.of();
    };
  }
}
