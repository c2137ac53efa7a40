package io.hartonomous.plan;

import io.hartonomous.diff.Mentions;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.Module;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Table;
import java.util.HashSet;
import java.util.Set;

/// Dependencies by the two-part names that a definition mentions: enough for tests of the planner,
/// where the binder takes no part.
public final class WordDependencies {
  private WordDependencies() {}

  public static Dependencies of(DatabaseModel model) {
    return key -> {
      Set<ObjectKey> needs = new HashSet<>();
      SchemaObject object = model.find(key).orElse(null);
      for (SchemaObject other : model.objects()) {
        boolean mentioned =
            switch (object) {
              case Module module ->
                  Mentions.object(module.definition(), other.name(), model.collation());
              case Table table ->
                  table.columns().stream()
                      .anyMatch(c ->
                          c.computed().stream()
                              .anyMatch(x ->
                                  Mentions.object(
                                      x.expression(), other.name(), model.collation())));
              case null, default -> false;
            };
        if (mentioned && other != object) {
          needs.add(other.key());
        }
      }
      return needs;
    };
  }
}
