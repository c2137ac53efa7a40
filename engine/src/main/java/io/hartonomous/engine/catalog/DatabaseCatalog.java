package io.hartonomous.engine.catalog;

import io.hartonomous.model.Collation;
import io.hartonomous.model.ObjectKey;
import java.util.Map;
import java.util.Optional;

/// The catalog of one open database: its published state and the next free id. Sessions see their
/// own uncommitted changes through a [SessionCatalog].
public final class DatabaseCatalog {
  /// Ids go up by this step, as a server's do, and never collide within 2^31 steps because the step
  /// is odd.
  private static final int STEP = 16_000_057;

  private final String name;
  private final int id;
  private volatile CatalogState state;
  private int lastObjectId = 581_577_110;
  private int lastPrincipalId = 4;
  private int lastSchemaId = 4;
  private int lastTypeId = 256;
  private int lastSpaceId = 1;
  private int lastOtherId = 65_535;

  public DatabaseCatalog(String name, int id, CatalogState state) {
    this.name = name;
    this.id = id;
    this.state = state;
    for (CatalogEntry entry : state.entries()) {
      int number = entry.id();
      switch (entry.kind()) {
        case SCHEMA -> lastSchemaId = Math.max(lastSchemaId, number);
        case ROLE, USER -> lastPrincipalId = Math.max(lastPrincipalId, number);
        case ALIAS_TYPE -> lastTypeId = Math.max(lastTypeId, number);
        case TABLE_TYPE ->
            lastTypeId = Math.max(lastTypeId, entry.ids().constraints().getOrDefault("@type", 0));
        case PARTITION_FUNCTION, PARTITION_SCHEME, FILEGROUP ->
            lastSpaceId = Math.max(lastSpaceId, number);
        case ROLE_MEMBERSHIP, PERMISSION, EXTENDED_PROPERTY, OTHER ->
            lastOtherId = Math.max(lastOtherId, number);
        default -> {}
      }
    }
  }

  public String name() {
    return name;
  }

  public int id() {
    return id;
  }

  public Collation collation() {
    return state.collation();
  }

  public CatalogState state() {
    return state;
  }

  /// Makes committed changes seen by all sessions.
  synchronized void publish(Map<ObjectKey, Optional<CatalogEntry>> changes) {
    state = state.with(changes);
  }

  /// A free object id, for objects and constraints.
  public synchronized int nextObjectId() {
    do {
      lastObjectId = (lastObjectId + STEP) & Integer.MAX_VALUE;
    } while (lastObjectId < 100_000 || isUsed(lastObjectId));
    return lastObjectId;
  }

  private boolean isUsed(int number) {
    return state.byId(number).isPresent()
        || state.entries().stream().anyMatch(e -> e.ids().constraints().containsValue(number));
  }

  public synchronized int nextPrincipalId() {
    return ++lastPrincipalId;
  }

  public synchronized int nextSchemaId() {
    return ++lastSchemaId;
  }

  public synchronized int nextTypeId() {
    return ++lastTypeId;
  }

  public synchronized int nextSpaceId() {
    return ++lastSpaceId;
  }

  /// Ids of what has none in SQL Server, but needs one in `hncat`: permissions, memberships,
  /// extended properties.
  public synchronized int nextOtherId() {
    lastOtherId++;
    return lastOtherId;
  }
}
