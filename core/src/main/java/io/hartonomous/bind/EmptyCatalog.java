package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.FixedSecurity;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.util.Optional;

/// A database without objects. What knows one kind of name alone extends it.
public class EmptyCatalog implements Catalog {
  @Override
  public Collation collation() {
    return Collation.DEFAULT;
  }

  @Override
  public final String defaultSchema() {
    return FixedSecurity.DBO;
  }

  @Override
  public boolean schemaExists(String schema) {
    return FixedSecurity.isSchema(schema);
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
    return Optional.empty();
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
