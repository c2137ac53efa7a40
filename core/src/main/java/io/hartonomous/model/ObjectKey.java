package io.hartonomous.model;

/// What tells one object of a model from all others. `detail` is empty but for kinds whose name
/// alone does not do (a permission, a role membership, an extended property).
public record ObjectKey(ObjectKind kind, ObjectName name, String detail) {

  public static ObjectKey of(ObjectKind kind, ObjectName name) {
    return new ObjectKey(kind, name, "");
  }

  /// The key under which a model finds the object: folded by its collation.
  public ObjectKey folded(Collation collation) {
    return new ObjectKey(kind, collation.key(name), collation.key(detail));
  }

  @Override
  public String toString() {
    return kind.words() + " " + name.quoted() + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
