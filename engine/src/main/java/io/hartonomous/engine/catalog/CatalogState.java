package io.hartonomous.engine.catalog;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectKey;
import io.hartonomous.model.ObjectKind;
import io.hartonomous.model.ObjectName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The objects of a database at one moment. Never changed once made; [#with] gives another.
/// `version` is different for any two states of one process, so that what was made for one is never
/// used for another.
public final class CatalogState {
  private static final AtomicLong VERSIONS = new AtomicLong();
  private final Collation collation;
  private final long version = VERSIONS.incrementAndGet();
  private final Map<ObjectKey, CatalogEntry> entries;
  private final Map<ObjectName, CatalogEntry> named = new HashMap<>();
  private final Map<Integer, CatalogEntry> byId = new HashMap<>();

  private CatalogState(Collation collation, Map<ObjectKey, CatalogEntry> entries) {
    this.collation = collation;
    this.entries = entries;
    for (CatalogEntry entry : entries.values()) {
      if (CatalogEntry.sharesNameSpace(entry.kind())) {
        named.put(collation.key(entry.name()), entry);
        byId.put(entry.id(), entry);
      } else if (entry.kind() == ObjectKind.TABLE_TYPE) {
        byId.put(entry.id(), entry);
      }
    }
  }

  public static CatalogState of(Collation collation, Collection<CatalogEntry> entries) {
    Map<ObjectKey, CatalogEntry> map = new LinkedHashMap<>();
    entries.forEach(e -> map.put(e.key().folded(collation), e));
    return new CatalogState(collation, map);
  }

  /// This state with entries replaced (present) or removed (empty). Keys are folded.
  public CatalogState with(Map<ObjectKey, Optional<CatalogEntry>> changes) {
    Map<ObjectKey, CatalogEntry> map = new LinkedHashMap<>(entries);
    changes.forEach(
        (key, entry) -> entry.ifPresentOrElse(e -> map.put(key, e), () -> map.remove(key)));
    return new CatalogState(collation, map);
  }

  public long version() {
    return version;
  }

  public Collation collation() {
    return collation;
  }

  public Collection<CatalogEntry> entries() {
    return entries.values();
  }

  public Optional<CatalogEntry> find(ObjectKind kind, ObjectName name) {
    return find(ObjectKey.of(kind, name));
  }

  public Optional<CatalogEntry> find(ObjectKey key) {
    return Optional.ofNullable(entries.get(key.folded(collation)));
  }

  /// The object that bears a name in the name space of tables, modules, synonyms and sequences.
  public Optional<CatalogEntry> named(ObjectName name) {
    return Optional.ofNullable(named.get(collation.key(name)));
  }

  /// The object with this `object_id`.
  public Optional<CatalogEntry> byId(int id) {
    return Optional.ofNullable(byId.get(id));
  }
}
