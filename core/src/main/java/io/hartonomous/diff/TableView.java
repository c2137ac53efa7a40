package io.hartonomous.diff;

import io.hartonomous.model.Collation;
import io.hartonomous.model.Column;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.SqlType;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import io.hartonomous.model.TableType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The part of [View] that sees tables, their columns, constraints and indexes.
final class TableView {
  private final Collation collation;
  private final String databaseCollation;
  private final PublishOptions options;

  TableView(Collation collation, String databaseCollation, PublishOptions options) {
    this.collation = collation;
    this.databaseCollation = databaseCollation;
    this.options = options;
  }

  PublishOptions publishOptions() {
    return options;
  }

  Table table(Table table) {
    List<Column> columns = new ArrayList<>(columns(table.columns(), table.constraints()));
    if (options.is(PublishOption.IGNORE_COLUMN_ORDER)) {
      columns.sort(Comparator.comparing(Column::name));
    }
    return new Table(
        collation.key(table.name()),
        columns,
        constraints(table.constraints()),
        indexes(table.indexes()),
        options(table.options()));
  }

  TableType tableType(TableType type) {
    return new TableType(
        collation.key(type.name()),
        columns(type.columns(), type.constraints()),
        constraints(type.constraints()),
        indexes(type.indexes()),
        type.memoryOptimized());
  }

  /// Columns in their order. Those of the primary key are NOT NULL, whether somebody wrote it or
  /// not.
  List<Column> columns(List<Column> columns, List<TableConstraint> constraints) {
    Set<String> keys = new HashSet<>();
    for (TableConstraint constraint : constraints) {
      if (constraint instanceof TableConstraint.Key key && key.primary()) {
        key.columns().forEach(column -> keys.add(collation.key(column.name())));
      }
    }
    return columns.stream()
        .map(column -> column(column, keys.contains(collation.key(column.name()))))
        .toList();
  }

  Column column(Column column, boolean primary) {
    boolean computed = column.computed().isPresent();
    // The server works out type and nullability of a computed column; the text says all that a
    // project can.
    return new Column(
        collation.key(column.name()),
        computed ? SqlType.UNKNOWN : type(column.type()),
        computed || column.nullable() && !primary,
        column.identity().map(this::identity),
        column.computed(),
        column.defaultConstraint().map(this::defaultConstraint),
        column.generatedAlways(),
        column.hidden(),
        column.rowGuidCol(),
        column.sparse(),
        column.fileStream(),
        column.maskingFunction());
  }

  Column.DefaultConstraint defaultConstraint(Column.DefaultConstraint constraint) {
    return new Column.DefaultConstraint(constraint.name().map(collation::key), constraint.value());
  }

  private Column.Identity identity(Column.Identity identity) {
    return new Column.Identity(
        options.is(PublishOption.IGNORE_IDENTITY_SEED) ? "1" : identity.seed(),
        options.is(PublishOption.IGNORE_INCREMENT) ? "1" : identity.increment(),
        identity.notForReplication() && !options.is(PublishOption.IGNORE_NOT_FOR_REPLICATION));
  }

  SqlType type(SqlType type) {
    Optional<String> written =
        type.collation()
            .filter(name ->
                !name.equalsIgnoreCase(databaseCollation)
                    && !options.is(PublishOption.IGNORE_COLUMN_COLLATION))
            .map(collation::key);
    Optional<ObjectName> user = type.userType().map(collation::key);
    if (user.isPresent()) {
      // What an alias type stands for is told by the alias type itself.
      return new SqlType(SqlType.Base.UNKNOWN, 0, 0, 0, written, user);
    }
    return switch (type.base()) {
      case FLOAT ->
          type.precision() > 0 && type.precision() <= 24
              ? SqlType.of(SqlType.Base.REAL)
              : SqlType.FLOAT;
      case CHAR, VARCHAR, NCHAR, NVARCHAR, BINARY, VARBINARY ->
          new SqlType(type.base(), type.length() == 0 ? 1 : type.length(), 0, 0, written, user);
      case DECIMAL, NUMERIC ->
          new SqlType(
              type.base(),
              0,
              type.precision() == 0 ? 18 : type.precision(),
              type.scale(),
              written,
              user);
      case TIME, DATETIME2, DATETIMEOFFSET -> SqlType.scaled(type.base(), type.scale());
      case VECTOR -> SqlType.sized(type.base(), type.length());
      default -> new SqlType(type.base(), 0, 0, 0, written, user);
    };
  }

  /// Constraints in one order: named ones by name, then the others by what they say.
  List<TableConstraint> constraints(List<TableConstraint> constraints) {
    return constraints.stream()
        .map(this::constraint)
        .sorted(
            Comparator.comparing((TableConstraint c) -> c.name().isEmpty())
                .thenComparing(c -> c.name().orElse(""))
                .thenComparing(Object::toString))
        .toList();
  }

  TableConstraint constraint(TableConstraint constraint) {
    return switch (constraint) {
      case TableConstraint.Key key ->
          new TableConstraint.Key(
              key.name().map(collation::key),
              key.primary(),
              key.clustered(),
              indexColumns(key.columns()),
              indexOptions(key.options()),
              placement(key.placement()));
      case TableConstraint.ForeignKey foreign ->
          new TableConstraint.ForeignKey(
              foreign.name().map(collation::key),
              names(foreign.columns()),
              collation.key(foreign.referencedTable()),
              names(foreign.referencedColumns()),
              foreign.onDelete(),
              foreign.onUpdate(),
              foreign.notForReplication() && !options.is(PublishOption.IGNORE_NOT_FOR_REPLICATION),
              foreign.enabled(),
              trusted(
                  foreign.enabled(),
                  foreign.trusted(),
                  foreign.notForReplication(),
                  PublishOption.IGNORE_WITH_NOCHECK_ON_FOREIGN_KEYS));
      case TableConstraint.Check check ->
          new TableConstraint.Check(
              check.name().map(collation::key),
              check.condition(),
              check.notForReplication() && !options.is(PublishOption.IGNORE_NOT_FOR_REPLICATION),
              check.enabled(),
              trusted(
                  check.enabled(),
                  check.trusted(),
                  check.notForReplication(),
                  PublishOption.IGNORE_WITH_NOCHECK_ON_CHECK_CONSTRAINTS));
      case TableConstraint.Connection connection ->
          new TableConstraint.Connection(
              connection.name().map(collation::key),
              connection.from().stream().map(collation::key).toList(),
              connection.to().stream().map(collation::key).toList(),
              connection.onDelete());
    };
  }

  /// A disabled constraint, and one NOT FOR REPLICATION, is never trusted by the server, whatever
  /// was written.
  private boolean trusted(
      boolean enabled, boolean trusted, boolean notForReplication, PublishOption ignored) {
    return options.is(ignored) || !enabled || notForReplication || trusted;
  }

  List<Index> indexes(List<Index> indexes) {
    return indexes.stream().map(this::index).sorted(Comparator.comparing(Index::name)).toList();
  }

  Index index(Index index) {
    return new Index(
        collation.key(index.name()),
        index.kind(),
        index.unique(),
        index.clustered(),
        indexColumns(index.columns()),
        index.kind() == Index.IndexKind.COLUMNSTORE
            ? List.of()
            : index.include().stream().map(collation::key).sorted().toList(),
        index.filter(),
        indexOptions(index.options()),
        placement(index.placement()));
  }

  private List<IndexColumn> indexColumns(List<IndexColumn> columns) {
    return columns.stream()
        .map(column -> new IndexColumn(collation.key(column.name()), column.descending()))
        .toList();
  }

  private List<String> names(List<String> names) {
    return names.stream().map(collation::key).toList();
  }

  private IndexOptions indexOptions(IndexOptions written) {
    if (options.is(PublishOption.IGNORE_INDEX_OPTIONS)) {
      return IndexOptions.DEFAULT;
    }
    boolean locks = options.is(PublishOption.IGNORE_LOCK_HINTS_ON_INDEXES);
    return new IndexOptions(
        options.is(PublishOption.IGNORE_FILL_FACTOR) || written.fillFactor() == 100
            ? 0
            : written.fillFactor(),
        written.padIndex() && !options.is(PublishOption.IGNORE_INDEX_PADDING),
        written.ignoreDupKey(),
        written.statisticsNoRecompute(),
        locks || written.allowRowLocks(),
        locks || written.allowPageLocks(),
        written.optimizeForSequentialKey(),
        written.compression(),
        written.disabled());
  }

  private Optional<Table.Placement> placement(Optional<Table.Placement> placement) {
    return placement
        .filter(p ->
            !options.is(
                p.column().isPresent()
                    ? PublishOption.IGNORE_OBJECT_PLACEMENT_ON_PARTITION_SCHEME
                    : PublishOption.IGNORE_FILEGROUP_PLACEMENT))
        .filter(p -> !collation.key(p.name()).equals("primary"))
        .map(p -> new Table.Placement(collation.key(p.name()), p.column().map(collation::key)));
  }

  Table.TableOptions options(Table.TableOptions table) {
    boolean ignored = options.is(PublishOption.IGNORE_TABLE_OPTIONS);
    boolean filegroups = options.is(PublishOption.IGNORE_FILEGROUP_PLACEMENT);
    // QUOTED_IDENTIFIER is not kept for a table.
    return new Table.TableOptions(
        table.systemVersioning().map(this::versioning),
        table.graph(),
        table.memoryOptimized(),
        table.memoryOptimized() ? table.durability() : Optional.empty(),
        placement(table.placement()),
        filegroups ? Optional.empty() : table.textImageOn().map(collation::key),
        filegroups ? Optional.empty() : table.fileStreamOn().map(collation::key),
        table.compression(),
        ignored ? "TABLE" : table.lockEscalation(),
        options.is(PublishOption.IGNORE_ANSI_NULLS) || table.ansiNulls(),
        true);
  }

  private Table.SystemVersioning versioning(Table.SystemVersioning versioning) {
    return new Table.SystemVersioning(
        collation.key(versioning.periodStart()),
        collation.key(versioning.periodEnd()),
        versioning.on(),
        versioning.on() ? versioning.history().map(collation::key) : Optional.empty(),
        versioning.on() ? versioning.retention() : "INFINITE");
  }
}
