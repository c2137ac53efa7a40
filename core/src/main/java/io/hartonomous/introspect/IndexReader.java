package io.hartonomous.introspect;

import io.hartonomous.bind.SqlTexts;
import io.hartonomous.model.Index;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Indexes of tables and views, and the index part of key constraints.
final class IndexReader {
  private final Map<Integer, List<CatalogRow>> indexes;
  private final Map<Integer, List<CatalogRow>> indexColumns;
  private final Map<Integer, CatalogRow> dataSpaces;
  private final Map<Long, String> compression = new HashMap<>();
  private final Set<Long> noRecompute = new HashSet<>();
  private final Columns columns;

  IndexReader(Catalog catalog, Columns columns) {
    this.columns = columns;
    indexes = catalog.by(CatalogQuery.INDEXES, "object_id");
    indexColumns = catalog.by(CatalogQuery.INDEX_COLUMNS, "object_id");
    dataSpaces = catalog.one(CatalogQuery.DATA_SPACES, "data_space_id");
    for (CatalogRow row : catalog.rows(CatalogQuery.COMPRESSION)) {
      compression.put(
          key(row.number("object_id"), row.number("index_id")),
          row.string("data_compression_desc"));
    }
    for (CatalogRow row : catalog.rows(CatalogQuery.STATISTICS)) {
      noRecompute.add(key(row.number("object_id"), row.number("stats_id")));
    }
  }

  private static long key(int objectId, int indexId) {
    return (long) objectId << 32 | indexId;
  }

  /// The indexes that stand on their own. Heaps and the indexes behind key constraints are none;
  /// spatial, XML and other special ones a model does not take apart yet.
  List<Index> of(int objectId) throws IntrospectionException {
    List<Index> read = new ArrayList<>();
    for (CatalogRow row : indexes.getOrDefault(objectId, List.of())) {
      if (row.flag("is_primary_key")
          || row.flag("is_unique_constraint")
          || row.number("type") == 0) {
        continue;
      }
      read.add(index(objectId, row));
    }
    return read;
  }

  private Index index(int objectId, CatalogRow row) throws IntrospectionException {
    int type = row.number("type");
    Index.IndexKind kind =
        switch (type) {
          case 1, 2 -> Index.IndexKind.ROWSTORE;
          case 5, 6 -> Index.IndexKind.COLUMNSTORE;
          case 7 -> Index.IndexKind.HASH;
          default ->
              throw new IntrospectionException(
                  "index "
                      + row.string("name")
                      + " is of a kind that is not supported: type "
                      + type
                      + " of sys.indexes");
        };
    List<String> include = new ArrayList<>();
    List<IndexColumn> key = new ArrayList<>();
    for (CatalogRow column : columns(objectId, row.number("index_id"))) {
      String name = columns.name(objectId, column.number("column_id"));
      if (kind == Index.IndexKind.COLUMNSTORE) {
        // All columns of a columnstore index are listed as included ones.
        if (type == 6) {
          key.add(new IndexColumn(name, false));
        }
      } else if (column.flag("is_included_column")) {
        include.add(name);
      } else if (column.number("key_ordinal") > 0) {
        key.add(new IndexColumn(name, column.flag("is_descending_key")));
      }
    }
    return new Index(
        row.string("name"),
        kind,
        row.flag("is_unique"),
        type == 1 || type == 5,
        key,
        include,
        row.text("filter_definition").map(SqlTexts::condition),
        options(objectId, row),
        placement(objectId, row));
  }

  private List<CatalogRow> columns(int objectId, int indexId) {
    return indexColumns.getOrDefault(objectId, List.of()).stream()
        .filter(c -> c.number("index_id") == indexId)
        .toList();
  }

  /// The key columns of an index, in their order.
  List<IndexColumn> keyColumns(int objectId, int indexId) {
    return columns(objectId, indexId).stream()
        .filter(c -> c.number("key_ordinal") > 0)
        .map(c ->
            new IndexColumn(
                columns.name(objectId, c.number("column_id")), c.flag("is_descending_key")))
        .toList();
  }

  Optional<CatalogRow> row(int objectId, int indexId) {
    return indexes.getOrDefault(objectId, List.of()).stream()
        .filter(r -> r.number("index_id") == indexId)
        .findFirst();
  }

  IndexOptions options(int objectId, CatalogRow row) {
    long key = key(objectId, row.number("index_id"));
    int type = row.number("type");
    boolean columnstore = type == 5 || type == 6;
    String stored = compression.getOrDefault(key, "NONE");
    return new IndexOptions(
        row.number("fill_factor"),
        row.flag("is_padded"),
        row.flag("ignore_dup_key"),
        noRecompute.contains(key),
        row.flag("allow_row_locks") || columnstore,
        row.flag("allow_page_locks") || columnstore,
        row.flagIfThere("optimize_for_sequential_key"),
        columnstore && stored.equals("COLUMNSTORE") ? "NONE" : stored,
        row.flag("is_disabled"));
  }

  /// Where the rows of a table lie.
  Optional<Table.Placement> placement(int objectId) {
    return indexes.getOrDefault(objectId, List.of()).stream()
        .filter(row -> row.number("index_id") <= 1)
        .findFirst()
        .flatMap(row -> placement(objectId, row));
  }

  /// Empty on the filegroup PRIMARY.
  Optional<Table.Placement> placement(int objectId, CatalogRow row) {
    CatalogRow space = dataSpaces.get(row.number("data_space_id"));
    if (space == null || space.string("name").equals("PRIMARY")) {
      return Optional.empty();
    }
    Optional<String> partition =
        columns(objectId, row.number("index_id")).stream()
            .filter(c -> c.number("partition_ordinal") > 0)
            .map(c -> columns.name(objectId, c.number("column_id")))
            .findFirst();
    return Optional.of(new Table.Placement(space.string("name"), partition));
  }

  /// How a heap is compressed; that of a clustered index stands with the index.
  String tableCompression(int objectId) {
    return compression.getOrDefault(key(objectId, 0), "NONE");
  }
}
