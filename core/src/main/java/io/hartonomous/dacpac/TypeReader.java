package io.hartonomous.dacpac;

import io.hartonomous.dacpac.PackageElement.Entry;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject.AliasType;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads type specifiers. `types` answers what an alias or table type of the package is based on.
record TypeReader(Function<ObjectName, Optional<SqlType>> types) {

  /// The type of a column or parameter with its collation.
  SqlType of(PackageElement owner, String relationship) {
    return owner.child(relationship).map(this::specifier).orElse(SqlType.UNKNOWN);
  }

  private SqlType specifier(PackageElement specifier) {
    List<Entry> entries = specifier.relationships().getOrDefault("Type", List.of());
    if (entries.isEmpty()
        || !(entries.getFirst() instanceof Entry.Reference reference)
        || reference.name().isEmpty()) {
      return SqlType.UNKNOWN;
    }
    String name = reference.name().get();
    if (reference.externalSource().isPresent()) {
      if (Names.parts(name).size() > 1) {
        return Names.last(name).equalsIgnoreCase("sysname")
            ? SqlType.SYSNAME
            : SqlType.of(Base.UNKNOWN).withUserType(Names.object(name));
      }
      return sized(TypeElements.base(Names.last(name)), specifier);
    }
    ObjectName user = Names.object(name);
    return types.apply(user).orElse(SqlType.UNKNOWN).withUserType(user);
  }

  static SqlType sized(Base base, PackageElement facets) {
    int length =
        facets.isTrue("IsMax")
            ? SqlType.MAX
            : facets
                .value("Length")
                .or(() -> facets.value("Dimension"))
                .map(Integer::parseInt)
                .orElse(0);
    int precision = facets.value("Precision").map(Integer::parseInt).orElse(0);
    int scale = facets.value("Scale").map(Integer::parseInt).orElse(0);
    return switch (base) {
      case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY, VECTOR -> SqlType.sized(base, length);
      case DECIMAL, NUMERIC ->
          new SqlType(base, 0, precision, scale, Optional.empty(), Optional.empty());
      case TIME, DATETIME2, DATETIMEOFFSET -> SqlType.scaled(base, scale);
      // The server knows two sizes: up to 24 bits are a real.
      case FLOAT -> precision > 0 && precision <= 24 ? SqlType.of(Base.REAL) : SqlType.FLOAT;
      default -> SqlType.of(base);
    };
  }

  static AliasType alias(PackageElement element) {
    Base base =
        element
            .reference("Type")
            .map(name -> TypeElements.base(Names.last(name)))
            .orElse(Base.UNKNOWN);
    return new AliasType(
        Names.object(element.name().orElse("")),
        sized(base, element),
        element.isTrue("IsNullable", true));
  }
}
