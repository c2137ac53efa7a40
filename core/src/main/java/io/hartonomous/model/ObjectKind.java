package io.hartonomous.model;

/// The kinds of objects that a model holds at its top level, in the order in which a report lists
/// them.
public enum ObjectKind {
  SCHEMA("schema"),
  ROLE("role"),
  USER("user"),
  ROLE_MEMBERSHIP("role membership"),
  PARTITION_FUNCTION("partition function"),
  PARTITION_SCHEME("partition scheme"),
  FILEGROUP("filegroup"),
  SEQUENCE("sequence"),
  ALIAS_TYPE("type"),
  TABLE_TYPE("table type"),
  XML_SCHEMA_COLLECTION("XML schema collection"),
  FULL_TEXT_CATALOG("full-text catalog"),
  TABLE("table"),
  SYNONYM("synonym"),
  VIEW("view"),
  SCALAR_FUNCTION("scalar function"),
  TABLE_FUNCTION("table-valued function"),
  PROCEDURE("procedure"),
  TRIGGER("trigger"),
  DATABASE_TRIGGER("database trigger"),
  PERMISSION("permission"),
  EXTENDED_PROPERTY("extended property"),
  OTHER("object");

  private final String words;

  ObjectKind(String words) {
    this.words = words;
  }

  /// The kind as a sentence names it.
  public String words() {
    return words;
  }
}
