package io.hartonomous.model;

/// The two-part name of a schema-scoped object, unquoted, as the user wrote it. Where an object has
/// no schema (a role, a user, a schema itself) `schema` is empty.
///
/// Equality is exact. Comparison in a model goes through [Collation], because the model's collation
/// decides whether `A` is `a`.
public record ObjectName(String schema, String name) {

  /// `[schema].[name]`, or `[name]` without a schema, with `]` doubled.
  public String quoted() {
    return schema.isEmpty() ? quote(name) : quote(schema) + "." + quote(name);
  }

  /// One identifier in brackets, with `]` doubled.
  public static String quote(String identifier) {
    return "[" + identifier.replace("]", "]]") + "]";
  }

  @Override
  public String toString() {
    return quoted();
  }
}
