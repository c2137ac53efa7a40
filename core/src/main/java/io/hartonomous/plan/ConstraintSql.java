package io.hartonomous.plan;

import io.hartonomous.model.ObjectName;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// T-SQL on constraints that exist: dropped, disabled, validated. One without a name in the model
/// has a name in the database, which is looked up when the step runs: the same plan then works on
/// every copy of the database.
final class ConstraintSql {
  private ConstraintSql() {}

  static String drop(ObjectName table, TableConstraint constraint) {
    return constraint
        .name()
        .map(name -> "ALTER TABLE " + table.quoted() + " DROP CONSTRAINT " + Sql.name(name) + ";")
        .orElseGet(() ->
            onFound(
                table,
                lookup(table, constraint),
                "'ALTER TABLE " + table.quoted().replace("'", "''") + " DROP CONSTRAINT '",
                ""));
  }

  static String dropDefault(ObjectName table, String column, Optional<String> name) {
    return name.map(n -> "ALTER TABLE " + table.quoted() + " DROP CONSTRAINT " + Sql.name(n) + ";")
        .orElseGet(() ->
            onFound(
                table,
                """
                SELECT d.name
                  FROM sys.default_constraints AS d
                  JOIN sys.columns AS c ON c.object_id = d.parent_object_id AND c.column_id = d.parent_column_id
                  WHERE d.parent_object_id = OBJECT_ID(%s) AND c.name = %s\
                """
                    .formatted(Sql.string(table.quoted()), Sql.string(column)),
                "'ALTER TABLE " + table.quoted().replace("'", "''") + " DROP CONSTRAINT '",
                ""));
  }

  /// Existing rows against the constraint; it is trusted afterwards. Of checks without a name all
  /// on the table are looked at that are not trusted: what the server keeps of their text is its
  /// own.
  static String validate(ObjectName table, TableConstraint constraint) {
    if (constraint.name().isPresent() || !(constraint instanceof TableConstraint.Check)) {
      return state(table, constraint, "WITH CHECK CHECK CONSTRAINT ");
    }
    return """
    DECLARE @sql nvarchar(max) = N'';
    SELECT @sql = @sql + %s + QUOTENAME(k.name) + N';'
    FROM sys.check_constraints AS k
    WHERE k.parent_object_id = OBJECT_ID(%s)
      AND k.is_system_named = 1 AND k.is_not_trusted = 1 AND k.is_disabled = 0 AND k.is_not_for_replication = 0;
    EXEC sys.sp_executesql @sql;\
    """
        .formatted(
            Sql.string("ALTER TABLE " + table.quoted() + " WITH CHECK CHECK CONSTRAINT "),
            Sql.string(table.quoted()));
  }

  /// A check that the batch before made is the newest one; else it is found by its text.
  static String disableNew(ObjectName table, TableConstraint constraint) {
    if (constraint.name().isPresent() || !(constraint instanceof TableConstraint.Check)) {
      return disable(table, constraint);
    }
    String newest =
        "SELECT TOP (1) k.name FROM sys.check_constraints AS k WHERE k.parent_object_id ="
            + " OBJECT_ID("
            + Sql.string(table.quoted())
            + ") AND k.is_system_named = 1 ORDER BY k.create_date DESC, k.object_id DESC";
    return onFound(
        table,
        newest,
        "'ALTER TABLE " + table.quoted().replace("'", "''") + " NOCHECK CONSTRAINT '",
        "");
  }

  static String disable(ObjectName table, TableConstraint constraint) {
    return state(table, constraint, "NOCHECK CONSTRAINT ");
  }

  /// Enabled for new rows, existing ones not looked at.
  static String enable(ObjectName table, TableConstraint constraint) {
    return state(table, constraint, "WITH NOCHECK CHECK CONSTRAINT ");
  }

  private static String state(ObjectName table, TableConstraint constraint, String words) {
    return constraint
        .name()
        .map(name -> "ALTER TABLE " + table.quoted() + " " + words + Sql.name(name) + ";")
        .orElseGet(() ->
            onFound(
                table,
                lookup(table, constraint),
                "'ALTER TABLE " + table.quoted().replace("'", "''") + " " + words + "'",
                ""));
  }

  private static String onFound(ObjectName table, String query, String head, String tail) {
    return """
    DECLARE @name sysname = (
        %s);
    IF @name IS NULL
        THROW 50000, %s, 1;
    DECLARE @sql nvarchar(max) = N%s + QUOTENAME(@name) + N'%s;';
    EXEC sys.sp_executesql @sql;\
    """
        .formatted(
            query.replace("\n", "\n    "),
            Sql.string("A constraint without a name was not found on " + table.quoted()),
            head,
            tail);
  }

  private static String lookup(ObjectName table, TableConstraint constraint) {
    String id = "OBJECT_ID(" + Sql.string(table.quoted()) + ")";
    return switch (constraint) {
      case TableConstraint.Key key when key.primary() ->
          "SELECT k.name FROM sys.key_constraints AS k WHERE k.parent_object_id = "
              + id
              + " AND k.type = 'PK'";
      case TableConstraint.Key key ->
          """
          SELECT TOP (1) k.name
          FROM sys.key_constraints AS k
          WHERE k.parent_object_id = %s AND k.type = 'UQ' AND k.is_system_named = 1
            AND (SELECT COUNT(*) FROM sys.index_columns AS i WHERE i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id) = %d
            AND (SELECT COUNT(*)
                 FROM sys.index_columns AS i
                 JOIN sys.columns AS c ON c.object_id = i.object_id AND c.column_id = i.column_id
                 WHERE i.object_id = k.parent_object_id AND i.index_id = k.unique_index_id AND (%s)) = %d
          ORDER BY k.name\
          """
              .formatted(
                  id,
                  key.columns().size(),
                  ordinals(
                      "i.key_ordinal",
                      "c.name",
                      key.columns().stream().map(c -> c.name()).toList()),
                  key.columns().size());
      case TableConstraint.ForeignKey foreign ->
          """
          SELECT TOP (1) f.name
          FROM sys.foreign_keys AS f
          WHERE f.parent_object_id = %s AND f.referenced_object_id = OBJECT_ID(%s) AND f.is_system_named = 1
            AND (SELECT COUNT(*) FROM sys.foreign_key_columns AS k WHERE k.constraint_object_id = f.object_id) = %d
            AND (SELECT COUNT(*)
                 FROM sys.foreign_key_columns AS k
                 JOIN sys.columns AS c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
                 WHERE k.constraint_object_id = f.object_id AND (%s)) = %d
          ORDER BY f.name\
          """
              .formatted(
                  id,
                  Sql.string(foreign.referencedTable().quoted()),
                  foreign.columns().size(),
                  ordinals("k.constraint_column_id", "c.name", foreign.columns()),
                  foreign.columns().size());
      // The text is the server's own where the target was read from one. Where it comes from a
      // file, the
      // server has added brackets and parentheses to it.
      case TableConstraint.Check check ->
          """
          SELECT TOP (1) k.name
          FROM sys.check_constraints AS k
          WHERE k.parent_object_id = %s AND k.is_system_named = 1
            AND (k.definition = %s OR %s = %s)
          ORDER BY CASE WHEN k.definition = %s THEN 0 ELSE 1 END, k.name\
          """
              .formatted(
                  id,
                  Sql.string(check.condition().text()),
                  bare("k.definition"),
                  bare(Sql.string(check.condition().text())),
                  Sql.string(check.condition().text()));
      case TableConstraint.Connection _ ->
          "SELECT TOP (1) e.name FROM sys.edge_constraints AS e WHERE e.parent_object_id = "
              + id
              + " AND e.is_system_named = 1 ORDER BY e.name";
    };
  }

  private static String ordinals(String ordinal, String name, List<String> columns) {
    List<String> tests = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      tests.add(ordinal + " = " + (i + 1) + " AND " + name + " = " + Sql.string(columns.get(i)));
    }
    return tests.stream().collect(Collectors.joining(" OR "));
  }

  private static String bare(String text) {
    String bare = text;
    for (String mark : List.of("(", ")", "[", "]", " ")) {
      bare = "REPLACE(" + bare + ", N'" + mark + "', N'')";
    }
    return bare;
  }
}
