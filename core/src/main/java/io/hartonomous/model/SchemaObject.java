package io.hartonomous.model;

/// One object at the top level of a model. Columns, constraints and indexes belong to their table.
public sealed interface SchemaObject
    permits Table, TableType, Module, PlainObject, Security, ExtendedProperty {

  ObjectKey key();

  default ObjectKind kind() {
    return key().kind();
  }

  default ObjectName name() {
    return key().name();
  }
}
