package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.model.Collation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Numbers for columns that an index of their table has the name of: both are `[s].[t].[name]`, and
/// the number on the column and on what refers to it tells them apart.
final class SharedNames {
  private static final Set<String> INDEXES = Set.of("SqlIndex", "SqlColumnStoreIndex");

  private final Collation collation;
  private final Map<String, String> numbers = new HashMap<>();

  private SharedNames(Collation collation) {
    this.collation = collation;
  }

  /// Puts the numbers on; gives the first one that is free after it.
  static int number(List<PackageElement> elements, Collation collation, int first) {
    SharedNames shared = new SharedNames(collation);
    int next = shared.columns(elements, first);
    if (next > first) {
      elements.forEach(shared::references);
    }
    return next;
  }

  private int columns(List<PackageElement> elements, int first) {
    Set<String> indexes = new HashSet<>();
    for (PackageElement element : elements) {
      if (INDEXES.contains(element.type())) {
        element.name().map(collation::key).ifPresent(indexes::add);
      }
      element
          .children("Indexes")
          .forEach(index -> index.name().map(collation::key).ifPresent(indexes::add));
    }
    int next = first;
    for (PackageElement element : elements) {
      for (PackageElement column : element.children("Columns")) {
        Optional<String> name = column.name().map(collation::key).filter(indexes::contains);
        if (name.isPresent()) {
          String number = Integer.toString(next++);
          column.disambiguator(number);
          numbers.put(name.get(), number);
        }
      }
    }
    return next;
  }

  private void references(PackageElement element) {
    element.children().forEach(this::references);
    // The property of an index hangs on the index.
    boolean ofIndex =
        element.type().equals("SqlExtendedProperty")
            && element.name().filter(name -> name.startsWith("[SqlColumn]")).isEmpty();
    if (!ofIndex) {
      element.replaceEntries(this::numbered);
    }
  }

  private Entry numbered(Entry entry) {
    if (!(entry instanceof Entry.Reference reference)
        || reference.name().isEmpty()
        || reference.disambiguator().isPresent()
        || reference.externalSource().isPresent()) {
      return entry;
    }
    String number = numbers.get(collation.key(reference.name().get()));
    return number == null
        ? entry
        : new Entry.Reference(
            reference.name(),
            reference.externalSource(),
            Optional.of(number),
            reference.type(),
            reference.annotations());
  }
}
