package io.hartonomous.pipeline;

import io.hartonomous.bind.BoundModule;
import io.hartonomous.bind.Dependency;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint.Check;
import io.hartonomous.plan.Dependencies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which objects of a model need which others, from what the binder found in their texts.
final class ModelDependencies {
  private static final Set<ObjectKind> NAMED =
      Set.of(
          ObjectKind.TABLE,
          ObjectKind.VIEW,
          ObjectKind.PROCEDURE,
          ObjectKind.SCALAR_FUNCTION,
          ObjectKind.TABLE_FUNCTION,
          ObjectKind.SEQUENCE,
          ObjectKind.SYNONYM,
          ObjectKind.ALIAS_TYPE,
          ObjectKind.TABLE_TYPE,
          ObjectKind.XML_SCHEMA_COLLECTION);

  private ModelDependencies() {}

  /// `modules` gives the bound form of a module, `expressions` what an expression of a table uses.
  static Dependencies of(
      DatabaseModel model,
      Function<ObjectKey, Optional<BoundModule>> modules,
      BiFunction<ObjectKey, SqlText, List<Dependency>> expressions) {
    // A type and a table may share a name: who uses it is taken to need both.
    Map<ObjectName, List<ObjectKey>> byName = new HashMap<>();
    for (SchemaObject object : model.objects()) {
      if (NAMED.contains(object.kind())) {
        byName
            .computeIfAbsent(model.collation().key(object.name()), _ -> new ArrayList<>())
            .add(object.key());
      }
    }
    Map<ObjectKey, Set<ObjectKey>> needs = new HashMap<>();
    for (SchemaObject object : model.objects()) {
      Stream<Dependency> found =
          switch (object) {
            case Module module ->
                modules.apply(module.key()).stream()
                    .flatMap(bound -> bound.dependencies().stream());
            case Table table ->
                texts(table).flatMap(text -> expressions.apply(table.key(), text).stream());
            default -> Stream.empty();
          };
      Set<ObjectKey> keys = new LinkedHashSet<>();
      found
          .filter(dependency -> dependency.parts().size() >= 2)
          .filter(dependency -> dependency.kind() != Dependency.Kind.DYNAMIC)
          .map(dependency -> new ObjectName(dependency.parts().get(0), dependency.parts().get(1)))
          .flatMap(name -> byName.getOrDefault(model.collation().key(name), List.of()).stream())
          .filter(key -> !key.equals(object.key()))
          .forEach(keys::add);
      if (!keys.isEmpty()) {
        needs.put(object.key(), keys);
      }
    }
    return Dependencies.ofMap(needs, model.collation());
  }

  /// The expressions of a table that may call functions and sequences.
  private static Stream<SqlText> texts(Table table) {
    Stream<SqlText> columns =
        table.columns().stream()
            .flatMap(column ->
                Stream.concat(
                    column.computed().stream().map(computed -> computed.expression()),
                    column.defaultConstraint().stream().map(constraint -> constraint.value())));
    Stream<SqlText> checks =
        table.constraints().stream()
            .filter(Check.class::isInstance)
            .map(constraint -> ((Check) constraint).condition());
    return Stream.concat(columns, checks);
  }
}
