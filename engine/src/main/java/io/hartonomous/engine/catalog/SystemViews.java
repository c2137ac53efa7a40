package io.hartonomous.engine.catalog;

import io.hartonomous.bind.Relation;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The views of `sys` and INFORMATION_SCHEMA as PostgreSQL views: columns and types are the
/// binder's, values those of `sys-views.txt`.
public final class SystemViews {
  private static final Map<String, View> VIEWS = read();

  private SystemViews() {}

  /// `source` is empty for a view that never has rows. `columns`: expressions by folded column
  /// name.
  private record View(
      String schema, String name, Optional<String> source, Map<String, String> columns) {}

  /// Whether a system view exists here; `name` as the binder gives it.
  public static boolean exists(ObjectName name) {
    return VIEWS.containsKey(key(name.schema(), name.name()));
  }

  /// The statements that create all views. `relation` gives the columns of a view, `pgType` the
  /// storage of a type, `pgName` the quoted name.
  public static String ddl(
      Function<ObjectName, Optional<Relation>> relation,
      Function<SqlType, String> pgType,
      Function<ObjectName, String> pgName) {
    StringBuilder sql = new StringBuilder();
    for (View view : VIEWS.values()) {
      ObjectName name = new ObjectName(view.schema(), view.name());
      Optional<Relation> columns = relation.apply(name);
      if (columns.isPresent()) {
        sql.append("CREATE VIEW ").append(pgName.apply(name)).append(" AS SELECT ");
        sql.append(
            String.join(
                ", ", columns.get().columns().stream().map(c -> column(view, c, pgType)).toList()));
        view.source()
            .ifPresentOrElse(s -> sql.append(" FROM ").append(s), () -> sql.append(" WHERE false"));
        sql.append(";\n");
      }
    }
    return sql.toString();
  }

  private static String column(
      View view, Relation.Column column, Function<SqlType, String> pgType) {
    String key = column.name().toLowerCase(Locale.ROOT);
    String type = pgType.apply(column.type());
    String value = view.columns().get(key);
    if (value == null) {
      value = column.nullable() ? "NULL" : zero(column.type());
    }
    // A text becomes the string domain by way of text, so that no blank is lost and no CASE meets
    // two types.
    String cast =
        column.type().base().isCharacter() || type.equals("hn.str")
            ? "(" + value + ")::text::" + type
            : "(" + value + ")::" + type;
    return cast + " AS \"" + key.replace("\"", "\"\"") + "\"";
  }

  private static String zero(SqlType type) {
    return switch (type.base()) {
      case DATE, DATETIME, DATETIME2, SMALLDATETIME -> "'1900-01-01'";
      case UNIQUEIDENTIFIER -> "'00000000-0000-0000-0000-000000000000'";
      case BINARY, VARBINARY, IMAGE, ROWVERSION -> "'\\x'";
      default -> type.base().isNumeric() ? "0" : type.base().isCharacter() ? "''" : "NULL";
    };
  }

  private static String key(String schema, String name) {
    return schema.toLowerCase(Locale.ROOT) + "." + name.toLowerCase(Locale.ROOT);
  }

  private static Map<String, View> read() {
    Map<String, View> views = new LinkedHashMap<>();
    Map<String, Map<String, String>> macros = new LinkedHashMap<>();
    String schema = "sys";
    Map<String, String> open = null;
    for (String line : lines("sys-views.txt")) {
      int blank = line.indexOf(' ');
      String word = blank < 0 ? line : line.substring(0, blank);
      String rest = blank < 0 ? "" : line.substring(blank + 1).strip();
      switch (word) {
        case "" -> {}
        case "#" -> {}
        case "schema" -> schema = rest;
        case "macro" -> macros.put(rest, open = new LinkedHashMap<>());
        case "use" -> open.putAll(macros.get(rest));
        case "empty" -> {
          for (String name : rest.split(" ")) {
            views.put(key(schema, name), new View(schema, name, Optional.empty(), Map.of()));
          }
        }
        case "view" -> {
          int from = rest.indexOf(" from ");
          String name = rest.substring(0, from);
          open = new LinkedHashMap<>();
          views.put(
              key(schema, name),
              new View(schema, name, Optional.of(rest.substring(from + 6)), open));
        }
        default -> open.put(word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT), rest);
      }
    }
    return views;
  }

  private static List<String> lines(String resource) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                SystemViews.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
