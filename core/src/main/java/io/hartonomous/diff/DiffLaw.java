package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The law of every plan: `apply(changes, before) == expected(before, after, options)`, both seen
/// through what the options ignore.
public final class DiffLaw {
  private DiffLaw() {}

  /// What breaks the law, one sentence a finding; empty where it holds. Pure; a finding is a defect
  /// of this tool, not of the user's project.
  public static List<String> violations(
      List<Change> changes, DatabaseModel before, DatabaseModel after, PublishOptions options) {
    Collation collation = after.collation();
    List<Change> renames =
        changes.stream()
            .filter(c ->
                c instanceof Change.RenameObject
                    || c instanceof Change.RenameColumn
                    || c instanceof Change.RenameConstraint)
            .toList();
    DatabaseModel start = Histories.without(Changes.apply(renames, before), after);
    DatabaseModel reached;
    try {
      reached = Changes.apply(changes.stream().filter(c -> !renames.contains(c)).toList(), start);
    } catch (IllegalStateException e) {
      return List.of("the changes do not fit the target: " + e.getMessage());
    }
    DatabaseModel expected = Expected.of(start, after, options);
    // A column without COLLATE has the collation of the database that it comes from; both sides are
    // one database here, so that of the target does for both.
    View seen = View.of(collation, before, options);
    Set<ObjectName> histories = Histories.names(after, collation);
    Map<ObjectKey, SchemaObject> left = objects(reached, seen, histories);
    Map<ObjectKey, SchemaObject> right = objects(expected, seen, histories);
    List<String> broken = new ArrayList<>();
    right.forEach((key, object) -> {
      SchemaObject other = left.remove(key);
      if (other == null) {
        broken.add(key + " would be missing");
      } else if (!seen.same(other, seen, object)) {
        broken.add(
            key
                + " would differ from the source in "
                + difference(seen.object(other), seen.object(object)));
      }
    });
    left.keySet().forEach(key -> broken.add(key + " would be left over"));
    View view = View.of(collation, after, options);
    if (!view.settings(reached.options()).equals(view.settings(expected.options()))) {
      broken.add("the database options would differ from the source");
    }
    return List.copyOf(broken);
  }

  /// What tells two objects apart, as short as can be.
  private static String difference(SchemaObject reached, SchemaObject expected) {
    if (!(reached instanceof Table a) || !(expected instanceof Table b)) {
      return "being " + reached + " instead of " + expected;
    }
    List<String> parts = new ArrayList<>();
    part(parts, "columns", a.columns(), b.columns());
    part(parts, "constraints", a.constraints(), b.constraints());
    part(parts, "indexes", a.indexes(), b.indexes());
    part(parts, "options", List.of(a.options()), List.of(b.options()));
    return String.join(", ", parts);
  }

  private static void part(List<String> parts, String name, List<?> reached, List<?> expected) {
    if (!reached.equals(expected)) {
      List<Object> extra = new ArrayList<>(reached);
      extra.removeAll(expected);
      List<Object> missing = new ArrayList<>(expected);
      missing.removeAll(reached);
      parts.add(
          name
              + (extra.isEmpty() && missing.isEmpty()
                  ? " (order)"
                  : " " + extra + " instead of " + missing));
    }
  }

  private static Map<ObjectKey, SchemaObject> objects(
      DatabaseModel model, View view, Set<ObjectName> histories) {
    Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
    for (SchemaObject object : model.objects()) {
      if (view.sees(object)) {
        boolean history =
            object instanceof Table table && histories.contains(view.collation().key(table.name()));
        objects.put(
            object.key().folded(view.collation()),
            history ? Histories.withoutColumns((Table) object) : object);
      }
    }
    return objects;
  }
}
