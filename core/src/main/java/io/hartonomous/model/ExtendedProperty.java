package io.hartonomous.model;

import java.util.Optional;

/// An extended property: its name, its host, its value as an expression (`N'...'`).
///
/// The levels are those of `sp_addextendedproperty`: types in upper case (`SCHEMA`, `TABLE`,
/// `COLUMN`); all empty for the database itself.
public record ExtendedProperty(
    String property,
    Optional<Level> level0,
    Optional<Level> level1,
    Optional<Level> level2,
    SqlText value)
    implements SchemaObject {

  public record Level(String type, String name) {}

  @Override
  public ObjectKey key() {
    StringBuilder host = new StringBuilder();
    level0.ifPresent(l -> host.append(l.type()).append(' ').append(ObjectName.quote(l.name())));
    level1.ifPresent(
        l -> host.append(' ').append(l.type()).append(' ').append(ObjectName.quote(l.name())));
    level2.ifPresent(
        l -> host.append(' ').append(l.type()).append(' ').append(ObjectName.quote(l.name())));
    return new ObjectKey(
        ObjectKind.EXTENDED_PROPERTY, new ObjectName("", property), host.toString());
  }
}
