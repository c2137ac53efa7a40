package io.hartonomous.diff;

import io.hartonomous.model.ObjectKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The values of the publish options of one run: what a plan ignores, keeps and drops.
///
/// `excluded` kinds take no part in the comparison (ExcludeObjectTypes); `notDropped` kinds stay in
/// the target even where objects that the source lacks are dropped (DoNotDropObjectTypes).
public final class PublishOptions {
  public static final PublishOptions DEFAULT =
      new PublishOptions(new EnumMap<>(PublishOption.class), Set.of(), Set.of());

  private final Map<PublishOption, Boolean> values;
  private final Set<ObjectKind> excluded;
  private final Set<ObjectKind> notDropped;

  private PublishOptions(
      Map<PublishOption, Boolean> values, Set<ObjectKind> excluded, Set<ObjectKind> notDropped) {
    this.values = values;
    this.excluded = excluded;
    this.notDropped = notDropped;
  }

  /// Reads options by the reference's names. Values are `True` and `False` in any case, or names of
  /// object types divided by `;`. Errors: [UnsupportedOptionException] for a name that the
  /// reference does not have, a value that is none, or an option without effect here.
  public static PublishOptions of(Map<String, String> byName) {
    Map<PublishOption, Boolean> values = new EnumMap<>(PublishOption.class);
    Set<ObjectKind> excluded = Set.of();
    Set<ObjectKind> notDropped = Set.of();
    for (Map.Entry<String, String> entry : new TreeMap<>(byName).entrySet()) {
      String name = entry.getKey();
      String value = entry.getValue();
      switch (name) {
        case "ExcludeObjectTypes" -> excluded = ObjectTypes.kinds(name, value);
        case "DoNotDropObjectTypes" -> notDropped = ObjectTypes.kinds(name, value);
        default -> option(values, name, value);
      }
    }
    return new PublishOptions(values, excluded, notDropped);
  }

  private static void option(Map<PublishOption, Boolean> values, String name, String value) {
    PublishOption option = PublishOption.named(name).orElse(null);
    if (option != null) {
      values.put(option, truth(name, value));
      return;
    }
    FixedOption fixed =
        FixedOption.named(name)
            .orElseThrow(() ->
                new UnsupportedOptionException(
                    name, "this publish option is not known, or has no effect in this version"));
    if (!fixed.value().equalsIgnoreCase(value)) {
      throw new UnsupportedOptionException(
          name, "only the value " + fixed.value() + " is supported, not " + value);
    }
  }

  private static boolean truth(String name, String value) {
    if (value.equalsIgnoreCase("true")) {
      return true;
    }
    if (value.equalsIgnoreCase("false")) {
      return false;
    }
    throw new UnsupportedOptionException(name, "the value must be True or False, not " + value);
  }

  public boolean is(PublishOption option) {
    return values.getOrDefault(option, option.defaultValue());
  }

  /// These options with another value for one of them.
  public PublishOptions with(PublishOption option, boolean value) {
    Map<PublishOption, Boolean> changed = new EnumMap<>(PublishOption.class);
    changed.putAll(values);
    changed.put(option, value);
    return new PublishOptions(changed, excluded, notDropped);
  }

  public Set<ObjectKind> excluded() {
    return excluded;
  }

  public Set<ObjectKind> notDropped() {
    return notDropped;
  }

  /// The options that differ from the defaults, by name.
  public Map<String, Boolean> changed() {
    Map<String, Boolean> changed = new TreeMap<>();
    values.forEach((option, value) -> {
      if (value != option.defaultValue()) {
        changed.put(option.optionName(), value);
      }
    });
    return Collections.unmodifiableMap(changed);
  }

  static Set<ObjectKind> copy(Set<ObjectKind> kinds) {
    return kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
  }
}
