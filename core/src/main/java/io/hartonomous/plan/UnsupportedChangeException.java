package io.hartonomous.plan;

import io.hartonomous.model.ObjectKey;

/// A difference that this version cannot turn into T-SQL. It is refused by name, before anything
/// runs.
public final class UnsupportedChangeException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ObjectKey object;

  public UnsupportedChangeException(ObjectKey object, String what) {
    super(object + ": " + what);
    this.object = object;
  }

  public ObjectKey object() {
    return object;
  }
}
