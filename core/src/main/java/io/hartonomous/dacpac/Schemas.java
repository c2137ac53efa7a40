package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Annotation;
import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.dacpac.PackageElement.Property;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject.Schema;
import java.util.List;
import java.util.Optional;

/// References to schemas and principals: those that every database has are referred to as built in.
final class Schemas {
  private Schemas() {}

  static void reference(PackageElement element, ObjectName name) {
    schema(element, "Schema", name.schema());
  }

  static void schema(PackageElement element, String relationship, String schema) {
    if (FixedSecurity.isSchema(schema)) {
      element.builtIn(relationship, ObjectName.quote(schema));
    } else {
      element.reference(relationship, ObjectName.quote(schema));
    }
  }

  /// The default schema of a user may be missing where a package is published: the format notes
  /// what is to be found there.
  static void defaultSchema(PackageElement element, String schema) {
    if (FixedSecurity.isSchema(schema)) {
      element.builtIn("DefaultSchema", ObjectName.quote(schema));
      return;
    }
    String name = ObjectName.quote(schema);
    Annotation resolvable =
        new Annotation.Plain(
            "PersistedResolvableAnnotation",
            Optional.of(name),
            List.of(
                new Property("TargetTypeStorage", "SqlSchema", false),
                new Property("Length", Integer.toString(schema.length()), false),
                new Property("Offset", "0", false)));
    element.entry(
        "DefaultSchema",
        new Entry.Reference(
            Optional.of(name), Optional.empty(), Optional.empty(), List.of(resolvable)));
  }

  /// A schema as what a permission is on: `[dbo]` alone could be the user too.
  static void secured(PackageElement element, String schema) {
    if (FixedSecurity.isSchema(schema)) {
      element.builtIn("SecuredObject", ObjectName.quote(schema), "SqlSchema");
    } else {
      element.reference("SecuredObject", ObjectName.quote(schema));
    }
  }

  static void principal(PackageElement element, String relationship, String principal) {
    if (FixedSecurity.isPrincipal(principal)) {
      element.builtIn(relationship, ObjectName.quote(principal));
    } else {
      element.reference(relationship, ObjectName.quote(principal));
    }
  }

  static PackageElement element(Schema schema) {
    PackageElement element = PackageElement.named("SqlSchema", ObjectName.quote(schema.schema()));
    principal(element, "Authorizer", schema.owner().isEmpty() ? FixedSecurity.DBO : schema.owner());
    return element;
  }
}
