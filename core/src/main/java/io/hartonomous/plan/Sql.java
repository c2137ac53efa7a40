package io.hartonomous.plan;

import io.hartonomous.model.ObjectName;
import java.util.List;
import java.util.stream.Collectors;

/// Small pieces of T-SQL.
final class Sql {
  private Sql() {}

  static String name(String identifier) {
    return ObjectName.quote(identifier);
  }

  /// A Unicode string literal.
  static String string(String text) {
    return "N'" + text.replace("'", "''") + "'";
  }

  static String names(List<String> identifiers) {
    return identifiers.stream().map(Sql::name).collect(Collectors.joining(", "));
  }
}
