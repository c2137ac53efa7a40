package io.hartonomous.syntax.print;

import io.hartonomous.syntax.Words;
import io.hartonomous.syntax.ast.DataType;
import io.hartonomous.syntax.ast.Identifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Types under one name each: `INTEGER` is `int`, `[dec](18, 0)` is `decimal(18,0)`. Source:
/// Microsoft Learn, "Data type synonyms".
final class CanonicalTypes {
  private CanonicalTypes() {}

  static String type(DataType type) {
    return switch (type) {
      case DataType.Named named -> named(named);
      case DataType.Xml xml ->
          "xml"
              + xml.schemaCollection()
                  .map(c ->
                      "("
                          + xml.kind().map(k -> k + " ").orElse("")
                          + CanonicalExpressions.name(c)
                          + ")")
                  .orElse("");
      case DataType.ImpliedTimestamp _ -> "timestamp";
      case DataType.Cursor _ -> "cursor";
      case DataType.Table _ -> "table";
      case DataType.Argument argument -> Words.upper(argument.text()).toLowerCase(Locale.ROOT);
    };
  }

  private static String named(DataType.Named type) {
    String arguments =
        type.arguments().isEmpty()
            ? ""
            : type.arguments().stream()
                .map(CanonicalTypes::type)
                .collect(Collectors.joining(",", "(", ")"));
    List<Identifier> parts = type.name().parts();
    boolean system =
        parts.size() == 1 || parts.size() == 2 && Words.same(parts.getFirst().value(), "SYS");
    if (!system) {
      return CanonicalExpressions.name(type.name()) + arguments;
    }
    StringBuilder words = new StringBuilder(Words.upper(parts.getLast().value()));
    type.moreWords().forEach(word -> words.append(' ').append(Words.upper(word.value())));
    String name =
        switch (words.toString()) {
          case "INTEGER" -> "int";
          case "DEC", "NUMERIC" -> "decimal";
          case "CHARACTER" -> "char";
          case "CHARACTER VARYING", "CHAR VARYING" -> "varchar";
          case "NATIONAL CHAR", "NATIONAL CHARACTER" -> "nchar";
          case "NATIONAL CHAR VARYING", "NATIONAL CHARACTER VARYING" -> "nvarchar";
          case "NATIONAL TEXT" -> "ntext";
          case "BINARY VARYING" -> "varbinary";
          case "DOUBLE PRECISION" -> "float";
          case "ROWVERSION" -> "timestamp";
          default -> words.toString().toLowerCase(Locale.ROOT);
        };
    return name + arguments;
  }
}
