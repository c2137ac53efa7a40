package io.hartonomous.engine.catalog;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Rows of tables and table types: columns, keys, constraints, indexes.
///
/// Ids: those of the entry's [ObjectIds]; every constraint has a name by now, because the data
/// definition gave one to those without.
final class TableRows {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]? *[0-9]*\\.?[0-9]+([eE][+-]?[0-9]+)?|[+-]? *[0-9]+\\.");

  private final CatalogRows rows;
  private final CatalogEntry entry;
  private final PgNaming names;
  private final ObjectIds ids;
  private final int id;

  TableRows(CatalogRows rows, CatalogEntry entry, PgNaming names) {
    this.rows = rows;
    this.entry = entry;
    this.names = names;
    this.ids = entry.ids();
    this.id = entry.id();
  }

  /// The `user_type_id` of a table type, beside the object id of its table.
  static int typeId(CatalogEntry tableType) {
    return tableType.ids().constraints().getOrDefault("@type", tableType.id());
  }

  void write(Table table) {
    rows.object(entry, id, entry.name().name(), 0, "U", false);
    Optional<Table.SystemVersioning> versioning = table.options().systemVersioning();
    Optional<Table.SystemVersioning> on = versioning.filter(Table.SystemVersioning::on);
    String[] retention = on.map(v -> v.retention().split(" ")).orElse(new String[] {""});
    rows.out.insert(
        "tables",
        id,
        ids.lastColumn(),
        table.options().ansiNulls(),
        table.options().memoryOptimized(),
        table.options().durability().filter(d -> d.equals("SCHEMA_ONLY")).isPresent() ? 1 : 0,
        on.isPresent() ? 2 : 0,
        on.flatMap(Table.SystemVersioning::history)
            .flatMap(rows.state::named)
            .map(CatalogEntry::id)
            .orElse(null),
        on.isPresent()
            ? (retention.length == 2 ? Integer.valueOf(retention[0]) : Integer.valueOf(-1))
            : null,
        on.isPresent() ? retentionUnit(retention.length == 2 ? retention[1] : "") : null,
        table.options().graph() == Table.Graph.NODE,
        table.options().graph() == Table.Graph.EDGE,
        switch (table.options().lockEscalation()) {
          case "DISABLE" -> 1;
          case "AUTO" -> 2;
          default -> 0;
        },
        1,
        compression(table.options().compression()));
    versioning.ifPresent(
        v -> rows.out.insert("periods", id, column(v.periodStart()), column(v.periodEnd())));
    rows.out.insert("pg_names", id, names.table(table.name()));
    columns(table.name(), table.columns());
    boolean clustered =
        table.indexes().stream().anyMatch(Index::clustered)
            || table.constraints().stream()
                .anyMatch(c -> c instanceof TableConstraint.Key k && k.clustered());
    if (!clustered) {
      index(0, null, 0, false, false, false, IndexOptions.DEFAULT, null, null);
    }
    table.constraints().forEach(this::constraint);
    table.indexes().forEach(this::index);
  }

  void write(TableType type) {
    rows.object(
        entry, id, 4, "TT_" + type.name().name() + "_" + String.format("%08X", id), 0, "TT", false);
    rows.out.insert(
        "types",
        typeId(entry),
        type.name().name(),
        rows.collation.key(type.name().name()),
        243,
        rows.schemaId(type.name().schema()),
        -1,
        0,
        0,
        null,
        0,
        1,
        0,
        1,
        id);
    columns(type.name(), type.columns());
    type.constraints().forEach(this::constraint);
    type.indexes().forEach(this::index);
  }

  /// The indexes of a view.
  void indexes(List<Index> indexes) {
    indexes.forEach(this::index);
  }

  private static int retentionUnit(String word) {
    return switch (word.isEmpty() ? "" : word.substring(0, 1)) {
      case "D" -> 3;
      case "W" -> 4;
      case "M" -> 5;
      case "Y" -> 6;
      default -> -1;
    };
  }

  private static int compression(String word) {
    return switch (word) {
      case "ROW" -> 1;
      case "PAGE" -> 2;
      case "COLUMNSTORE" -> 3;
      case "COLUMNSTORE_ARCHIVE" -> 4;
      default -> 0;
    };
  }

  private int column(String name) {
    return number(ids.columns(), name, "column");
  }

  private int number(Map<String, Integer> map, String name, String what) {
    Integer number = map.get(rows.collation.key(name));
    if (number == null) {
      throw new IllegalStateException("no id for " + what + " " + name + " of " + entry.name());
    }
    return number;
  }

  private void columns(ObjectName owner, List<Column> columns) {
    for (Column c : columns) {
      SqlType type = c.type();
      int defaultId = 0;
      if (c.defaultConstraint().isPresent()) {
        String name = c.defaultConstraint().get().name().orElseThrow();
        defaultId = number(ids.constraints(), name, "constraint");
        rows.object(entry, defaultId, name, id, "D", systemNamed(name));
        rows.out.insert(
            "default_constraints",
            defaultId,
            id,
            column(c.name()),
            parenthesised(c.defaultConstraint().get().value().text()));
      }
      rows.out.insert(
          "columns",
          id,
          column(c.name()),
          c.name(),
          rows.collation.key(c.name()),
          SystemTypes.id(type.base()),
          rows.userTypeId(type),
          SystemTypes.maxLength(type),
          SystemTypes.precision(type),
          SystemTypes.scale(type),
          rows.collationOf(type),
          c.nullable(),
          c.rowGuidCol(),
          c.identity().isPresent(),
          c.computed().isPresent(),
          c.fileStream(),
          c.sparse(),
          c.hidden(),
          defaultId,
          c.generatedAlways().map(TableRows::generated).orElse(0),
          c.maskingFunction().orElse(null),
          c.identity().map(Column.Identity::seed).orElse(null),
          c.identity().map(Column.Identity::increment).orElse(null),
          c.identity().map(Column.Identity::notForReplication).orElse(false),
          c.identity().isPresent() && entry.object() instanceof Table
              ? names.identity(owner, c.name())
              : null,
          c.computed().map(x -> parenthesised(x.expression().text())).orElse(null),
          c.computed().map(Column.Computed::persisted).orElse(false),
          type.base() == SqlType.Base.VECTOR ? type.length() : null);
    }
  }

  private static int generated(Column.GeneratedAlways kind) {
    return switch (kind) {
      case ROW_START -> 1;
      case ROW_END -> 2;
      case TRANSACTION_ID_START -> 5;
      case TRANSACTION_ID_END -> 6;
      case SEQUENCE_NUMBER_START -> 7;
      case SEQUENCE_NUMBER_END -> 8;
    };
  }

  /// As the server stores an expression: in one pair of parentheses, a number in its own besides.
  static String parenthesised(String text) {
    String inner = text.strip();
    while (isEnclosed(inner)) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    return NUMBER.matcher(inner).matches() ? "((" + inner + "))" : "(" + inner + ")";
  }

  /// Whether the first parenthesis closes at the end.
  private static boolean isEnclosed(String text) {
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return false;
    }
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else {
        switch (c) {
          case '\'', '"' -> quote = c;
          case '[' -> quote = ']';
          case '(' -> depth++;
          case ')' -> depth--;
          default -> {}
        }
        if (depth == 0 && i < text.length() - 1) {
          return false;
        }
      }
    }
    return depth == 0;
  }

  private boolean systemNamed(String name) {
    return ids.systemNamed().contains(rows.collation.key(name));
  }

  private void constraint(TableConstraint constraint) {
    String name = constraint.name().orElseThrow();
    int number = number(ids.constraints(), name, "constraint");
    switch (constraint) {
      case TableConstraint.Key key -> {
        rows.object(entry, number, name, id, key.primary() ? "PK" : "UQ", systemNamed(name));
        int index = number(ids.indexes(), name, "index");
        index(
            index,
            name,
            key.clustered() ? 1 : 2,
            true,
            key.primary(),
            !key.primary(),
            key.options(),
            null,
            number);
        indexColumns(index, key.columns(), List.of());
      }
      case TableConstraint.ForeignKey key -> foreignKey(number, name, key);
      case TableConstraint.Check check -> {
        rows.object(entry, number, name, id, "C", systemNamed(name));
        rows.out.insert(
            "check_constraints",
            number,
            id,
            0,
            parenthesised(check.condition().text()),
            !check.enabled(),
            check.notForReplication(),
            !check.trusted());
      }
      case TableConstraint.Connection _ ->
          rows.object(entry, number, name, id, "EC", systemNamed(name));
    }
  }

  private void foreignKey(int number, String name, TableConstraint.ForeignKey key) {
    rows.object(entry, number, name, id, "F", systemNamed(name));
    CatalogEntry referenced = rows.state.named(key.referencedTable()).orElseThrow();
    Optional<Integer> keyIndex =
        ((Table) referenced.object())
            .constraints().stream()
                .filter(c -> c instanceof TableConstraint.Key k && sameColumns(k, key))
                .findFirst()
                .map(c ->
                    referenced.ids().indexes().get(rows.collation.key(c.name().orElseThrow())));
    rows.out.insert(
        "foreign_keys",
        number,
        id,
        referenced.id(),
        keyIndex.orElse(1),
        !key.enabled(),
        key.notForReplication(),
        !key.trusted(),
        key.onDelete().ordinal(),
        key.onUpdate().ordinal());
    for (int i = 0; i < key.columns().size(); i++) {
      rows.out.insert(
          "foreign_key_columns",
          number,
          i + 1,
          id,
          column(key.columns().get(i)),
          referenced.id(),
          referenced.ids().columns().get(rows.collation.key(key.referencedColumns().get(i))));
    }
  }

  private boolean sameColumns(TableConstraint.Key key, TableConstraint.ForeignKey foreign) {
    List<String> left =
        new ArrayList<>(key.columns().stream().map(c -> rows.collation.key(c.name())).toList());
    List<String> right =
        new ArrayList<>(foreign.referencedColumns().stream().map(rows.collation::key).toList());
    left.sort(null);
    right.sort(null);
    return left.equals(right);
  }

  private void index(Index index) {
    int number = number(ids.indexes(), index.name(), "index");
    int type =
        switch (index.kind()) {
          case ROWSTORE -> index.clustered() ? 1 : 2;
          case COLUMNSTORE -> index.clustered() ? 5 : 6;
          case HASH -> 7;
        };
    index(
        number,
        index.name(),
        type,
        index.unique(),
        false,
        false,
        index.options(),
        index.filter().map(f -> parenthesised(f.text())).orElse(null),
        null);
    indexColumns(number, index.columns(), index.include());
  }

  private void index(
      int number,
      String name,
      int type,
      boolean unique,
      boolean primary,
      boolean uniqueConstraint,
      IndexOptions o,
      String filter,
      Integer constraint) {
    rows.out.insert(
        "indexes",
        id,
        number,
        name,
        type,
        unique,
        primary,
        uniqueConstraint,
        o.ignoreDupKey(),
        o.fillFactor(),
        o.padIndex(),
        o.disabled(),
        o.allowRowLocks(),
        o.allowPageLocks(),
        filter,
        o.statisticsNoRecompute(),
        o.optimizeForSequentialKey(),
        compression(o.compression()),
        constraint,
        1);
  }

  private void indexColumns(int index, List<IndexColumn> keys, List<String> include) {
    int n = 0;
    for (IndexColumn c : keys) {
      n++;
      rows.out.insert("index_columns", id, index, n, column(c.name()), n, c.descending(), false);
    }
    for (String name : include) {
      rows.out.insert("index_columns", id, index, ++n, column(name), 0, false, true);
    }
  }
}
