package io.hartonomous.introspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// All catalog rows of a database, read in two round trips: what the server is, then everything.
final class Catalog {
  private static final String FACTS =
      """
      DECLARE @version nvarchar(128) = CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion'));
      DECLARE @edition int = CONVERT(int, SERVERPROPERTY('EngineEdition'));
      SELECT @version AS product_version, @edition AS engine_edition, d.name AS database_name,
             d.collation_name,
             HAS_PERMS_BY_NAME(d.name, 'DATABASE', 'VIEW DEFINITION') AS may_view_definition
      FROM sys.databases AS d
      WHERE d.database_id = DB_ID();
      SELECT o.name AS view_name, c.name AS column_name
      FROM sys.all_columns AS c
      JOIN sys.all_objects AS o ON o.object_id = c.object_id
      WHERE o.schema_id = SCHEMA_ID('sys') AND c.name IN (%s);\
      """;

  private final Map<CatalogQuery, List<CatalogRow>> rows = new EnumMap<>(CatalogQuery.class);
  private ServerFacts facts;

  private Catalog() {}

  static Catalog read(Connection connection) throws IntrospectionException {
    Catalog catalog = new Catalog();
    Set<String> known = catalog.facts(connection);
    catalog.rows(connection, known);
    return catalog;
  }

  ServerFacts facts() {
    return facts;
  }

  List<CatalogRow> rows(CatalogQuery query) {
    return rows.get(query);
  }

  /// The rows by the value of an id column, in their order.
  Map<Integer, List<CatalogRow>> by(CatalogQuery query, String column) {
    Map<Integer, List<CatalogRow>> by = new HashMap<>();
    for (CatalogRow row : rows(query)) {
      by.computeIfAbsent(row.number(column), _ -> new ArrayList<>()).add(row);
    }
    return by;
  }

  /// One row for each id.
  Map<Integer, CatalogRow> one(CatalogQuery query, String column) {
    Map<Integer, CatalogRow> one = new HashMap<>();
    rows(query).forEach(row -> one.put(row.number(column), row));
    return one;
  }

  private Set<String> facts(Connection connection) throws IntrospectionException {
    try (Statement statement = connection.createStatement()) {
      boolean result = statement.execute(FACTS.formatted(CatalogQuery.optionalNames()));
      CatalogRow row = drain(statement, result).getFirst();
      facts =
          new ServerFacts(
              row.string("product_version"),
              row.number("engine_edition"),
              row.string("database_name"),
              row.string("collation_name"));
      if (!row.flag("may_view_definition")) {
        throw new IntrospectionException(
            "the login may not see all definitions in database "
                + facts.database()
                + ": the right VIEW DEFINITION on the database is missing");
      }
      Set<String> known = new HashSet<>();
      for (CatalogRow column : drain(statement, statement.getMoreResults())) {
        known.add(column.string("view_name") + "." + column.string("column_name"));
      }
      return known;
    } catch (SQLException e) {
      throw failed("the server's properties", e);
    }
  }

  private void rows(Connection connection, Set<String> known) throws IntrospectionException {
    StringBuilder batch = new StringBuilder();
    for (CatalogQuery query : CatalogQuery.values()) {
      // Azure counts its versions from 12, and tells its columns itself.
      int version = facts.isAzure() ? 16 : facts.majorVersion();
      batch.append(query.sql(version, known)).append('\n');
    }
    CatalogQuery current = CatalogQuery.values()[0];
    try (Statement statement = connection.createStatement()) {
      boolean result = statement.execute(batch.toString());
      for (CatalogQuery query : CatalogQuery.values()) {
        current = query;
        rows.put(query, drain(statement, result));
        result = statement.getMoreResults();
      }
    } catch (SQLException e) {
      throw failed(current.view(), e);
    }
  }

  /// Moves on to the next result set and reads it. Counts and messages in between are no results.
  private static List<CatalogRow> drain(Statement statement, boolean isResultSet)
      throws SQLException {
    boolean result = isResultSet;
    while (!result) {
      if (statement.getUpdateCount() == -1) {
        throw new SQLException("a result set is missing");
      }
      result = statement.getMoreResults();
    }
    try (ResultSet set = statement.getResultSet()) {
      ResultSetMetaData meta = set.getMetaData();
      Map<String, Integer> columns = new HashMap<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.put(meta.getColumnLabel(i).toLowerCase(Locale.ROOT), i - 1);
      }
      List<CatalogRow> rows = new ArrayList<>();
      while (set.next()) {
        Object[] values = new Object[meta.getColumnCount()];
        for (int i = 0; i < values.length; i++) {
          values[i] = set.getObject(i + 1);
        }
        rows.add(new CatalogRow(columns, values));
      }
      return rows;
    }
  }

  private static IntrospectionException failed(String what, SQLException e) {
    return new IntrospectionException(
        "reading " + what + " failed with error " + e.getErrorCode() + ": " + e.getMessage(), e);
  }
}
