package io.hartonomous.project;

import io.hartonomous.model.ExtendedProperty;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectName;
import io.hartonomous.project.Findings.Problem;
import io.hartonomous.project.Findings.Subject;
import java.util.Optional;

/// What an extended property hangs on.
final class PropertyCheck {
  private final Definitions definitions;
  private final ProjectCatalog catalog;

  PropertyCheck(Definitions definitions, ProjectCatalog catalog) {
    this.definitions = definitions;
    this.catalog = catalog;
  }

  /// The host that does not exist.
  Optional<Subject> missing(ExtendedProperty property) {
    if (property.level0().isEmpty()) {
      return Optional.empty();
    }
    ExtendedProperty.Level level0 = property.level0().get();
    if (!level0.type().equals("SCHEMA")) {
      return switch (level0.type()) {
        case "USER" -> principal(level0.name());
        default -> Optional.empty();
      };
    }
    if (property.level1().isEmpty()) {
      return catalog.schemaExists(level0.name())
          ? Optional.empty()
          : Optional.of(new Subject(Problem.MISSING_SCHEMA, ObjectName.quote(level0.name())));
    }
    ExtendedProperty.Level level1 = property.level1().get();
    ObjectName name = new ObjectName(level0.name(), level1.name());
    boolean type = level1.type().endsWith("TYPE");
    if (definitions.find(type ? "type" : "object", name).isEmpty()) {
      String full =
          property
              .level2()
              .map(l -> name.quoted() + "." + ObjectName.quote(l.name()))
              .orElse(name.quoted());
      return Optional.of(new Subject(Problem.MISSING_OBJECT, full));
    }
    return property.level2().flatMap(l -> part(l, name, type));
  }

  private Optional<Subject> principal(String name) {
    boolean exists =
        FixedSecurity.isPrincipal(name)
            || !definitions.find("principal", new ObjectName("", name)).isEmpty();
    return exists
        ? Optional.empty()
        : Optional.of(new Subject(Problem.MISSING_PRINCIPAL, ObjectName.quote(name)));
  }

  private Optional<Subject> part(ExtendedProperty.Level level2, ObjectName host, boolean type) {
    String name = level2.name();
    boolean exists =
        switch (level2.type()) {
          case "COLUMN" ->
              (type ? catalog.tableType(host) : catalog.relation(host))
                  .map(r ->
                      r.columns().stream().anyMatch(c -> catalog.collation().same(c.name(), name)))
                  .orElse(true);
          case "PARAMETER" -> !definitions.members(host, name).isEmpty();
          case "CONSTRAINT", "TRIGGER" ->
              !definitions.find("object", new ObjectName(host.schema(), name)).isEmpty();
          case "INDEX" ->
              !definitions.find("index", Definitions.indexName(host, name)).isEmpty()
                  || !definitions.find("object", new ObjectName(host.schema(), name)).isEmpty();
          default -> true;
        };
    return exists
        ? Optional.empty()
        : Optional.of(
            new Subject(Problem.MISSING_COLUMN, host.quoted() + "." + ObjectName.quote(name)));
  }
}
