package io.hartonomous.bind;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Module.Parameter;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The system's views, functions and procedures, from the tables bundled with the tool. System
/// names compare without regard to case.
public final class SystemCatalog {
  private static final Collation NAMES = Collation.DEFAULT;

  private final Map<ObjectName, Relation> relations = new HashMap<>();
  private final Map<ObjectName, Routine> routines = new HashMap<>();

  private SystemCatalog() {
    readViews();
    readProcedures();
  }

  /// Read when first asked for: most builds name few system objects, some none.
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
    return isSystemSchema(name.schema())
        ? Optional.ofNullable(relations.get(NAMES.key(name)))
        : Optional.empty();
  }

  /// A system function or procedure; its schema is `sys`.
  public Optional<Routine> routine(ObjectName name) {
    return name.schema().equalsIgnoreCase("sys")
        ? Optional.ofNullable(routines.get(NAMES.key(name)))
        : Optional.empty();
  }

  private static List<String[]> rows(String resource) {
    try (InputStream in = SystemCatalog.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String[]> rows = new ArrayList<>();
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        rows.add(line.split("\t", -1));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Columns: schema, object, kind, column, type, nullability, column_list.
  private void readViews() {
    String schema = "";
    String object = "";
    String kind = "";
    boolean complete = true;
    List<Relation.Column> columns = new ArrayList<>();
    for (String[] row : rows("system-views.tsv")) {
      if (!row[0].equals(schema) || !row[1].equals(object)) {
        put(schema, object, kind, columns, complete);
        schema = row[0];
        object = row[1];
        kind = row[2];
        complete = row.length > 6 && row[6].equals("complete");
        columns = new ArrayList<>();
      }
      if (!row[3].isEmpty()) {
        boolean nullable = row.length < 6 || !row[5].equals("not null");
        columns.add(new Relation.Column(row[3], type(row[4]), nullable, false, false, false));
      }
    }
    put(schema, object, kind, columns, complete);
  }

  private void put(
      String schema, String object, String kind, List<Relation.Column> columns, boolean complete) {
    if (object.isEmpty()) {
      return;
    }
    ObjectName name = new ObjectName(schema, object);
    if (kind.equals("function")) {
      routines.put(
          NAMES.key(name),
          new Routine(name, Routine.Kind.TABLE_FUNCTION, List.of(), SqlType.UNKNOWN, columns));
    }
    relations.put(
        NAMES.key(name),
        new Relation(name, Relation.Kind.SYSTEM, columns, complete && !columns.isEmpty()));
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
  private void readProcedures() {
    for (String[] row : rows("system-procedures.tsv")) {
      int dot = row[0].indexOf('.');
      ObjectName name =
          new ObjectName(dot < 0 ? "sys" : row[0].substring(0, dot), row[0].substring(dot + 1));
      List<Parameter> parameters = new ArrayList<>();
      if (row.length > 1) {
        for (String parameter : row[1].split(",")) {
          if (!parameter.isBlank()) {
            parameters.add(
                new Parameter(parameter.strip(), SqlType.UNKNOWN, Optional.empty(), false, false));
          }
        }
      }
      routines.put(
          NAMES.key(name),
          new Routine(name, Routine.Kind.SYSTEM_PROCEDURE, parameters, SqlType.INT, List.of()));
    }
  }
}
