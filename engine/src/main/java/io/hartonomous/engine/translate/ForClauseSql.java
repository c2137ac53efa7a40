package io.hartonomous.engine.translate;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.SqlType;
import io.hartonomous.syntax.ast.QueryExpression;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// FOR JSON and FOR XML: the query stands as a derived table, and its rows are put together as
/// text.
///
/// Source: Microsoft Learn, "Format query results as JSON with FOR JSON", "FOR XML (SQL Server)".
final class ForClauseSql {
  private final ExpressionSql expressions;

  ForClauseSql(ExpressionSql expressions) {
    this.expressions = expressions;
  }

  String write(QueryExpression query, QueryPart.ForClause clause) {
    return switch (clause) {
      case QueryPart.ForClause.Json json -> json(query, json);
      case QueryPart.ForClause.Xml xml -> xml(query, xml);
      case QueryPart.ForClause.Browse _ -> throw SqlError.unsupported("FOR BROWSE");
      case QueryPart.ForClause.XmlOption _, QueryPart.ForClause.Root _ ->
          throw new IllegalArgumentException("part of a clause");
    };
  }

  private String source(QueryExpression query, int width) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names.add("c" + i);
    }
    return "("
        + expressions.queries.body(query, List.of())
        + ") AS q("
        + String.join(", ", names)
        + ")";
  }

  /// For each column whether it is JSON already.
  private List<Boolean> jsonColumns(QueryExpression query, int width) {
    List<Boolean> result = new ArrayList<>();
    if (query instanceof QueryExpression.Specification specification) {
      for (QueryPart.SelectElement element : specification.elements()) {
        switch (element) {
          case QueryPart.SelectElement.Value v ->
              result.add(JsonSql.isJson(expressions, v.value()));
          case QueryPart.SelectElement.AllColumns all ->
              expressions
                  .binding
                  .star(all)
                  .forEach(c -> result.add(c.column().type().base() == SqlType.Base.JSON));
          case QueryPart.SelectElement.Assignment _ -> throw SqlError.of(141);
        }
      }
    }
    while (result.size() < width) {
      result.add(false);
    }
    return result;
  }

  private String json(QueryExpression query, QueryPart.ForClause.Json json) {
    List<Relation.Column> columns = expressions.binding.columns(query);
    if (!json.path()
        && query instanceof QueryExpression.Specification s
        && (s.fromClause().size() > 1
            || s.fromClause().stream()
                .anyMatch(t -> t instanceof io.hartonomous.syntax.ast.TableReference.Join))) {
      throw SqlError.unsupported("FOR JSON AUTO over more than one table");
    }
    List<Boolean> isJson = jsonColumns(query, columns.size());
    Map<String, Object> root = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i).name();
      if (name.isEmpty()) {
        throw SqlError.of(13605);
      }
      String value = JsonSql.value("q.c" + i, columns.get(i).type(), isJson.get(i));
      put(root, json.path() ? name.split("\\.", -1) : new String[] {name}, 0, value);
    }
    String row = object(root, json.includeNullValues(), true);
    String rows = "string_agg(" + row + ", ',')";
    String text = json.withoutArrayWrapper() ? rows : "'[' || " + rows + " || ']'";
    if (json.root().isPresent()) {
      String name = json.root().get().name().map(l -> (String) LiteralValues.of(l)).orElse("root");
      text =
          "'{' || hn.json_string("
              + expressions.emission.string(name)
              + ") || ':' || "
              + text
              + " || '}'";
    }
    return "SELECT ("
        + text
        + ")::hn.str FROM "
        + source(query, columns.size())
        + " HAVING count(*) > 0";
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> at, String[] path, int i, String value) {
    Object before = at.get(path[i]);
    boolean last = i == path.length - 1;
    if (before != null && (last || !(before instanceof Map))) {
      throw SqlError.of(13601, String.join(".", path));
    }
    if (last) {
      at.put(path[i], value);
    } else {
      put(
          (Map<String, Object>)
              at.computeIfAbsent(path[i], _ -> new LinkedHashMap<String, Object>()),
          path,
          i + 1,
          value);
    }
  }

  /// An object; NULL where it has no member, unless it is a row.
  @SuppressWarnings("unchecked")
  private String object(Map<String, Object> members, boolean nulls, boolean row) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Object> member : members.entrySet()) {
      String key =
          "textin(bpcharout("
              + expressions.emission.string("\"" + escape(member.getKey()) + "\":")
              + "))";
      String value =
          member.getValue() instanceof Map<?, ?> inner
              ? object((Map<String, Object>) inner, nulls, false)
              : (String) member.getValue();
      parts.add(key + " || " + (nulls ? "coalesce(" + value + ", 'null')" : "(" + value + ")"));
    }
    String list = "concat_ws(',', " + String.join(", ", parts) + ")";
    return row ? "('{' || " + list + " || '}')" : "('{' || nullif(" + list + ", '') || '}')";
  }

  private static String escape(String name) {
    StringBuilder result = new StringBuilder();
    for (char c : name.toCharArray()) {
      switch (c) {
        case '"' -> result.append("\\\"");
        case '\\' -> result.append("\\\\");
        case '/' -> result.append("\\/");
        default -> {
          if (c < ' ') {
            result.append(String.format("\\u%04x", (int) c));
          } else {
            result.append(c);
          }
        }
      }
    }
    return result.toString();
  }

  /// FOR XML RAW and PATH with elements, attributes and text: what text is put together with.
  private String xml(QueryExpression query, QueryPart.ForClause.Xml xml) {
    List<Relation.Column> columns = expressions.binding.columns(query);
    boolean path = xml.mode() == QueryPart.XmlMode.PATH;
    if (!path && xml.mode() != QueryPart.XmlMode.RAW) {
      throw SqlError.unsupported("FOR XML " + xml.mode());
    }
    boolean elements = path;
    String root = null;
    for (QueryPart.ForClause.XmlOption option : xml.options()) {
      switch (option.name().toUpperCase(Locale.ROOT)) {
        case "TYPE" -> {}
        case "ELEMENTS" -> elements = true;
        case "ROOT" ->
            root = option.argument().map(l -> (String) LiteralValues.of(l)).orElse("root");
        default -> throw SqlError.unsupported("FOR XML with " + option.name());
      }
    }
    String name = xml.elementName().map(l -> (String) LiteralValues.of(l)).orElse("row");
    List<String> attributes = new ArrayList<>();
    List<String> content = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i).name();
      SqlType type = columns.get(i).type();
      boolean isXml = type.base() == SqlType.Base.XML;
      String value =
          isXml ? "textin(bpcharout(q.c" + i + "))" : "hn.xml_text(" + text("q.c" + i, type) + ")";
      if (column.startsWith("@") || !elements) {
        String attribute = column.startsWith("@") ? column.substring(1) : column;
        attributes.add(
            "' " + plain(attribute) + "=\"' || replace(" + value + ", '\"', '&quot;') || '\"'");
      } else if (column.isEmpty()
          || column.equals("*")
          || column.equals("text()")
          || column.equals("data()")) {
        content.add(column.equals("data()") && !content.isEmpty() ? "' ' || " + value : value);
      } else if (column.contains("/") || column.contains("(")) {
        throw SqlError.unsupported("FOR XML PATH with the column name " + column);
      } else {
        content.add("'<" + plain(column) + ">' || " + value + " || '</" + plain(column) + ">'");
      }
    }
    String body = content.isEmpty() ? "''" : "concat(" + String.join(", ", content) + ")";
    String row;
    if (name.isEmpty()) {
      if (!attributes.isEmpty()) {
        throw SqlError.of(6864);
      }
      row = body;
    } else {
      String open =
          "'<"
              + plain(name)
              + "'"
              + (attributes.isEmpty() ? "" : " || concat(" + String.join(", ", attributes) + ")");
      row =
          "CASE WHEN "
              + body
              + " = '' THEN "
              + open
              + " || '/>' ELSE "
              + open
              + " || '>' || "
              + body
              + " || '</"
              + plain(name)
              + ">' END";
    }
    String all = "string_agg(" + row + ", '')";
    String text =
        root == null ? all : "'<" + plain(root) + ">' || " + all + " || '</" + plain(root) + ">'";
    return "SELECT ("
        + text
        + ")::hn.str FROM "
        + source(query, columns.size())
        + " HAVING count(*) > 0";
  }

  private String text(String sql, SqlType type) {
    SqlType target = SqlType.nvarchar(SqlType.MAX);
    int style = type.base().isTemporal() ? 126 : ConversionSql.NO_STYLE;
    return expressions.emission.conversions.convert(sql, type, target, style, false);
  }

  /// A name as part of a literal: names that XML does not allow are refused.
  private static String plain(String name) {
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_.:-]*")) {
      throw SqlError.of(6850, name);
    }
    return name;
  }
}
