package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.ExtendedProperty.Level;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import java.util.List;
import java.util.Optional;

/// Extended properties. The format names the host by the kind of its element and its name.
final class ExtendedPropertyElements {
  private ExtendedPropertyElements() {}

  static PackageElement of(ExtendedProperty property) {
    String host = host(property);
    String kind = kind(property);
    PackageElement element =
        PackageElement.named(
            "SqlExtendedProperty",
            "["
                + kind
                + "]"
                + (host.isEmpty() ? "" : "." + host)
                + "."
                + ObjectName.quote(property.property()));
    element.script("Value", property.value().text());
    if (host.isEmpty()) {
      element.entry(
          "Host",
          new Entry.Reference(
              Optional.empty(),
              Optional.empty(),
              Optional.of(SecurityElements.DATABASE),
              List.of()));
    } else if (kind.equals("SqlSchema")) {
      Schemas.schema(element, "Host", property.level0().orElseThrow().name());
    } else {
      element.reference("Host", host);
    }
    return element;
  }

  private static String kind(ExtendedProperty property) {
    Optional<Level> deepest = property.level2().or(property::level1).or(property::level0);
    return deepest
        .map(level ->
            switch (level.type()) {
              case "SCHEMA" -> "SqlSchema";
              case "USER", "ROLE" -> "SqlDatabaseSecurityPrincipal";
              case "TABLE" -> "SqlTableBase";
              case "VIEW" -> "SqlView";
              case "COLUMN" -> "SqlColumn";
              case "CONSTRAINT" -> "SqlConstraint";
              case "INDEX" -> "SqlIndexBase";
              case "TRIGGER" -> "SqlDmlTrigger";
              case "PROCEDURE" -> "SqlProcedure";
              case "FUNCTION" -> "SqlFunction";
              case "PARAMETER" -> "SqlSubroutineParameter";
              case "SEQUENCE" -> "SqlSequence";
              case "SYNONYM" -> "SqlSynonym";
              case "TYPE" -> "SqlType";
              default ->
                  throw new IllegalArgumentException(
                      "The package format has no name for an extended property of a "
                          + level.type()
                          + ".");
            })
        .orElse("SqlDatabaseOptions");
  }

  private static String host(ExtendedProperty property) {
    if (property.level0().isEmpty()) {
      return "";
    }
    String first = ObjectName.quote(property.level0().get().name());
    if (property.level1().isEmpty()) {
      return first;
    }
    if (property.level2().isEmpty()) {
      return first + "." + ObjectName.quote(property.level1().get().name());
    }
    Level last = property.level2().get();
    // A constraint and a trigger belong to the schema by name, not to their table.
    return switch (last.type()) {
      case "CONSTRAINT", "TRIGGER" -> first + "." + ObjectName.quote(last.name());
      default ->
          first
              + "."
              + ObjectName.quote(property.level1().get().name())
              + "."
              + ObjectName.quote(last.name());
    };
  }

  /// Reads a property back. `type1` and `table` answer what the element's name alone does not say:
  /// what kind of object `[s].[o]` is, and on which table a constraint or trigger is.
  static ExtendedProperty read(PackageElement element, Hosts hosts) {
    List<String> parts = Names.parts(element.name().orElse(""));
    String kind = parts.getFirst();
    String property = parts.getLast();
    List<String> host = parts.subList(1, parts.size() - 1);
    SqlText value =
        new SqlText(element.value("Value").orElse("NULL"), element.value("Value").orElse("NULL"));
    return switch (kind) {
      case "SqlDatabaseOptions" ->
          new ExtendedProperty(
              property, Optional.empty(), Optional.empty(), Optional.empty(), value);
      case "SqlSchema" ->
          new ExtendedProperty(
              property, level("SCHEMA", host.get(0)), Optional.empty(), Optional.empty(), value);
      case "SqlDatabaseSecurityPrincipal" ->
          new ExtendedProperty(
              property, level("USER", host.get(0)), Optional.empty(), Optional.empty(), value);
      case "SqlTableBase" -> one(property, host, "TABLE", value);
      case "SqlView" -> one(property, host, "VIEW", value);
      case "SqlProcedure" -> one(property, host, "PROCEDURE", value);
      case "SqlFunction" -> one(property, host, "FUNCTION", value);
      case "SqlSequence" -> one(property, host, "SEQUENCE", value);
      case "SqlSynonym" -> one(property, host, "SYNONYM", value);
      case "SqlType" -> one(property, host, "TYPE", value);
      case "SqlColumn" ->
          two(
              property,
              host,
              hosts.kind(new ObjectName(host.get(0), host.get(1))),
              "COLUMN",
              value);
      case "SqlSubroutineParameter" ->
          two(
              property,
              host,
              hosts.kind(new ObjectName(host.get(0), host.get(1))),
              "PARAMETER",
              value);
      case "SqlIndexBase" ->
          two(property, host, hosts.kind(new ObjectName(host.get(0), host.get(1))), "INDEX", value);
      case "SqlConstraint", "SqlDmlTrigger" -> {
        ObjectName table = hosts.table(new ObjectName(host.get(0), host.get(1)));
        yield new ExtendedProperty(
            property,
            level("SCHEMA", host.get(0)),
            level(hosts.kind(table), table.name()),
            level(kind.equals("SqlConstraint") ? "CONSTRAINT" : "TRIGGER", host.get(1)),
            value);
      }
      default ->
          throw new IllegalArgumentException(
              "The extended property "
                  + element
                  + " has a host of a kind that is not known: "
                  + kind
                  + ".");
    };
  }

  /// What a package says about the objects that properties hang on.
  interface Hosts {
    /// `TABLE`, `VIEW`, `PROCEDURE`, `FUNCTION` of an object.
    String kind(ObjectName object);

    /// The table of a constraint or trigger.
    ObjectName table(ObjectName part);
  }

  private static Optional<Level> level(String type, String name) {
    return Optional.of(new Level(type, name));
  }

  private static ExtendedProperty one(
      String property, List<String> host, String type, SqlText value) {
    return new ExtendedProperty(
        property, level("SCHEMA", host.get(0)), level(type, host.get(1)), Optional.empty(), value);
  }

  private static ExtendedProperty two(
      String property, List<String> host, String type1, String type2, SqlText value) {
    return new ExtendedProperty(
        property,
        level("SCHEMA", host.get(0)),
        level(type1, host.get(1)),
        level(type2, host.get(2)),
        value);
  }
}
