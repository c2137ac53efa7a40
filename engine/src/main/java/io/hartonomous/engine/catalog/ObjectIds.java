package io.hartonomous.engine.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The numbers inside one object that must outlive a change of it: column ids, object ids of
/// constraints, index ids; keys are folded names.
///
/// `systemNamed` are the folded names of constraints that the server named. `lastColumn` is the
/// highest column id ever given.
public record ObjectIds(
    Map<String, Integer> columns,
    Map<String, Integer> constraints,
    Map<String, Integer> indexes,
    List<String> systemNamed,
    int lastColumn) {
  public ObjectIds {
    columns = new TreeMap<>(columns);
    constraints = new TreeMap<>(constraints);
    indexes = new TreeMap<>(indexes);
    systemNamed = new ArrayList<>(systemNamed);
  }

  public static final ObjectIds NONE = new ObjectIds(Map.of(), Map.of(), Map.of(), List.of(), 0);
}
