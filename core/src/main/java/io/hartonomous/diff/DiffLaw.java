package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.SchemaObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    Map<ObjectKey, SchemaObject> left = seen(reached, before, after, options, collation);
    Map<ObjectKey, SchemaObject> right = seen(expected, before, after, options, collation);
    List<String> broken = new ArrayList<>();
    right.forEach((key, object) -> {
      SchemaObject other = left.remove(key);
      if (other == null) {
        broken.add(key + " would be missing");
      } else if (!other.equals(object)) {
        broken.add(key + " would differ from the source: " + other + " is not " + object);
      }
    });
    left.keySet().forEach(key -> broken.add(key + " would be left over"));
    View view = View.of(collation, after, options);
    if (!view.settings(reached.options()).equals(view.settings(expected.options()))) {
      broken.add("the database options would differ from the source");
    }
    return List.copyOf(broken);
  }

  private static Map<ObjectKey, SchemaObject> seen(
      DatabaseModel model,
      DatabaseModel before,
      DatabaseModel after,
      PublishOptions options,
      Collation collation) {
    // A column without COLLATE has the collation of the database that it comes from; both sides are
    // one database here, so that of the target does for both.
    View view = View.of(collation, before, options);
    Map<ObjectKey, SchemaObject> seen = new LinkedHashMap<>();
    var histories = Histories.names(after, collation);
    for (SchemaObject object : view.model(model).objects()) {
      boolean history =
          object instanceof io.hartonomous.model.Table table && histories.contains(table.name());
      seen.put(
          object.key(),
          history ? Histories.withoutColumns((io.hartonomous.model.Table) object) : object);
    }
    return seen;
  }
}
