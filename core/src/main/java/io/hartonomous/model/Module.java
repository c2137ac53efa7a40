package io.hartonomous.model;

import java.util.List;
import java.util.Optional;

/// An object whose definition is T-SQL text: view, function, procedure, trigger.
///
/// `definition` is the whole batch from CREATE to its end, as written (with leading comments), in
/// `text`; its canonical form begins with CREATE, whatever verb was written.
public sealed interface Module extends SchemaObject {
  @Override
  ObjectName name();

  SqlText definition();

  boolean ansiNulls();

  boolean quotedIdentifier();

  /// `columns` are the names written after the view's name. Indexes make it an indexed view.
  record View(
      ObjectName name,
      SqlText definition,
      boolean ansiNulls,
      boolean quotedIdentifier,
      boolean schemaBound,
      List<Index> indexes)
      implements Module {
    public View {
      indexes = List.copyOf(indexes);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.VIEW, name);
    }
  }

  record Procedure(
      ObjectName name,
      List<Parameter> parameters,
      SqlText definition,
      boolean ansiNulls,
      boolean quotedIdentifier)
      implements Module {
    public Procedure {
      parameters = List.copyOf(parameters);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.PROCEDURE, name);
    }
  }

  record ScalarFunction(
      ObjectName name,
      List<Parameter> parameters,
      SqlType returns,
      SqlText definition,
      boolean ansiNulls,
      boolean quotedIdentifier,
      boolean schemaBound)
      implements Module {
    public ScalarFunction {
      parameters = List.copyOf(parameters);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.SCALAR_FUNCTION, name);
    }
  }

  /// `columns` of a multi-statement function are those of its table variable; those of an inline
  /// function are empty (the binder finds them).
  record TableFunction(
      ObjectName name,
      List<Parameter> parameters,
      boolean inline,
      List<Column> columns,
      SqlText definition,
      boolean ansiNulls,
      boolean quotedIdentifier,
      boolean schemaBound)
      implements Module {
    public TableFunction {
      parameters = List.copyOf(parameters);
      columns = List.copyOf(columns);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.TABLE_FUNCTION, name);
    }
  }

  /// A DML trigger. `events` are `INSERT`, `UPDATE`, `DELETE`.
  record Trigger(
      ObjectName name,
      ObjectName parent,
      boolean insteadOf,
      List<String> events,
      boolean disabled,
      SqlText definition,
      boolean ansiNulls,
      boolean quotedIdentifier)
      implements Module {
    public Trigger {
      events = List.copyOf(events);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.TRIGGER, name);
    }
  }

  /// A trigger ON DATABASE; it has no schema.
  record DatabaseTrigger(
      ObjectName name,
      List<String> events,
      boolean disabled,
      SqlText definition,
      boolean ansiNulls,
      boolean quotedIdentifier)
      implements Module {
    public DatabaseTrigger {
      events = List.copyOf(events);
    }

    @Override
    public ObjectKey key() {
      return ObjectKey.of(ObjectKind.DATABASE_TRIGGER, name);
    }
  }

  /// `name` with its `@`. A table-valued parameter has base TABLE and its type's name in
  /// `type.userType`.
  record Parameter(
      String name,
      SqlType type,
      Optional<SqlText> defaultValue,
      boolean output,
      boolean readOnly) {}
}
