package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Annotation;
import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.dacpac.PackageElement.Property;
import io.hartonomous.model.DatabaseModel;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Schemas, sequences, synonyms, partitioning.
final class PlainElements {
  private PlainElements() {}

  static PackageElement of(PlainObject object, DatabaseModel model) {
    return switch (object) {
      case PlainObject.Schema schema -> Schemas.element(schema);
      case PlainObject.Sequence sequence -> sequence(sequence);
      case PlainObject.Synonym synonym -> synonym(synonym, model);
      case PlainObject.AliasType type -> TypeElements.aliasType(type);
      case PlainObject.PartitionFunction function -> partitionFunction(function);
      case PlainObject.PartitionScheme scheme -> partitionScheme(scheme);
      case PlainObject.Filegroup group ->
          PackageElement.named("SqlFilegroup", ObjectName.quote(group.fileGroup()));
      case PlainObject.Other other ->
          throw new IllegalArgumentException(
              "The object "
                  + other.name().quoted()
                  + " ("
                  + other.type()
                  + ") cannot be packaged yet.");
    };
  }

  private static PackageElement sequence(PlainObject.Sequence sequence) {
    PackageElement element = PackageElement.named("SqlSequence", Names.of(sequence.name()));
    element.flag("IsCycling", sequence.cycle());
    sequence
        .cacheSize()
        .ifPresent(size -> {
          if (size == 0) {
            element.property("IsCached", false);
          } else {
            element.property("CacheSize", Integer.toString(size));
          }
        });
    if (sequence.maximum().isPresent()) {
      element.property("HasNoMaxValue", false);
    }
    if (sequence.minimum().isPresent()) {
      element.property("HasNoMinValue", false);
    }
    sequence.minimum().ifPresent(value -> element.property("MinValue", value));
    sequence.maximum().ifPresent(value -> element.property("MaxValue", value));
    sequence.statedIncrement().ifPresent(value -> element.property("Increment", value));
    sequence.statedStart().ifPresent(value -> element.property("StartValue", value));
    Schemas.reference(element, sequence.name());
    sequence.statedType().ifPresent(type -> TypeElements.specify(element, "TypeSpecifier", type));
    return element;
  }

  private static PackageElement synonym(PlainObject.Synonym synonym, DatabaseModel model) {
    PackageElement element = PackageElement.named("SqlSynonym", Names.of(synonym.name()));
    element.script("ForObjectScript", synonym.target());
    List<String> parts = Names.parts(synonym.target());
    Optional<ObjectName> local =
        parts.size() <= 2
            ? Optional.of(new ObjectName(parts.size() == 2 ? parts.get(0) : "dbo", parts.getLast()))
            : Optional.empty();
    Optional<ObjectKind> kind = local.flatMap(name -> targetKind(name, model));
    String annotationName = local.map(ObjectName::quoted).orElseGet(() -> external(parts));
    List<Annotation> annotations = new ArrayList<>();
    // A table is what a synonym most often stands for: the format says so first, wherever it can be
    // one.
    if (kind.isEmpty() || kind.get() == ObjectKind.TABLE) {
      annotations.add(resolvable(annotationName, synonym.target(), true));
    }
    annotations.add(resolvable(annotationName, synonym.target(), false));
    if (kind.isPresent()) {
      element.entry(
          "ForObject",
          new Entry.Reference(
              Optional.of(local.get().quoted()), Optional.empty(), Optional.empty(), annotations));
    } else {
      element.entry("ForObject", new Entry.Unresolved(annotations));
    }
    Schemas.reference(element, synonym.name());
    return element;
  }

  private static Annotation resolvable(String name, String target, boolean table) {
    List<Property> properties = new ArrayList<>();
    if (table) {
      properties.add(new Property("Affinity", "1", false));
    }
    properties.add(
        new Property("TargetTypeStorage", table ? "SqlTable" : "ISqlSynonymTarget", false));
    properties.add(new Property("Length", Integer.toString(target.length()), false));
    properties.add(new Property("Offset", "0", false));
    return new Annotation.Plain("PersistedResolvableAnnotation", Optional.of(name), properties);
  }

  /// `[other]|[dbo].[t]`: the bar parts what is outside this database from what is inside the
  /// other.
  private static String external(List<String> parts) {
    int inside = parts.size() - 2;
    return Names.of(parts.subList(0, inside).toArray(String[]::new))
        + "|"
        + Names.of(parts.subList(inside, parts.size()).toArray(String[]::new));
  }

  private static Optional<ObjectKind> targetKind(ObjectName name, DatabaseModel model) {
    for (ObjectKind kind :
        List.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.PROCEDURE,
            ObjectKind.SCALAR_FUNCTION,
            ObjectKind.TABLE_FUNCTION,
            ObjectKind.SEQUENCE)) {
      if (model.find(ObjectKey.of(kind, name)).isPresent()) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static PackageElement partitionFunction(PlainObject.PartitionFunction function) {
    PackageElement element =
        PackageElement.named("SqlPartitionFunction", ObjectName.quote(function.function()));
    if (function.right()) {
      element.property("Range", "2");
    }
    for (String boundary : function.boundaries()) {
      element.child(
          "BoundaryValues",
          PackageElement.unnamed("SqlPartitionValue").script("ExpressionScript", boundary));
    }
    TypeElements.specify(element, "ParameterType", function.type());
    return element;
  }

  private static PackageElement partitionScheme(PlainObject.PartitionScheme scheme) {
    PackageElement element =
        PackageElement.named("SqlPartitionScheme", ObjectName.quote(scheme.scheme()));
    boolean all = scheme.fileGroups().size() == 1;
    element.flag("IsAllToOneFilegroup", all);
    for (String group : scheme.fileGroups()) {
      PackageElement specifier = PackageElement.unnamed("SqlFilegroupSpecifier");
      Placements.fileGroup(specifier, "Filegroup", group);
      element.child("Filegroups", specifier);
    }
    return element.reference("PartitionFunction", ObjectName.quote(scheme.function()));
  }
}
