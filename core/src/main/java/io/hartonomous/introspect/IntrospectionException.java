package io.hartonomous.introspect;

/// A database that cannot be read wholly. Names the part, and the object or the right that is
/// missing: a plan from part of a database would drop or make again what it did not see.
public final class IntrospectionException extends Exception {
  private static final long serialVersionUID = 1L;

  public IntrospectionException(String message) {
    super(message);
  }

  public IntrospectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
