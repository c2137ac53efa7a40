package io.hartonomous.dacpac;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject.AliasType;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.util.Locale;

/// Type specifiers and alias types.
final class TypeElements {
  private TypeElements() {}

  /// Adds the type specifier of a column, parameter or return value to its owner.
  static void specify(PackageElement owner, String relationship, SqlType type) {
    owner.child(relationship, specifier(type));
  }

  static PackageElement specifier(SqlType type) {
    if (type.userType().isPresent()) {
      PackageElement element = PackageElement.unnamed("SqlTypeSpecifier");
      ObjectName user = type.userType().get();
      return user.schema().equals("sys")
          ? element.builtIn("Type", Names.of(user))
          : element.reference("Type", Names.of(user));
    }
    PackageElement element =
        PackageElement.unnamed(
            switch (type.base()) {
              case VECTOR -> "SqlVectorTypeSpecifier";
              case XML -> "SqlXmlTypeSpecifier";
              default -> "SqlTypeSpecifier";
            });
    switch (type.base()) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY -> {
        if (type.isMax()) {
          element.property("IsMax", true);
        } else {
          element.property("Length", Integer.toString(type.length() == 0 ? 1 : type.length()));
        }
      }
      case DECIMAL, NUMERIC -> {
        if (type.scale() != 0) {
          element.property("Scale", Integer.toString(type.scale()));
        }
        element.property("Precision", Integer.toString(type.precision()));
      }
      case TIME, DATETIME2, DATETIMEOFFSET ->
          element.property("Scale", Integer.toString(type.scale()));
      case FLOAT ->
          element.property(
              "Precision", Integer.toString(type.precision() == 0 ? 53 : type.precision()));
      case VECTOR -> element.property("Dimension", Integer.toString(type.length()));
      default -> {}
    }
    return element.builtIn("Type", ObjectName.quote(builtInName(type.base())));
  }

  static String builtInName(Base base) {
    return base.name().toLowerCase(Locale.ROOT);
  }

  static PackageElement aliasType(AliasType type) {
    PackageElement element = PackageElement.named("SqlUserDefinedDataType", Names.of(type.name()));
    if (!type.nullable()) {
      element.property("IsNullable", false);
    }
    PackageElement specifier = specifier(type.base());
    specifier.properties().forEach(property -> element.property(property.name(), property.value()));
    Schemas.reference(element, type.name());
    element.builtIn("Type", ObjectName.quote(builtInName(type.base().base())));
    return element;
  }

  /// The built-in type of a name in a package; UNKNOWN for a name that this version does not know.
  static Base base(String name) {
    String key = Collation.DEFAULT.key(name);
    if (key.equals("timestamp")) {
      return Base.ROWVERSION;
    }
    for (Base base : Base.values()) {
      if (builtInName(base).equals(key)) {
        return base;
      }
    }
    return Base.UNKNOWN;
  }
}
