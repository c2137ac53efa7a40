package io.hartonomous.dacpac;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// One `Element` of `model.xml`, while it is being put together or after it was read.
///
/// Shape: properties in the order in which they were added (the format has one order per type),
/// relationships sorted by name, annotations last.
final class PackageElement {
  static final String BUILT_IN = "BuiltIns";

  private final String type;
  private final Optional<String> name;
  private Optional<String> disambiguator = Optional.empty();
  private final List<Property> properties = new ArrayList<>();
  private final Map<String, List<Entry>> relationships = new TreeMap<>();
  private final List<Annotation> annotations = new ArrayList<>();

  PackageElement(String type, Optional<String> name) {
    this.type = type;
    this.name = name;
  }

  static PackageElement named(String type, String name) {
    return new PackageElement(type, Optional.of(name));
  }

  static PackageElement unnamed(String type) {
    return new PackageElement(type, Optional.empty());
  }

  /// `script`: the value stands in a CDATA section of its own and not in an attribute.
  record Property(String name, String value, boolean script) {}

  /// What a relationship points to: an element inside, or an element elsewhere. `type` of a
  /// reference is there where the name alone could be two things (the schema dbo and the user dbo).
  sealed interface Entry {
    record Child(PackageElement element) implements Entry {}

    record Reference(
        Optional<String> name,
        Optional<String> externalSource,
        Optional<String> disambiguator,
        Optional<String> type,
        List<Annotation> annotations)
        implements Entry {
      Reference(
          Optional<String> name,
          Optional<String> externalSource,
          Optional<String> disambiguator,
          List<Annotation> annotations) {
        this(name, externalSource, disambiguator, Optional.empty(), annotations);
      }

      public Reference {
        annotations = List.copyOf(annotations);
      }
    }

    /// A target that could not be found when the package was made: only annotations say what it
    /// was.
    record Unresolved(List<Annotation> annotations) implements Entry {
      public Unresolved {
        annotations = List.copyOf(annotations);
      }
    }
  }

  /// A note on an element. An [InlineLink] ties a constraint to the table or column in whose
  /// definition it was written: the writer gives both ends one number.
  sealed interface Annotation {
    record Plain(String type, Optional<String> name, List<Property> properties)
        implements Annotation {
      public Plain {
        properties = List.copyOf(properties);
      }
    }

    /// Compared by identity: the two ends share one object.
    final class InlineLink implements Annotation {
      private final String type;

      InlineLink(String type) {
        this.type = type;
      }

      String type() {
        return type;
      }
    }

    /// An end of an inline link as it was read.
    record Attached(String disambiguator) implements Annotation {}
  }

  PackageElement property(String property, String value) {
    properties.add(new Property(property, value, false));
    return this;
  }

  PackageElement property(String property, boolean value) {
    return property(property, value ? "True" : "False");
  }

  /// Adds the property only where it is true: false is what the format takes for granted.
  PackageElement flag(String property, boolean value) {
    return value ? property(property, true) : this;
  }

  PackageElement script(String property, String value) {
    properties.add(new Property(property, value, true));
    return this;
  }

  PackageElement child(String relationship, PackageElement element) {
    relationships
        .computeIfAbsent(relationship, _ -> new ArrayList<>())
        .add(new Entry.Child(element));
    return this;
  }

  PackageElement reference(String relationship, String target) {
    return entry(
        relationship,
        new Entry.Reference(Optional.of(target), Optional.empty(), Optional.empty(), List.of()));
  }

  PackageElement builtIn(String relationship, String target) {
    return entry(
        relationship,
        new Entry.Reference(
            Optional.of(target), Optional.of(BUILT_IN), Optional.empty(), List.of()));
  }

  /// A reference to a built-in element that another kind of element has the name of too.
  PackageElement builtIn(String relationship, String target, String type) {
    return entry(
        relationship,
        new Entry.Reference(
            Optional.of(target),
            Optional.of(BUILT_IN),
            Optional.empty(),
            Optional.of(type),
            List.of()));
  }

  PackageElement entry(String relationship, Entry entry) {
    relationships.computeIfAbsent(relationship, _ -> new ArrayList<>()).add(entry);
    return this;
  }

  PackageElement annotate(Annotation annotation) {
    annotations.add(annotation);
    return this;
  }

  PackageElement disambiguator(String number) {
    disambiguator = Optional.of(number);
    return this;
  }

  String type() {
    return type;
  }

  Optional<String> name() {
    return name;
  }

  Optional<String> disambiguator() {
    return disambiguator;
  }

  List<Property> properties() {
    return Collections.unmodifiableList(properties);
  }

  Map<String, List<Entry>> relationships() {
    return Collections.unmodifiableMap(relationships);
  }

  List<Annotation> annotations() {
    return Collections.unmodifiableList(annotations);
  }

  Optional<String> value(String property) {
    return properties.stream()
        .filter(p -> p.name().equals(property))
        .map(Property::value)
        .findFirst();
  }

  boolean isTrue(String property) {
    return value(property).map("True"::equals).orElse(false);
  }

  boolean isTrue(String property, boolean otherwise) {
    return value(property).map("True"::equals).orElse(otherwise);
  }

  /// All elements inside this one, of every relationship.
  List<PackageElement> children() {
    return relationships.keySet().stream().flatMap(name -> children(name).stream()).toList();
  }

  void replaceEntries(UnaryOperator<Entry> change) {
    relationships.values().forEach(entries -> entries.replaceAll(change));
  }

  List<PackageElement> children(String relationship) {
    return relationships.getOrDefault(relationship, List.of()).stream()
        .filter(Entry.Child.class::isInstance)
        .map(entry -> ((Entry.Child) entry).element())
        .toList();
  }

  Optional<PackageElement> child(String relationship) {
    return children(relationship).stream().findFirst();
  }

  /// The names of the elements that a relationship points to.
  List<String> references(String relationship) {
    return relationships.getOrDefault(relationship, List.of()).stream()
        .filter(Entry.Reference.class::isInstance)
        .flatMap(entry -> ((Entry.Reference) entry).name().stream())
        .toList();
  }

  Optional<String> reference(String relationship) {
    return references(relationship).stream().findFirst();
  }

  Optional<Annotation.Plain> annotation(String annotationType) {
    return annotations.stream()
        .filter(a -> a instanceof Annotation.Plain plain && plain.type().equals(annotationType))
        .map(Annotation.Plain.class::cast)
        .findFirst();
  }

  @Override
  public String toString() {
    return type + " " + name.orElse("(unnamed)");
  }
}
