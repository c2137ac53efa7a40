package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The system's views, functions and procedures, from the tables bundled with the tool. System
/// names compare without regard to case.
public final class SystemCatalog {
  private static final Collation NAMES = Collation.DEFAULT;

  // The lines of the tables by the object they are about, and what was made of them so far: most
  // builds name few system objects, some none, and the tables have some 7,000 lines.
  private final Map<ObjectName, View> views = new HashMap<>();
  private final Map<ObjectName, String[]> procedures = new HashMap<>();
  private final Map<ObjectName, Relation> relations = new ConcurrentHashMap<>();
  private final Map<ObjectName, Routine> routines = new ConcurrentHashMap<>();

  private record View(ObjectName name, String table, int from, int to) {
    List<String[]> rows() {
      return table.substring(from, to).lines().map(SystemCatalog::cells).toList();
    }
  }

  private SystemCatalog() {
    indexViews(table("system-views.tsv"));
    indexProcedures(table("system-procedures.tsv"));
  }

  /// Read when first asked for.
  private static final class Holder {
    static final SystemCatalog INSTANCE = new SystemCatalog();
  }

  public static SystemCatalog instance() {
    return Holder.INSTANCE;
  }

  /// Whether a schema is the system's own.
  public static boolean isSystemSchema(String schema) {
    return schema.equalsIgnoreCase("sys") || schema.equalsIgnoreCase("INFORMATION_SCHEMA");
  }

  public Optional<Relation> relation(ObjectName name) {
    if (!isSystemSchema(name.schema())) {
      return Optional.empty();
    }
    ObjectName key = NAMES.key(name);
    View view = views.get(key);
    return view == null
        ? Optional.empty()
        : Optional.of(relations.computeIfAbsent(key, _ -> relation(view)));
  }

  /// A system function or procedure; its schema is `sys`.
  public Optional<Routine> routine(ObjectName name) {
    if (!name.schema().equalsIgnoreCase("sys")) {
      return Optional.empty();
    }
    ObjectName key = NAMES.key(name);
    return Optional.ofNullable(routines.computeIfAbsent(key, this::makeRoutine));
  }

  private static String table(String resource) {
    try (InputStream in = SystemCatalog.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] cells(String line) {
    return line.split("\t", -1);
  }

  /// Columns: schema, object, kind, column, type, nullability, column_list. The lines of an object
  /// stand together.
  private void indexViews(String table) {
    int line = table.indexOf('\n') + 1;
    while (line < table.length()) {
      int schemaEnd = table.indexOf('\t', line);
      int objectEnd = table.indexOf('\t', schemaEnd + 1);
      int next = line;
      do {
        int end = table.indexOf('\n', next);
        next = end < 0 ? table.length() : end + 1;
      } while (table.regionMatches(next, table, line, objectEnd + 1 - line));
      ObjectName name =
          new ObjectName(
              table.substring(line, schemaEnd), table.substring(schemaEnd + 1, objectEnd));
      views.put(NAMES.key(name), new View(name, table, line, next));
      line = next;
    }
  }

  private static Relation relation(View view) {
    List<String[]> rows = view.rows();
    List<Relation.Column> columns = columns(rows);
    String[] first = rows.getFirst();
    boolean complete = first.length > 6 && first[6].equals("complete");
    return new Relation(view.name(), Relation.Kind.SYSTEM, columns, complete && !columns.isEmpty());
  }

  private static List<Relation.Column> columns(List<String[]> rows) {
    List<Relation.Column> columns = new ArrayList<>();
    for (String[] row : rows) {
      if (!row[3].isEmpty()) {
        boolean nullable = row.length < 6 || !row[5].equals("not null");
        columns.add(new Relation.Column(row[3], type(row[4]), nullable, false, false, false));
      }
    }
    return columns;
  }

  private static SqlType type(String written) {
    String text =
        written.toLowerCase(Locale.ROOT).replace("not null", "").replace("null", "").strip();
    if (text.startsWith("sysname")) {
      return SqlType.SYSNAME;
    }
    // Types that the source cut off after the parenthesis.
    if (text.endsWith("(")) {
      text += "4000)";
    }
    return TypeText.parse(text);
  }

  /// Columns: procedure (with a schema before it where that is not `sys`), parameters.
  private void indexProcedures(String table) {
    table
        .lines()
        .skip(1)
        .map(SystemCatalog::cells)
        .forEach(row -> procedures.put(NAMES.key(procedureName(row)), row));
  }

  private static ObjectName procedureName(String[] row) {
    int dot = row[0].indexOf('.');
    return new ObjectName(dot < 0 ? "sys" : row[0].substring(0, dot), row[0].substring(dot + 1));
  }

  /// Null where there is none.
  private Routine makeRoutine(ObjectName key) {
    String[] procedure = procedures.get(key);
    if (procedure != null) {
      return procedure(procedure);
    }
    View view = views.get(key);
    if (view == null) {
      return null;
    }
    List<String[]> rows = view.rows();
    return rows.getFirst()[2].equals("function")
        ? new Routine(
            view.name(), Routine.Kind.TABLE_FUNCTION, List.of(), SqlType.UNKNOWN, columns(rows))
        : null;
  }

  private static Routine procedure(String[] row) {
    List<Parameter> parameters = new ArrayList<>();
    if (row.length > 1) {
      for (String parameter : row[1].split(",")) {
        if (!parameter.isBlank()) {
          parameters.add(
              new Parameter(parameter.strip(), SqlType.UNKNOWN, Optional.empty(), false, false));
        }
      }
    }
    return new Routine(
        procedureName(row), Routine.Kind.SYSTEM_PROCEDURE, parameters, SqlType.INT, List.of());
  }
}
