package io.hartonomous.project;

import io.hartonomous.diagnostics.Location;
import io.hartonomous.model.ObjectName;
import io.hartonomous.syntax.ast.Node;
import io.hartonomous.syntax.ast.Statement;

/// One element that a statement of a project defines. `node` is where its finding would stand: the
/// statement for objects of their own, the column or constraint for parts.
record Definition(Kind kind, ObjectName name, Statement statement, Node node, SourceUnit source) {

  enum Kind {
    TABLE,
    VIEW,
    PROCEDURE,
    SCALAR_FUNCTION,
    INLINE_FUNCTION,
    TABLE_FUNCTION,
    TRIGGER,
    SYNONYM,
    SEQUENCE,
    CONSTRAINT,
    DEFAULT,
    RULE,
    ALIAS_TYPE,
    TABLE_TYPE,
    CLR_TYPE,
    XML_SCHEMA_COLLECTION,
    SCHEMA,
    USER,
    ROLE,
    LOGIN,
    INDEX,
    STATISTICS,
    PARTITION_FUNCTION,
    PARTITION_SCHEME,
    FILEGROUP,
    FULL_TEXT_CATALOG,
    OTHER;

    /// Kinds of one name space: two of one name cannot stand side by side.
    String space() {
      return switch (this) {
        case ALIAS_TYPE, TABLE_TYPE, CLR_TYPE -> "type";
        case SCHEMA -> "schema";
        case USER, ROLE -> "principal";
        case INDEX, STATISTICS -> "index";
        case LOGIN,
            PARTITION_FUNCTION,
            PARTITION_SCHEME,
            FILEGROUP,
            FULL_TEXT_CATALOG,
            XML_SCHEMA_COLLECTION,
            OTHER ->
            name();
        default -> "object";
      };
    }

    boolean isFunction() {
      return this == SCALAR_FUNCTION || this == INLINE_FUNCTION || this == TABLE_FUNCTION;
    }
  }

  Location location() {
    return source.parsed().location(node);
  }
}
