package io.hartonomous.dacpac;

import io.hartonomous.bind.Catalog;
import io.hartonomous.bind.Relation;
import io.hartonomous.bind.Routine;
import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.Map;
import java.util.Optional;

/// The types of a package, which is all that its definitions need to be taken apart. Keys are
/// quoted names, folded.
record PackageTypes(Collation collation, Map<String, SqlType> types) implements Catalog {
  PackageTypes {
    types = Map.copyOf(types);
  }

  @Override
  public String defaultSchema() {
    return "dbo";
  }

  @Override
  public boolean schemaExists(String schema) {
    return true;
  }

  @Override
  public Optional<Relation> relation(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<Routine> routine(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<ObjectName> synonym(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<SqlType> type(ObjectName name) {
    return Optional.ofNullable(types.get(collation.key(name.quoted())));
  }

  @Override
  public Optional<Relation> tableType(ObjectName name) {
    return Optional.empty();
  }

  @Override
  public Optional<SqlType> sequence(ObjectName name) {
    return Optional.empty();
  }
}
