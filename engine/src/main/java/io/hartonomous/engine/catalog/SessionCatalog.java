package io.hartonomous.engine.catalog;

import io.hartonomous.model.ObjectKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A database's catalog as one session sees it: the published state, and over it the changes of the
/// session's open transaction.
public final class SessionCatalog {
  private final DatabaseCatalog database;
  private Map<ObjectKey, Optional<CatalogEntry>> changes = new LinkedHashMap<>();
  private CatalogState own;

  public SessionCatalog(DatabaseCatalog database) {
    this.database = database;
  }

  public DatabaseCatalog database() {
    return database;
  }

  public CatalogState state() {
    return own == null ? database.state() : own;
  }

  /// Puts an entry in place of the one with its key, in the session's transaction.
  public void put(Connection connection, CatalogEntry entry, PgNaming names) throws SQLException {
    Optional<CatalogEntry> before = state().find(entry.key());
    change(entry.key(), Optional.of(entry));
    CatalogStore.write(connection, before, Optional.of(entry), state(), names);
  }

  public void remove(Connection connection, CatalogEntry entry, PgNaming names)
      throws SQLException {
    change(entry.key(), Optional.empty());
    CatalogStore.write(connection, Optional.of(entry), Optional.empty(), state(), names);
  }

  /// Writes an entry's rows again, because something that they point at has changed.
  public void refresh(Connection connection, CatalogEntry entry, PgNaming names)
      throws SQLException {
    CatalogStore.write(connection, Optional.of(entry), Optional.of(entry), state(), names);
  }

  private void change(ObjectKey key, Optional<CatalogEntry> entry) {
    ObjectKey folded = key.folded(database.collation());
    changes.put(folded, entry);
    own = state().with(Map.of(folded, entry));
  }

  public void commit() {
    if (!changes.isEmpty()) {
      database.publish(changes);
    }
    rollback();
  }

  public void rollback() {
    changes = new LinkedHashMap<>();
    own = null;
  }

  /// A point to go back to.
  public record Mark(Map<ObjectKey, Optional<CatalogEntry>> changes, CatalogState own) {}

  public Mark mark() {
    return new Mark(new LinkedHashMap<>(changes), own);
  }

  public void rollbackTo(Mark mark) {
    changes = new LinkedHashMap<>(mark.changes());
    own = mark.own();
  }
}
