package io.hartonomous.dacpac;

import io.hartonomous.bind.EmptyCatalog;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.Map;
import java.util.Optional;

/// The types of a package, which is all that its definitions need to be taken apart.
final class PackageTypes extends EmptyCatalog {
  private final Collation collation;

  /// Keys are quoted names, folded.
  private final Map<String, SqlType> types;

  PackageTypes(Collation collation, Map<String, SqlType> types) {
    this.collation = collation;
    this.types = Map.copyOf(types);
  }

  @Override
  public Collation collation() {
    return collation;
  }

  @Override
  public boolean schemaExists(String schema) {
    return true;
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    return Optional.ofNullable(types.get(collation.key(name.quoted())));
  }
}
