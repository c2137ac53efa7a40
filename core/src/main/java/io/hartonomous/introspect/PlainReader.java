package io.hartonomous.introspect;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.PlainObject;
import io.hartonomous.model.SchemaObject;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.Lexer;
import io.hartonomous.syntax.ParseOptions;
import io.hartonomous.syntax.TokenKind;
import io.hartonomous.syntax.Tokens;
import io.hartonomous.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Schemas, sequences, synonyms, partitioning.
final class PlainReader {
  private final Catalog catalog;
  private final Names names;
  private final TypeReader types;

  PlainReader(Catalog catalog, Names names, TypeReader types) {
    this.catalog = catalog;
    this.names = names;
    this.types = types;
  }

  List<SchemaObject> objects() {
    List<SchemaObject> objects = new ArrayList<>();
    for (CatalogRow row : catalog.rows(CatalogQuery.SCHEMAS)) {
      String name = row.string("name");
      int id = row.number("schema_id");
      // 1 to 4 are dbo, guest, INFORMATION_SCHEMA and sys; 16384 and above belong to the fixed
      // roles.
      if (id > 4 && id < 16384 && !names.isOwnSchema(name)) {
        objects.add(new PlainObject.Schema(name, names.principal(row.number("principal_id"))));
      }
    }
    for (CatalogRow row : catalog.rows(CatalogQuery.SEQUENCES)) {
      if (names.shown(row.number("object_id"))) {
        objects.add(sequence(row));
      }
    }
    for (CatalogRow row : catalog.rows(CatalogQuery.SYNONYMS)) {
      if (names.shown(row.number("object_id"))) {
        objects.add(
            new PlainObject.Synonym(
                names.name(row.number("object_id")), quoted(row.string("base_object_name"))));
      }
    }
    partitions(objects);
    return objects;
  }

  private PlainObject sequence(CatalogRow row) {
    Optional<Integer> cache =
        row.flag("is_cached")
            ? row.isNull("cache_size") ? Optional.empty() : Optional.of(row.number("cache_size"))
            : Optional.of(0);
    return new PlainObject.Sequence(
        names.name(row.number("object_id")),
        Optional.of(types.type(row)),
        row.text("start_value"),
        row.text("increment"),
        row.text("minimum_value"),
        row.text("maximum_value"),
        row.flag("is_cycling"),
        cache);
  }

  /// The name of a synonym's target as it was written, part by part in brackets.
  static String quoted(String written) {
    Tokens tokens = Lexer.lex(new SourceFile("synonym", written), ParseOptions.DEFAULT).tokens();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < tokens.size() && tokens.kind(i) != TokenKind.EOF; i++) {
      String text = tokens.text(i);
      out.append(
          switch (tokens.kind(i)) {
            case DOT -> ".";
            case BRACKET_IDENTIFIER -> text;
            case DOUBLE_QUOTED ->
                ObjectName.quote(text.substring(1, text.length() - 1).replace("\"\"", "\""));
            default -> ObjectName.quote(text);
          });
    }
    return out.toString();
  }

  private void partitions(List<SchemaObject> objects) {
    Map<Integer, CatalogRow> parameters =
        catalog.one(CatalogQuery.PARTITION_PARAMETERS, "function_id");
    Map<Integer, List<CatalogRow>> values =
        catalog.by(CatalogQuery.PARTITION_VALUES, "function_id");
    Map<Integer, CatalogRow> functions =
        catalog.one(CatalogQuery.PARTITION_FUNCTIONS, "function_id");
    for (CatalogRow row : catalog.rows(CatalogQuery.PARTITION_FUNCTIONS)) {
      int id = row.number("function_id");
      SqlType type = types.type(parameters.get(id));
      List<String> boundaries =
          values.getOrDefault(id, List.of()).stream()
              .map(v -> literal(type, v.string("value")))
              .toList();
      objects.add(
          new PlainObject.PartitionFunction(
              row.string("name"), type, row.flag("boundary_value_on_right"), boundaries));
    }
    Map<Integer, CatalogRow> spaces = catalog.one(CatalogQuery.DATA_SPACES, "data_space_id");
    Map<Integer, List<CatalogRow>> destinations =
        catalog.by(CatalogQuery.DESTINATIONS, "partition_scheme_id");
    for (CatalogRow row : catalog.rows(CatalogQuery.PARTITION_SCHEMES)) {
      List<String> groups =
          destinations.getOrDefault(row.number("data_space_id"), List.of()).stream()
              .map(d -> spaces.get(d.number("data_space_id")).string("name"))
              .toList();
      objects.add(
          new PlainObject.PartitionScheme(
              row.string("name"), functions.get(row.number("function_id")).string("name"), groups));
    }
    for (CatalogRow space : spaces.values()) {
      if (space.string("type").strip().equals("FG") && !space.string("name").equals("PRIMARY")) {
        objects.add(new PlainObject.Filegroup(space.string("name")));
      }
    }
  }

  private static String literal(SqlType type, String value) {
    return type.base().isNumeric()
        ? value
        : (type.base().isUnicode() ? "N'" : "'") + value.replace("'", "''") + "'";
  }
}
