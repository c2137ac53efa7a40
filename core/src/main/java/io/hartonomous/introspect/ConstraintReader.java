package io.hartonomous.introspect;

import io.hartonomous.bind.SqlTexts;
import io.hartonomous.model.IndexOptions;
import io.hartonomous.model.Table;
import io.hartonomous.model.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keys, checks and foreign keys. A constraint that the server named has no name in the model.
final class ConstraintReader {
  private final Names names;
  private final Columns columns;
  private final IndexReader indexes;
  private final Map<Integer, List<CatalogRow>> keys;
  private final Map<Integer, List<CatalogRow>> checks;
  private final Map<Integer, List<CatalogRow>> foreignKeys;
  private final Map<Integer, List<CatalogRow>> foreignKeyColumns;

  ConstraintReader(Catalog catalog, Names names, Columns columns, IndexReader indexes) {
    this.names = names;
    this.columns = columns;
    this.indexes = indexes;
    keys = catalog.by(CatalogQuery.KEYS, "parent_object_id");
    checks = catalog.by(CatalogQuery.CHECKS, "parent_object_id");
    foreignKeys = catalog.by(CatalogQuery.FOREIGN_KEYS, "parent_object_id");
    foreignKeyColumns = catalog.by(CatalogQuery.FOREIGN_KEY_COLUMNS, "constraint_object_id");
  }

  List<TableConstraint> of(int tableId) throws IntrospectionException {
    List<TableConstraint> constraints = new ArrayList<>();
    for (CatalogRow row : keys.getOrDefault(tableId, List.of())) {
      constraints.add(key(tableId, row));
    }
    for (CatalogRow row : checks.getOrDefault(tableId, List.of())) {
      constraints.add(
          new TableConstraint.Check(
              name(row),
              SqlTexts.condition(row.string("definition")),
              row.flag("is_not_for_replication"),
              !row.flag("is_disabled"),
              !row.flag("is_not_trusted")));
    }
    for (CatalogRow row : foreignKeys.getOrDefault(tableId, List.of())) {
      constraints.add(foreignKey(tableId, row));
    }
    return constraints;
  }

  private TableConstraint key(int tableId, CatalogRow row) {
    int indexId = row.number("unique_index_id");
    Optional<CatalogRow> index = indexes.row(tableId, indexId);
    Optional<Table.Placement> placement = index.flatMap(i -> indexes.placement(tableId, i));
    return new TableConstraint.Key(
        name(row),
        row.string("type").strip().equals("PK"),
        index.filter(i -> i.number("type") == 1).isPresent(),
        indexes.keyColumns(tableId, indexId),
        index.map(i -> indexes.options(tableId, i)).orElse(IndexOptions.DEFAULT),
        placement);
  }

  private TableConstraint foreignKey(int tableId, CatalogRow row) throws IntrospectionException {
    int referenced = row.number("referenced_object_id");
    if (names.object(referenced).isEmpty()) {
      throw new IntrospectionException(
          "foreign key "
              + row.string("name")
              + " on "
              + names.name(tableId).quoted()
              + " points to a table that the login may not see");
    }
    List<String> own = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (CatalogRow column : foreignKeyColumns.getOrDefault(row.number("object_id"), List.of())) {
      own.add(columns.name(tableId, column.number("parent_column_id")));
      other.add(columns.name(referenced, column.number("referenced_column_id")));
    }
    return new TableConstraint.ForeignKey(
        name(row),
        own,
        names.name(referenced),
        other,
        action(row.number("delete_referential_action")),
        action(row.number("update_referential_action")),
        row.flag("is_not_for_replication"),
        !row.flag("is_disabled"),
        !row.flag("is_not_trusted"));
  }

  private static TableConstraint.Action action(int number) {
    return switch (number) {
      case 1 -> TableConstraint.Action.CASCADE;
      case 2 -> TableConstraint.Action.SET_NULL;
      case 3 -> TableConstraint.Action.SET_DEFAULT;
      default -> TableConstraint.Action.NO_ACTION;
    };
  }

  private static Optional<String> name(CatalogRow row) {
    return row.flag("is_system_named") ? Optional.empty() : row.text("name");
  }
}
