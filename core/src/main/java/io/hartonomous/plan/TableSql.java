package io.hartonomous.plan;

import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlText;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// T-SQL of tables and what belongs to them. Source: Microsoft Learn, "CREATE TABLE", "ALTER
/// TABLE", "CREATE INDEX", "CREATE TYPE" (Transact-SQL), Syntax.
final class TableSql {
  private TableSql() {}

  /// CREATE TABLE with the columns and the given constraints.
  static String create(Table table, List<Column> columns, List<TableConstraint> constraints) {
    List<String> lines = new ArrayList<>();
    columns.forEach(column -> lines.add(column(column)));
    table.options().systemVersioning().ifPresent(v -> lines.add(period(v)));
    constraints.forEach(constraint -> lines.add(constraint(constraint)));
    return "CREATE TABLE "
        + table.name().quoted()
        + " (\n    "
        + String.join(",\n    ", lines)
        + "\n)"
        + tail(table.options())
        + ";";
  }

  static String period(Table.SystemVersioning versioning) {
    return "PERIOD FOR SYSTEM_TIME ("
        + Sql.name(versioning.periodStart())
        + ", "
        + Sql.name(versioning.periodEnd())
        + ")";
  }

  private static String tail(Table.TableOptions options) {
    StringBuilder tail = new StringBuilder();
    switch (options.graph()) {
      case NODE -> tail.append(" AS NODE");
      case EDGE -> tail.append(" AS EDGE");
      case NONE -> {}
    }
    options.placement().ifPresent(p -> tail.append(placement(p)));
    options
        .textImageOn()
        .ifPresent(group -> tail.append("\nTEXTIMAGE_ON ").append(Sql.name(group)));
    options
        .fileStreamOn()
        .ifPresent(group -> tail.append("\nFILESTREAM_ON ").append(Sql.name(group)));
    List<String> with = new ArrayList<>();
    if (options.memoryOptimized()) {
      with.add("MEMORY_OPTIMIZED = ON");
      options.durability().ifPresent(durability -> with.add("DURABILITY = " + durability));
    }
    if (!options.compression().equals("NONE")) {
      with.add("DATA_COMPRESSION = " + options.compression());
    }
    options
        .systemVersioning()
        .filter(Table.SystemVersioning::on)
        .ifPresent(v -> with.add(versioningOn(v)));
    if (!with.isEmpty()) {
      tail.append("\nWITH (").append(String.join(", ", with)).append(")");
    }
    return tail.toString();
  }

  /// `SYSTEM_VERSIONING = ON (...)`.
  static String versioningOn(Table.SystemVersioning versioning) {
    List<String> arguments = new ArrayList<>();
    versioning.history().ifPresent(history -> arguments.add("HISTORY_TABLE = " + history.quoted()));
    if (!versioning.retention().equals("INFINITE")) {
      arguments.add("HISTORY_RETENTION_PERIOD = " + versioning.retention());
    }
    return "SYSTEM_VERSIONING = ON"
        + (arguments.isEmpty() ? "" : " (" + String.join(", ", arguments) + ")");
  }

  static String placement(Table.Placement placement) {
    return "\nON "
        + Sql.name(placement.name())
        + placement.column().map(column -> " (" + Sql.name(column) + ")").orElse("");
  }

  /// A column as CREATE TABLE and ALTER TABLE ADD write it, with its default.
  static String column(Column column) {
    StringBuilder sql = new StringBuilder(Sql.name(column.name())).append(' ');
    if (column.computed().isPresent()) {
      Column.Computed computed = column.computed().get();
      sql.append("AS ").append(parenthesized(computed.expression()));
      if (computed.persisted()) {
        sql.append(" PERSISTED").append(column.nullable() ? "" : " NOT NULL");
      }
      return sql.toString();
    }
    sql.append(type(column.type()));
    if (column.fileStream()) {
      sql.append(" FILESTREAM");
    }
    if (column.sparse()) {
      sql.append(" SPARSE");
    }
    column
        .maskingFunction()
        .ifPresent(function ->
            sql.append(" MASKED WITH (FUNCTION = '")
                .append(function.replace("'", "''"))
                .append("')"));
    column
        .generatedAlways()
        .ifPresent(kind ->
            sql.append(" GENERATED ALWAYS AS ")
                .append(
                    kind.name()
                        .replace("TRANSACTION_ID_", "TRANSACTION_ID ")
                        .replace("SEQUENCE_NUMBER_", "SEQUENCE_NUMBER ")
                        .replace("ROW_", "ROW ")));
    if (column.hidden()) {
      sql.append(" HIDDEN");
    }
    column
        .identity()
        .ifPresent(identity -> {
          sql.append(" IDENTITY (")
              .append(identity.seed())
              .append(", ")
              .append(identity.increment())
              .append(')');
          if (identity.notForReplication()) {
            sql.append(" NOT FOR REPLICATION");
          }
        });
    if (column.rowGuidCol()) {
      sql.append(" ROWGUIDCOL");
    }
    column.defaultConstraint().ifPresent(d -> sql.append(' ').append(defaultConstraint(d)));
    return sql.append(column.nullable() ? " NULL" : " NOT NULL").toString();
  }

  /// A type with its collation.
  static String type(SqlType type) {
    return type.sql()
        + type.collation()
            .filter(_ -> type.base().isCharacter())
            .map(collation -> " COLLATE " + collation)
            .orElse("");
  }

  static String defaultConstraint(Column.DefaultConstraint constraint) {
    return constraint.name().map(name -> "CONSTRAINT " + Sql.name(name) + " ").orElse("")
        + "DEFAULT "
        + parenthesized(constraint.value());
  }

  /// An expression in exactly one pair of parentheses more than it needs, which every place takes.
  static String parenthesized(SqlText text) {
    String sql = text.text().strip();
    return sql.startsWith("(") && closesAtEnd(sql) ? sql : "(" + sql + ")";
  }

  /// Whether the first parenthesis is closed by the last character. Inside strings and comments
  /// parentheses do not count; where there are any the answer is no.
  private static boolean closesAtEnd(String sql) {
    if (sql.contains("'")
        || sql.contains("--")
        || sql.contains("/*")
        || sql.contains("[")
        || sql.contains("\"")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i == sql.length() - 1;
      }
    }
    return false;
  }

  /// A constraint as it stands in CREATE TABLE and after ADD.
  static String constraint(TableConstraint constraint) {
    String name = constraint.name().map(n -> "CONSTRAINT " + Sql.name(n) + " ").orElse("");
    return name
        + switch (constraint) {
          case TableConstraint.Key key ->
              (key.primary() ? "PRIMARY KEY" : "UNIQUE")
                  + (key.clustered() ? " CLUSTERED " : " NONCLUSTERED ")
                  + columns(key.columns())
                  + with(key.options())
                  + key.placement().map(TableSql::placement).orElse("");
          case TableConstraint.ForeignKey foreign ->
              "FOREIGN KEY ("
                  + Sql.names(foreign.columns())
                  + ") REFERENCES "
                  + foreign.referencedTable().quoted()
                  + (foreign.referencedColumns().isEmpty()
                      ? ""
                      : " (" + Sql.names(foreign.referencedColumns()) + ")")
                  + action(" ON DELETE ", foreign.onDelete())
                  + action(" ON UPDATE ", foreign.onUpdate())
                  + (foreign.notForReplication() ? " NOT FOR REPLICATION" : "");
          case TableConstraint.Check check ->
              "CHECK "
                  + (check.notForReplication() ? "NOT FOR REPLICATION " : "")
                  + parenthesized(check.condition());
          case TableConstraint.Connection connection ->
              "CONNECTION ("
                  + connections(connection)
                  + ")"
                  + action(" ON DELETE ", connection.onDelete());
        };
  }

  private static String connections(TableConstraint.Connection connection) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < connection.from().size(); i++) {
      pairs.add(connection.from().get(i).quoted() + " TO " + connection.to().get(i).quoted());
    }
    return String.join(", ", pairs);
  }

  private static String action(String words, TableConstraint.Action action) {
    return action == TableConstraint.Action.NO_ACTION ? "" : words + action.sql();
  }

  private static String columns(List<IndexColumn> columns) {
    return columns.stream()
        .map(c -> Sql.name(c.name()) + (c.descending() ? " DESC" : " ASC"))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String with(IndexOptions options) {
    List<String> with = new ArrayList<>();
    if (options.fillFactor() != 0) {
      with.add("FILLFACTOR = " + options.fillFactor());
    }
    if (options.padIndex()) {
      with.add("PAD_INDEX = ON");
    }
    if (options.ignoreDupKey()) {
      with.add("IGNORE_DUP_KEY = ON");
    }
    if (options.statisticsNoRecompute()) {
      with.add("STATISTICS_NORECOMPUTE = ON");
    }
    if (!options.allowRowLocks()) {
      with.add("ALLOW_ROW_LOCKS = OFF");
    }
    if (!options.allowPageLocks()) {
      with.add("ALLOW_PAGE_LOCKS = OFF");
    }
    if (options.optimizeForSequentialKey()) {
      with.add("OPTIMIZE_FOR_SEQUENTIAL_KEY = ON");
    }
    if (!options.compression().equals("NONE")) {
      with.add("DATA_COMPRESSION = " + options.compression());
    }
    return with.isEmpty() ? "" : " WITH (" + String.join(", ", with) + ")";
  }

  static String createIndex(ObjectName owner, Index index) {
    StringBuilder sql = new StringBuilder("CREATE ");
    if (index.unique()) {
      sql.append("UNIQUE ");
    }
    sql.append(index.clustered() ? "CLUSTERED " : "NONCLUSTERED ");
    if (index.kind() == Index.IndexKind.COLUMNSTORE) {
      sql.append("COLUMNSTORE ");
    }
    sql.append("INDEX ").append(Sql.name(index.name())).append("\n    ON ").append(owner.quoted());
    if (index.kind() == Index.IndexKind.COLUMNSTORE) {
      // A columnstore index has no order of its columns, and a clustered one none at all.
      if (!index.clustered()) {
        sql.append(" (")
            .append(Sql.names(index.columns().stream().map(IndexColumn::name).toList()))
            .append(")");
      }
    } else {
      sql.append(' ').append(columns(index.columns()));
    }
    if (!index.include().isEmpty()) {
      sql.append("\n    INCLUDE (").append(Sql.names(index.include())).append(")");
    }
    index.filter().ifPresent(filter -> sql.append("\n    WHERE ").append(filter.text()));
    IndexOptions options = index.options();
    sql.append(
        index.kind() == Index.IndexKind.COLUMNSTORE && options.compression().equals("COLUMNSTORE")
            ? ""
            : with(options));
    index.placement().ifPresent(p -> sql.append(placement(p)));
    return sql.append(';').toString();
  }

  static String disableIndex(ObjectName owner, Index index) {
    return "ALTER INDEX " + Sql.name(index.name()) + " ON " + owner.quoted() + " DISABLE;";
  }

  static String dropIndex(ObjectName owner, Index index) {
    return "DROP INDEX " + Sql.name(index.name()) + " ON " + owner.quoted() + ";";
  }

  /// `withNoCheck` for a table that may have rows: they are validated later.
  static String addConstraint(ObjectName table, TableConstraint constraint, boolean withNoCheck) {
    boolean checked =
        constraint instanceof TableConstraint.ForeignKey
            || constraint instanceof TableConstraint.Check;
    return "ALTER TABLE "
        + table.quoted()
        + (checked ? withNoCheck ? " WITH NOCHECK" : " WITH CHECK" : "")
        + "\n    ADD "
        + constraint(constraint)
        + ";";
  }

  static String alterColumn(ObjectName table, Column column) {
    return "ALTER TABLE "
        + table.quoted()
        + " ALTER COLUMN "
        + Sql.name(column.name())
        + " "
        + type(column.type())
        + (column.sparse() ? " SPARSE" : "")
        + (column.nullable() ? " NULL" : " NOT NULL")
        + ";";
  }

  static String createType(TableType type) {
    List<String> lines = new ArrayList<>();
    type.columns().forEach(column -> lines.add(column(column)));
    type.constraints()
        .forEach(constraint -> lines.add(constraint(constraint.withName(Optional.empty()))));
    for (Index index : type.indexes()) {
      lines.add(
          "INDEX "
              + Sql.name(index.name())
              + (index.unique() ? " UNIQUE" : "")
              + (index.kind() == Index.IndexKind.HASH
                  ? " HASH "
                  : index.clustered() ? " CLUSTERED " : " NONCLUSTERED ")
              + columns(index.columns()));
    }
    return "CREATE TYPE "
        + type.name().quoted()
        + " AS TABLE (\n    "
        + String.join(",\n    ", lines)
        + "\n)"
        + (type.memoryOptimized() ? "\nWITH (MEMORY_OPTIMIZED = ON)" : "")
        + ";";
  }
}
