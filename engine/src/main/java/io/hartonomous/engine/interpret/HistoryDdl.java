package io.hartonomous.engine.interpret;

import io.hartonomous.engine.catalog.CatalogEntry;
import io.hartonomous.engine.translate.SqlError;
import io.hartonomous.model.Column;
import io.hartonomous.model.IndexColumn;
import io.hartonomous.model.ObjectName;
import io.hartonomous.model.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The history table of a system-versioned table.
final class HistoryDdl {
  private final TableDdl tables;

  HistoryDdl(TableDdl tables) {
    this.tables = tables;
  }

  /// Makes the history table if it is not there, else checks that its columns fit.
  void ensure(Table current) throws SQLException {
    Optional<Table.SystemVersioning> versioning =
        current.options().systemVersioning().filter(Table.SystemVersioning::on);
    if (versioning.isEmpty()) {
      return;
    }
    if (current.constraints().stream()
        .noneMatch(c -> c instanceof io.hartonomous.model.TableConstraint.Key k && k.primary())) {
      throw SqlError.of(13510);
    }
    ObjectName name = versioning.get().history().orElseThrow();
    Optional<CatalogEntry> existing = tables.session.catalog().state().named(name);
    if (existing.isEmpty()) {
      tables.create(history(current, name, versioning.get()));
      return;
    }
    if (!(existing.get().object() instanceof Table history)) {
      throw SqlError.of(2714, name.name());
    }
    for (Column c : current.columns()) {
      Column h =
          history.columns().stream()
              .filter(x -> tables.session.collation().same(x.name(), c.name()))
              .findFirst()
              .orElseThrow(
                  () -> SqlError.of(13541, current.name().quoted(), name.quoted(), c.name()));
      if (h.type().base() != c.type().base()) {
        throw SqlError.of(13543, current.name().quoted(), name.quoted(), c.name());
      }
    }
  }

  private static Table history(Table current, ObjectName name, Table.SystemVersioning versioning) {
    List<Column> columns =
        current.columns().stream().map(c -> Column.of(c.name(), c.type(), c.nullable())).toList();
    return new Table(
        name,
        columns,
        List.of(),
        List.of(
            TableDdl.plainIndex(
                "ix_" + name.name(),
                true,
                List.of(
                    new IndexColumn(versioning.periodEnd(), false),
                    new IndexColumn(versioning.periodStart(), false)))),
        Table.TableOptions.DEFAULT);
  }

  /// The rows of a table point at its history table, which may have been made after it.
  void refreshHistory(Table current) throws SQLException {
    if (current.options().systemVersioning().filter(Table.SystemVersioning::on).isPresent()) {
      CatalogEntry entry = tables.session.catalog().state().named(current.name()).orElseThrow();
      tables.session.catalog().refresh(tables.session.jdbc(), entry, tables.session.names());
    }
  }
}
