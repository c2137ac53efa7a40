package io.hartonomous.engine.translate;

import io.hartonomous.model.SqlType;
import io.hartonomous.model.SqlType.Base;
import io.hartonomous.syntax.ast.Expression;
import io.hartonomous.syntax.ast.QueryPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// JSON functions and values. Source: Microsoft Learn, "JSON functions (Transact-SQL)", "How FOR
/// JSON converts SQL Server data types to JSON data types".
final class JsonSql {
  private JsonSql() {}

  static Optional<String> function(ExpressionSql e, String name, List<Expression> a) {
    return Optional.ofNullable(
        switch (name) {
          case "JSON_VALUE" -> "hn.json_value(" + e.text(a.get(0)) + ", " + e.text(a.get(1)) + ")";
          case "JSON_QUERY" ->
              "hn.json_query("
                  + e.text(a.get(0))
                  + ", "
                  + (a.size() > 1 ? e.text(a.get(1)) : "NULL::bpchar")
                  + ")";
          case "JSON_MODIFY" ->
              "hn.json_modify("
                  + e.text(a.get(0))
                  + ", "
                  + e.text(a.get(1))
                  + ", "
                  + value(e, a.get(2))
                  + ")";
          case "ISJSON" ->
              a.size() == 1
                  ? "hn.isjson(" + e.text(a.get(0)) + ")"
                  : "hn.isjson("
                      + e.text(a.get(0))
                      + ", '"
                      + ExpressionSql.describe(a.get(1)).toUpperCase(Locale.ROOT)
                      + "')";
          case "JSON_PATH_EXISTS" ->
              "hn.json_path_exists(" + e.text(a.get(0)) + ", " + e.text(a.get(1)) + ")";
          case "JSON_CONTAINS" -> throw SqlError.unsupported("the function JSON_CONTAINS");
          default -> null;
        });
  }

  /// Whether the expression gives JSON that is put into other JSON as it stands, not as a string.
  static boolean isJson(ExpressionSql e, Expression expression) {
    return switch (expression) {
      case Expression.Parenthesised p -> isJson(e, p.inner());
      case Expression.FunctionCall call ->
          List.of("JSON_QUERY", "JSON_MODIFY").contains(FunctionSql.name(call))
              || e.type(call).base() == Base.JSON;
      case Expression.JsonObject _, Expression.JsonArray _ -> true;
      // Without its brackets FOR JSON gives text, says the documentation.
      case Expression.ScalarSubquery s ->
          s.query()
              .tail()
              .forClause()
              .filter(
                  f -> f instanceof QueryPart.ForClause.Json json && !json.withoutArrayWrapper())
              .isPresent();
      default -> e.type(expression).base() == Base.JSON;
    };
  }

  static String value(ExpressionSql e, Expression expression) {
    return value(e.value(expression), e.type(expression), isJson(e, expression));
  }

  /// The value as JSON in PostgreSQL's type text; NULL for NULL.
  static String value(String sql, SqlType type, boolean json) {
    if (json) {
      return "textin(bpcharout(" + sql + "))";
    }
    return switch (type.base()) {
      case NULL -> "NULL::text";
      case BIT -> "CASE (" + sql + ") WHEN 1 THEN 'true' WHEN 0 THEN 'false' END";
      case TINYINT, SMALLINT, INT, BIGINT -> "(" + sql + ")::text";
      case DECIMAL, NUMERIC -> "round(" + sql + "," + type.scale() + ")::text";
      case MONEY, SMALLMONEY -> "round(" + sql + ",4)::text";
      case FLOAT, REAL -> "textin(bpcharout(hn.float_text((" + sql + ")::float8,2,53)))";
      case DATE -> "'\"' || to_char(" + sql + ",'YYYY-MM-DD') || '\"'";
      case TIME ->
          "'\"' || textin(bpcharout(" + StringConversionSql.date(sql, type, 121) + ")) || '\"'";
      case SMALLDATETIME -> "hn.json_date(" + sql + ",0)";
      case DATETIME -> "hn.json_date(" + sql + ",3)";
      case DATETIME2 -> "hn.json_date(" + sql + "," + type.scale() + ")";
      case DATETIMEOFFSET ->
          "rtrim(hn.json_date(hn.offset_local("
              + sql
              + "),"
              + type.scale()
              + "),'\"') || CASE ("
              + sql
              + ").minutes WHEN 0 THEN 'Z' ELSE hn.offset_text(("
              + sql
              + ").minutes) END || '\"'";
      case UNIQUEIDENTIFIER -> "'\"' || textin(bpcharout(hn.guid_text(" + sql + "))) || '\"'";
      case BINARY, VARBINARY, IMAGE, ROWVERSION ->
          "'\"' || replace(encode(" + sql + ",'base64'),chr(10),'') || '\"'";
      case VECTOR -> "textin(bpcharout(hn.vector_text(" + sql + ")))";
      case CHAR, VARCHAR, TEXT, NCHAR, NVARCHAR, NTEXT, XML -> "hn.json_string(" + sql + ")";
      case JSON -> "textin(bpcharout(" + sql + "))";
      default -> throw SqlError.unsupported("a value of type " + type.sql() + " in JSON");
    };
  }

  static String object(ExpressionSql e, Expression.JsonObject object) {
    // NULL ON NULL is the default of JSON_OBJECT, ABSENT ON NULL that of JSON_ARRAY.
    boolean absent =
        object.onNull().filter(n -> n == Expression.JsonNullHandling.ABSENT_ON_NULL).isPresent();
    List<String> members = new ArrayList<>();
    for (Expression.JsonKeyValue member : object.members()) {
      String value = value(e, member.value());
      members.add(
          "hn.json_string("
              + e.text(member.key())
              + ") || ':' || "
              + (absent ? value : "coalesce(" + value + ",'null')"));
    }
    if (object.aggregate()) {
      return "('{' || coalesce(string_agg(" + members.getFirst() + ",','),'') || '}')::hn.str";
    }
    return members.isEmpty()
        ? "'{}'::hn.str"
        : "('{' || concat_ws(',', " + String.join(", ", members) + ") || '}')::hn.str";
  }

  static String array(ExpressionSql e, Expression.JsonArray array) {
    boolean keep =
        array.onNull().filter(n -> n == Expression.JsonNullHandling.NULL_ON_NULL).isPresent();
    List<String> elements = new ArrayList<>();
    for (Expression element : array.elements()) {
      String value = value(e, element);
      elements.add(keep ? "coalesce(" + value + ",'null')" : value);
    }
    if (array.aggregate()) {
      String order = array.orderBy().map(o -> " ORDER BY " + WindowSql.order(e, o)).orElse("");
      return "('[' || coalesce(string_agg("
          + elements.getFirst()
          + ",','"
          + order
          + "),'') || ']')::hn.str";
    }
    return elements.isEmpty()
        ? "'[]'::hn.str"
        : "('[' || concat_ws(',', " + String.join(", ", elements) + ") || ']')::hn.str";
  }
}
